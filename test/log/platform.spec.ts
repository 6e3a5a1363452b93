import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import fc from 'fast-check';
import * as browser from '../../src/log/browser/platform.js';
import { noteKey, openNote, signNote } from '../../src/log/note.js';
import * as node from '../../src/log/platform.js';
import { isOfSmallOrder } from '../../src/log/small-order.js';
import { taken } from './signers.js';

/** The two files that stand in each other's place: what one says, the other says. */
const bytes = () => fc.uint8Array({ maxLength: 300 });
const plain = (value: unknown): unknown => (value instanceof Uint8Array ? [...value] : value);

function same<Args extends unknown[]>(
  one: (...args: Args) => unknown,
  other: (...args: Args) => unknown,
  ...args: Args
): void {
  expect(plain(one(...args))).toEqual(plain(other(...args)));
}

describe('what a verifier runs on', () => {
  it('has the same shape in a browser as on Node', () =>
    expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort()));

  it('hashes and writes bytes alike', () => {
    fc.assert(
      fc.property(bytes(), bytes(), (one, other) => {
        same(node.sha256, browser.sha256, one);
        same(node.digest, browser.digest, one);
        same(node.hexDigest, browser.hexDigest, one);
        same(node.digestOf, browser.digestOf, one);
        same(node.hexOf, browser.hexOf, one);
        same(node.base64Of, browser.base64Of, one);
        same(node.textOf, browser.textOf, one);
        same(node.joined, browser.joined, [one, other, one]);
        same(node.sameBytes, browser.sameBytes, one, other);
        same(node.sameBytes, browser.sameBytes, one, Uint8Array.from(one));
        same(node.bytesOfDigest, browser.bytesOfDigest, node.digestOf(one));
        const [start, end] = [one.length >> 2, one.length - (one.length >> 3)];
        same(node.textOf, browser.textOf, one, start, end);
        const letters = [node, browser].map(({ lettersOf }) => lettersOf(one, start, end));
        const ascii = letters.map((text) => text.replaceAll(/[^\0-\x7f]/g, '?'));
        expect(ascii[0]).toBe(ascii[1]);
        expect(ascii[0]?.length).toBe(end - start);
      }),
    );
  });

  it('reads text alike, with or without a mark at its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        same(node.bytesOf, browser.bytesOf, text);
        same(node.utf8Length, browser.utf8Length, text);
        same(node.textOf, browser.textOf, Buffer.from(`\u{feff}${text}`));
      }),
    );
  });

  it('takes base64 in its one form, and nothing else', () => {
    const sign64 = fc.constantFrom(...'ABab01+/=-_ \n\u{20ac}ø');
    const texts = fc.oneof(
      fc.string({ unit: sign64, maxLength: 12 }),
      bytes().map((some) => node.base64Of(some)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        same(node.fromBase64, browser.fromBase64, text);
        const put = [node, browser].map(({ putBase64, room }) => {
          const target = room(text.length + 4);
          const length = putBase64(text, target, 2);
          return length === null ? null : [length, ...target.subarray(2, 2 + length)];
        });
        expect(put[1]).toEqual(put[0]);
        expect(put[0] === null).toBe(node.fromBase64(text) === null);
      }),
      { numRuns: 2000 },
    );
  });

  it('puts digests where they belong, and cuts text apart from text', () => {
    const [one, other] = [node, browser].map(({ room, putDigest, digest }) => {
      const target = room(70);
      putDigest(digest(Uint8Array.of(1, 2, 3)), target, 5);
      return [...target];
    });
    expect(other).toEqual(one);
    expect(browser.apart('abc-123')).toBe('abc-123');
  });
});

function* combined<A, B, C, D>(
  as: readonly A[],
  bs: readonly B[],
  cs: readonly C[],
  ds: readonly D[],
): Generator<[A, B, C, D]> {
  for (const a of as) for (const b of bs) for (const c of cs) for (const d of ds) yield [a, b, c, d];
}

describe('Ed25519', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const keyOf = (seed: Uint8Array) =>
    createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  const rawOf = (seed: Uint8Array) => node.rawKeyOf(createPublicKey(keyOf(seed)));

  const judged = (key: Uint8Array, text: Uint8Array, signature: Uint8Array) =>
    [node, browser].map(({ publicKeyOf, isSignedBy }) =>
      isSignedBy(publicKeyOf(key) as never, text, signature),
    );

  const littleEndian = (number: bigint): Uint8Array =>
    Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * i)) & 255n));
  const numberIn = (some: Uint8Array): bigint =>
    some.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

  it('of what was signed and of what was not', () => {
    const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seed, bytes(), fc.nat(63), fc.nat(7), (secret, text, at, bit) => {
        const [key, signature] = [rawOf(secret), sign(null, text, keyOf(secret))];
        expect(judged(key, text, signature)).toEqual([true, true]);
        const changed = Uint8Array.from(signature);
        changed[at]! ^= 1 << bit;
        expect(judged(key, text, changed)).toEqual([false, false]);
        expect(judged(key, node.joined([text, Uint8Array.of(0)]), signature)).toEqual([false, false]);
        const again = node.joined([
          signature.subarray(0, 32),
          littleEndian(numberIn(signature.subarray(32)) + order),
        ]);
        expect(judged(key, text, again)).toEqual([false, false]);
      }),
      { numRuns: 25 },
    );
  });

  /** Points of small order and ways to write points that no key has: here libraries differ, and signatures can be made to. */
  const p = 2n ** 255n - 19n;
  const top = 2n ** 255n;
  const eighth = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
  const odd = [0n, 1n, p - 1n, p, p + 1n, 2n ** 255n - 1n, eighth, p - eighth].flatMap((y) => [y, y + top]);

  const places = [0n, 1n, order - 1n, order];

  it('of keys and signatures made to deceive, once those that libraries differ about are refused', () => {
    let deceived = 0;
    for (const [key, r, s, text] of combined(odd, odd, places, ['a', 'b', 'c'])) {
      const [from, point] = [littleEndian(key), littleEndian(r)];
      const [one, other] = judged(from, Buffer.from(text), node.joined([point, littleEndian(s)]));
      if (other) deceived += 1;
      if (isOfSmallOrder(from) || isOfSmallOrder(point)) continue;
      expect({ key, r, s, text, holds: other }).toEqual({ key, r, s, text, holds: one });
    }
    // A library that takes such keys finds signatures good that nobody made.
    expect(deceived).toBeGreaterThan(20);
  });

  it('of a note under a key of small order is never taken for one', () => {
    const name = 'eksempel/log/x';
    const key = taken(noteKey(name, node.publicKeyOf(littleEndian(1n))));
    const signature = node.joined([littleEndian(1n), littleEndian(0n)]);
    expect(browser.isSignedBy(browser.publicKeyOf(littleEndian(1n)), Buffer.from('x\n'), signature)).toBe(
      true,
    );
    const note = signNote('x\n', [{ key, sign: () => signature }]);
    expect(openNote(note, [key])).toEqual({ rejected: 'signature-invalid' });
  });

  it('of keys that are no point, and of anything of another length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 70 }),
        (key, some) => {
          const [one, other] = judged(key, Buffer.from('x'), some);
          expect(other).toBe(one);
        },
      ),
      { numRuns: 200 },
    );
  });
});
