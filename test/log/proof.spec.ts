import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signCheckpoint } from '../../src/log/checkpoint.js';
import {
  type LogProof,
  logProofText,
  openLogProof,
  readLogProof,
  whyNotConsistent,
  whyNotIncluded,
} from '../../src/log/proof.js';
import {
  consistencyPlan,
  emptyRoot,
  frontierOf,
  type Hash,
  inclusionPlan,
  largestSize,
  leafHash,
  type NodeAt,
  nodeHash,
  nodesOf,
  type Plan,
  peaksOf,
  proofOf,
  rootOf,
} from '../../src/log/tree.js';
import { mutants, signerNamed, taken, why } from './signers.js';

type ReadNodes = (nodes: readonly NodeAt[]) => Hash[];

/** A log as its reader gives it: head and proofs at any size. */
const logOf = (read: ReadNodes) => {
  const made = (plan: Plan): Hash[] => proofOf(plan, read(plan.flat()));
  return {
    head: (size: bigint) => ({ size, root: rootOf(frontierOf(size, read(peaksOf(size)))) }),
    inclusion: (index: bigint, size: bigint) => made(inclusionPlan(index, size)),
    consistency: (old: bigint, size: bigint) => made(consistencyPlan(old, size)),
  };
};

const numbered = Array.from({ length: 40 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
const log = logOf(nodesOf(numbered));

const common = leafHash(Buffer.from('the same'));
const special = leafHash(Buffer.from('another'));
const alike: Hash[] = [common];
for (let level = 1; level <= 63; level += 1) alike.push(nodeHash(alike[level - 1]!, alike[level - 1]!));

/** A log too large to be held: every leaf is the same but one, so that each stored node is found by a walk down. */
const vast = (mark: bigint) => {
  const hashAt = ({ level, index }: NodeAt): Hash => {
    if (mark >> BigInt(level) !== index) return alike[level]!;
    if (level === 0) return special;
    const below = { level: level - 1, index: index * 2n };
    return nodeHash(hashAt(below), hashAt({ ...below, index: below.index + 1n }));
  };
  return logOf((nodes) => nodes.map(hashAt));
};

const turned = (hash: Hash, at: number): Hash =>
  Buffer.from(hash.map((byte, i) => (i === at % 32 ? byte ^ (1 << (at % 8)) : byte)));
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);
const swapped = <T>(list: readonly T[], at: number, by: T): T[] =>
  list.map((one, i) => (i === at ? by : one));

describe('an inclusion proof', () => {
  const head = log.head(21n);
  const proof = log.inclusion(13n, 21n);
  const leaf = numbered[13]!;

  it.each<[string, ReturnType<typeof whyNotIncluded>, string | null]>([
    ['as it was made', whyNotIncluded(leaf, 13n, head, proof), null],
    ['an index beyond the log', whyNotIncluded(leaf, 21n, head, proof), 'index-out-of-range'],
    ['an index far beyond the log', whyNotIncluded(leaf, 2n ** 64n + 13n, head, proof), 'index-out-of-range'],
    ['a negative index', whyNotIncluded(leaf, -1n, head, proof), 'index-out-of-range'],
    ['an empty log', whyNotIncluded(leaf, 0n, { size: 0n, root: emptyRoot() }, []), 'size-zero'],
    ['a negative size', whyNotIncluded(leaf, 13n, { ...head, size: -21n }, proof), 'size-out-of-range'],
    [
      'a size too large',
      whyNotIncluded(leaf, 13n, { ...head, size: largestSize + 1n }, proof),
      'size-out-of-range',
    ],
    ['no hashes', whyNotIncluded(leaf, 13n, head, []), 'hashes-missing'],
    ['the first hash missing', whyNotIncluded(leaf, 13n, head, proof.slice(1)), 'hashes-missing'],
    ['the last hash missing', whyNotIncluded(leaf, 13n, head, proof.slice(0, -1)), 'hashes-missing'],
    ['a hash more', whyNotIncluded(leaf, 13n, head, [...proof, head.root]), 'hashes-trailing'],
    [
      'a hash that is short',
      whyNotIncluded(leaf, 13n, head, swapped(proof, 1, leaf.subarray(1))),
      'hash-length',
    ],
    ['a leaf that is short', whyNotIncluded(leaf.subarray(1), 13n, head, proof), 'hash-length'],
    ['a root that is empty', whyNotIncluded(leaf, 13n, { ...head, root: Buffer.of() }, proof), 'hash-length'],
    ['another leaf', whyNotIncluded(numbered[12]!, 13n, head, proof), 'root-mismatch'],
    ['the place of its neighbour', whyNotIncluded(leaf, 12n, head, proof), 'root-mismatch'],
    ['another root', whyNotIncluded(leaf, 13n, { ...head, root: leaf }, proof), 'root-mismatch'],
    ['hashes in another order', whyNotIncluded(leaf, 13n, head, proof.toReversed()), 'root-mismatch'],
    [
      'a node for a leaf',
      whyNotIncluded(nodeHash(proof[0]!, leaf), 6n, head, proof.slice(1)),
      'hashes-missing',
    ],
  ])('%s', (_, reason, expected) => {
    expect(reason).toBe(expected);
  });

  it('does not hold once anything in it is changed', () => {
    for (let size = 1n; size <= 20n; size += 1n) {
      for (let index = 0n; index < size; index += 1n) {
        const at = log.head(size);
        const path = log.inclusion(index, size);
        const own = numbered[Number(index)]!;
        const wrong = [
          ...path.flatMap((hash, i) => [without(path, i), swapped(path, i, turned(hash, i + Number(index)))]),
          [...path, own],
          [own, ...path],
        ].map((changed) => whyNotIncluded(own, index, at, changed));
        const elsewhere = numbered
          .slice(0, Number(size))
          .map((_, i) => (BigInt(i) === index ? 'itself' : whyNotIncluded(own, BigInt(i), at, path)));
        const others = [
          whyNotIncluded(turned(own, Number(index)), index, at, path),
          whyNotIncluded(own, index, { ...at, root: turned(at.root, Number(size)) }, path),
        ];
        expect([...wrong, ...elsewhere, ...others]).not.toContain(null);
      }
    }
  });
});

describe('a consistency proof', () => {
  const old = log.head(13n);
  const head = log.head(21n);
  const proof = log.consistency(13n, 21n);

  it.each<[string, ReturnType<typeof whyNotConsistent>, string | null]>([
    ['as it was made', whyNotConsistent(old, head, proof), null],
    ['of a log with itself', whyNotConsistent(head, head, []), null],
    ['of a log with itself, and a hash', whyNotConsistent(head, head, [head.root]), 'hashes-trailing'],
    ['of two logs of one size', whyNotConsistent({ ...head, root: old.root }, head, []), 'root-mismatch'],
    ['from nothing', whyNotConsistent({ size: 0n, root: emptyRoot() }, head, []), 'size-zero'],
    ['to nothing', whyNotConsistent(old, { size: 0n, root: emptyRoot() }, []), 'size-zero'],
    ['back', whyNotConsistent(head, old, proof), 'size-shrunk'],
    ['from a negative size', whyNotConsistent({ ...old, size: -1n }, head, proof), 'size-out-of-range'],
    [
      'to a size too large',
      whyNotConsistent(old, { ...head, size: largestSize + 1n }, proof),
      'size-out-of-range',
    ],
    ['no hashes', whyNotConsistent(old, head, []), 'hashes-missing'],
    ['no hashes, from a power of two', whyNotConsistent(log.head(16n), head, []), 'hashes-missing'],
    ['the first hash missing', whyNotConsistent(old, head, proof.slice(1)), 'hashes-missing'],
    ['the last hash missing', whyNotConsistent(old, head, proof.slice(0, -1)), 'hashes-missing'],
    ['a hash more', whyNotConsistent(old, head, [...proof, head.root]), 'hashes-trailing'],
    [
      'the old root though it is known',
      whyNotConsistent(log.head(8n), head, [log.head(8n).root, ...log.consistency(8n, 21n)]),
      'hashes-trailing',
    ],
    ['a hash that is long', whyNotConsistent(old, head, swapped(proof, 0, Buffer.alloc(33))), 'hash-length'],
    [
      'an old root that is short',
      whyNotConsistent({ ...old, root: Buffer.alloc(31) }, head, proof),
      'hash-length',
    ],
    ['another old root', whyNotConsistent({ ...old, root: head.root }, head, proof), 'root-mismatch'],
    ['another root', whyNotConsistent(old, { ...head, root: old.root }, proof), 'root-mismatch'],
  ])('%s', (_, reason, expected) => {
    expect(reason).toBe(expected);
  });

  it('does not hold once anything in it is changed', () => {
    for (let size = 2n; size <= 20n; size += 1n) {
      for (let first = 1n; first < size; first += 1n) {
        const [from, to] = [log.head(first), log.head(size)];
        const path = log.consistency(first, size);
        const wrong = [
          ...path.flatMap((hash, i) => [without(path, i), swapped(path, i, turned(hash, i + Number(first)))]),
          [...path, to.root],
          [from.root, ...path],
        ].map((changed) => whyNotConsistent(from, to, changed));
        const sizes = numbered
          .slice(0, 25)
          .map((_, i) =>
            BigInt(i) === first ? 'itself' : whyNotConsistent({ ...from, size: BigInt(i) }, to, path),
          );
        const roots = [
          whyNotConsistent({ ...from, root: turned(from.root, Number(first)) }, to, path),
          whyNotConsistent(from, { ...to, root: turned(to.root, Number(size)) }, path),
        ];
        expect([...wrong, ...sizes, ...roots]).not.toContain(null);
      }
    }
  });

  it('cannot be made for a log in which something that was there is changed, removed, put in or moved', () => {
    const histories = numbered
      .slice(0, 12)
      .flatMap((leaf, i) => [
        swapped(numbered, i, special),
        without(numbered, i),
        numbered.toSpliced(i, 0, special),
        numbered.toSpliced(i, 2, numbered[i + 1]!, leaf),
      ]);
    for (const history of histories) {
      const other = logOf(nodesOf(history));
      const reason = whyNotConsistent(old, other.head(30n), other.consistency(13n, 30n));
      expect(reason).toBe('root-mismatch');
    }
  });
});

describe('a log of up to 2^63 entries', () => {
  const near = (n: bigint) => fc.bigInt({ min: n > 50n ? n - 50n : 1n, max: n < largestSize ? n + 50n : n });
  const size = fc.oneof(
    fc.bigInt({ min: 1n, max: largestSize }),
    ...[53n, 62n, 63n].map((power) => near(2n ** power)),
  );
  const within = size.chain((n) =>
    fc.tuple(fc.oneof(fc.bigInt({ min: 0n, max: n - 1n }), fc.constant(n - 1n)), fc.constant(n)),
  );

  it('shows the one leaf that differs, and shows it nowhere else', () => {
    fc.assert(
      fc.property(within, ([index, n]) => {
        const large = vast(index);
        const proof = large.inclusion(index, n);
        expect(whyNotIncluded(special, index, large.head(n), proof)).toBeNull();
        expect(whyNotIncluded(common, index, large.head(n), proof)).toBe('root-mismatch');
        expect(whyNotIncluded(special, index, vast(-1n).head(n), proof)).toBe('root-mismatch');
        expect(whyNotIncluded(special, index ^ 1n, large.head(n), proof)).not.toBeNull();
      }),
    );
  });

  it('shows that it goes on from each size it had, and that it does not when one old leaf differs', () => {
    fc.assert(
      fc.property(within, fc.bigInt({ min: 0n, max: largestSize }), ([last, n], place) => {
        const old = last + 1n;
        const large = vast(place % old);
        const proof = large.consistency(old, n);
        expect(whyNotConsistent(large.head(old), large.head(n), proof)).toBeNull();
        const before = vast(-1n).head(old);
        expect(whyNotConsistent(before, large.head(n), proof)).toBe('root-mismatch');
      }),
    );
  });

  it('has paths of 63 hashes at its fullest', () => {
    const full = vast(largestSize - 1n);
    const proof = full.inclusion(largestSize - 1n, largestSize);
    expect(proof).toHaveLength(63);
    expect(whyNotIncluded(special, largestSize - 1n, full.head(largestSize), proof)).toBeNull();
    expect(whyNotIncluded(special, largestSize, full.head(largestSize), proof)).toBe('index-out-of-range');
  });
});

const origin = 'fullmakt.example/log/7';
const signer = signerNamed(origin, 1);
const trust = { origin, keys: [signer.key] };
const checkpoint = signCheckpoint({ origin, ...log.head(21n), extensions: [] }, [signer]);
const made: LogProof = { index: 13n, hashes: log.inclusion(13n, 21n), checkpoint };
const leaf13 = numbered[13]!;

describe('a .tlog-proof file', () => {
  const base64 = (hash: Hash): string => Buffer.from(hash).toString('base64');

  it('is written as the specification has it', () => {
    const hashes = made.hashes.map((hash) => `${base64(hash)}\n`).join('');
    expect(logProofText(made)).toBe(`c2sp.org/tlog-proof@v1\nindex 13\n${hashes}\n${checkpoint}`);
    expect(logProofText({ ...made, extra: Buffer.from('hint') })).toBe(
      `c2sp.org/tlog-proof@v1\nextra aGludA==\nindex 13\n${hashes}\n${checkpoint}`,
    );
    expect(logProofText({ ...made, extra: Buffer.of() })).toBe(logProofText(made));
  });

  it('as the example of the specification is read', () => {
    const path = [
      'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=',
      'B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=',
    ];
    const note =
      'example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n— example.com/fancylog hI2DJw==\n';
    const extra = 'YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ';
    const read = taken(
      readLogProof(`c2sp.org/tlog-proof@v1\nextra ${extra}\nindex 73894\n${path.join('\n')}\n\n${note}`),
    );
    expect(read.index).toBe(73894n);
    expect(read.hashes.map(base64)).toEqual(path);
    expect(read.checkpoint).toBe(note);
    expect(Buffer.from(read.extra ?? []).toString('base64')).toBe(extra);
  });

  it('shows the entry of each index of a log of each size', () => {
    for (let size = 1n; size <= 12n; size += 1n) {
      const note = signCheckpoint({ origin, ...log.head(size), extensions: [] }, [signer]);
      for (let index = 0n; index < size; index += 1n) {
        const file = Buffer.from(
          logProofText({ index, hashes: log.inclusion(index, size), checkpoint: note }),
        );
        const shown = taken(openLogProof(file, numbered[Number(index)]!, trust));
        expect(shown).toMatchObject({ index, checkpoint: { origin, size, keys: [signer.key] } });
      }
    }
  });

  it('says nothing about what no signature covers, and hands it on', () => {
    const extra = Buffer.from('any bytes at all');
    const file = logProofText({ ...made, extra });
    expect(taken(openLogProof(file, leaf13, trust)).extra).toEqual(extra);
    expect(taken(openLogProof(logProofText(made), leaf13, trust)).extra).toBeUndefined();
  });

  it('at the largest index is read', () => {
    const index = largestSize - 1n;
    expect(readLogProof(logProofText({ ...made, index }))).toMatchObject({ index });
  });

  it('that could not be read back is not made', () => {
    const bad: Partial<LogProof>[] = [
      { index: -1n },
      { index: largestSize },
      { hashes: [leaf13.subarray(1)] },
      { hashes: Array.from({ length: 64 }, () => leaf13) },
      { checkpoint: '' },
      { checkpoint: checkpoint.trimEnd() },
      { checkpoint: checkpoint.replace('\n', '\r\n') },
    ];
    for (const part of bad) expect(() => logProofText({ ...made, ...part })).toThrow(RangeError);
  });
});

describe('malformed .tlog-proof files', () => {
  const file = logProofText(made);
  const first = Buffer.from(made.hashes[0]!).toString('base64');
  const last = Buffer.from(made.hashes.at(-1)!).toString('base64');
  const withIndex = (index: string): string => file.replace('index 13', index);

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'no-final-newline'],
    ['a newline', '\n', 'header'],
    ['another file', checkpoint, 'header'],
    ['another version', file.replace('@v1', '@v2'), 'header'],
    ['a byte order mark', `\ufeff${file}`, 'header'],
    ['a line before', `\n${file}`, 'header'],
    ['a space after the first line', file.replace('@v1', '@v1 '), 'header'],
    ['line ends of Windows', file.replaceAll('\n', '\r\n'), 'carriage-return'],
    ['NUL', file.replace('index', 'index\0'), 'control-character'],
    ['not UTF-8', Buffer.concat([Buffer.from(file), Buffer.of(0x80)]), 'not-utf-8'],
    ['no final newline', file.trimEnd(), 'no-final-newline'],
    ['more than a mebibyte', `${file}${'a'.repeat(1 << 20)}\n`, 'too-long'],
    ['only the first line', 'c2sp.org/tlog-proof@v1\n', 'index-missing'],
    ['no index', withIndex('').replace('\n\n', '\n'), 'index-missing'],
    ['an index without a number', withIndex('index'), 'index-missing'],
    ['an index without a space', withIndex('index13'), 'index-missing'],
    ['a capital', withIndex('Index 13'), 'index-missing'],
    ['two spaces', withIndex('index  13'), 'number-form'],
    ['a space after the index', withIndex('index 13 '), 'number-form'],
    ['a negative index', withIndex('index -1'), 'number-form'],
    ['a sign', withIndex('index +13'), 'number-form'],
    ['an empty number', withIndex('index '), 'number-form'],
    ['a leading zero', withIndex('index 013'), 'leading-zero'],
    ['2^63', withIndex('index 9223372036854775808'), 'number-too-large'],
    ['2^64 and 13', withIndex('index 18446744073709551629'), 'number-too-large'],
    ['an index beyond the log', withIndex('index 21'), 'index-out-of-range'],
    ['two indexes', withIndex('index 13\nindex 13'), 'base64'],
    ['extra data after the index', withIndex('index 13\nextra aGludA=='), 'base64'],
    ['extra data twice', withIndex('extra aGludA==\nextra aGludA==\nindex 13'), 'index-missing'],
    ['extra data without data', withIndex('extra \nindex 13'), 'extra-empty'],
    ['extra data that is not base64', withIndex('extra hint!\nindex 13'), 'base64'],
    ['extra data without padding', withIndex('extra aGludA\nindex 13'), 'base64'],
    ['extra without a space', withIndex('extra\nindex 13'), 'index-missing'],
    ['another line', withIndex('note aGludA==\nindex 13'), 'index-missing'],
    [
      'a hash in hexadecimal',
      file.replace(first, Buffer.from(made.hashes[0]!).toString('hex')),
      'hash-length',
    ],
    ['a hash that is short', file.replace(first, first.slice(4)), 'hash-length'],
    ['a hash with stray bits', file.replace(first, 'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlR='), 'base64'],
    ['a hash without padding', file.replace(first, first.slice(0, -1)), 'base64'],
    ['two hashes on a line', file.replace(`${first}\n`, first), 'base64'],
    ['a space after a hash', file.replace(first, `${first} `), 'base64'],
    ['a hash missing', file.replace(`${first}\n`, ''), 'hashes-missing'],
    ['a hash more', file.replace(first, `${first}\n${first}`), 'hashes-trailing'],
    ['a thousand hashes', file.replace(first, `${first}\n`.repeat(1000).trimEnd()), 'hashes-trailing'],
    ['another hash', file.replace(first, last), 'root-mismatch'],
    ['no empty line', file.replace('\n\n', '\n'), 'base64'],
    ['an empty line too early', file.replace('index 13\n', 'index 13\n\n'), 'signature-invalid'],
    ['two empty lines', file.replace('\n\n', '\n\n\n'), 'signature-invalid'],
    ['no checkpoint', file.slice(0, file.indexOf('\n\n') + 2), 'checkpoint-missing'],
    ['no checkpoint and no empty line', file.slice(0, file.indexOf('\n\n') + 1), 'checkpoint-missing'],
    ['a checkpoint without signatures', file.slice(0, file.lastIndexOf('\n\n') + 1), 'signatures-missing'],
    ['another size', file.replace('\n21\n', '\n22\n'), 'signature-invalid'],
    ['something after the checkpoint', `${file}more\n`, 'signature-line'],
  ])('%s', (_, bad, reason) => {
    expect(why(openLogProof(bad, leaf13, trust))).toBe(reason);
  });

  it('another entry, another log and another key are refused', () => {
    const stranger = signerNamed(origin, 2);
    expect(why(openLogProof(file, numbered[12]!, trust))).toBe('root-mismatch');
    expect(why(openLogProof(file, leaf13.subarray(1), trust))).toBe('hash-length');
    expect(why(openLogProof(file, leaf13, { ...trust, origin: 'fullmakt.example/log/8' }))).toBe(
      'origin-other',
    );
    expect(why(openLogProof(file, leaf13, { origin, keys: [stranger.key] }))).toBe('key-unknown');
  });

  it('a checkpoint of an empty log shows nothing', () => {
    const empty = signCheckpoint({ origin, size: 0n, root: emptyRoot(), extensions: [] }, [signer]);
    expect(why(openLogProof(logProofText({ index: 0n, hashes: [], checkpoint: empty }), leaf13, trust))).toBe(
      'size-zero',
    );
  });

  it('no byte can be turned, left out or doubled', () => {
    const passed = [...mutants(Buffer.from(file))].filter(
      (mutant) => why(openLogProof(mutant, leaf13, trust)) === null,
    );
    expect(passed.map((mutant) => Buffer.from(mutant).toString())).toEqual([]);
  });

  it('no file that is cut opens, and none by chance', () => {
    const bytes = Buffer.from(file);
    for (const end of bytes.keys())
      expect(why(openLogProof(bytes.subarray(0, end), leaf13, trust))).not.toBeNull();
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(bytes.length), (noise, at) => {
        const mixed = Buffer.concat([bytes.subarray(0, at), noise]);
        expect(mixed.equals(bytes) || why(openLogProof(mixed, leaf13, trust)) !== null).toBe(true);
      }),
    );
  });
});
