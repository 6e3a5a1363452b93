import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Checkpoint,
  checkpointText,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from '../../src/log/checkpoint.js';
import { readVkey, signNote } from '../../src/log/note.js';
import { emptyRoot, largestSize, leafHash } from '../../src/log/tree.js';
import { mutants, signerNamed, taken, why } from './signers.js';

const origin = 'fullmakt.example/log/0193a1f0-0000-7000-8000-000000000001';
const signer = signerNamed(origin, 1);
const trust = { origin, keys: [signer.key] };
const root = leafHash(Buffer.from('an entry'));
const root64 = Buffer.from(root).toString('base64');
const checkpoint: Checkpoint = { origin, size: 1n, root, extensions: [] };

/** Checkpoints that Go's checksum database has published: a log of others, under a key with another name than its origin. */
const foreign = [
  'go.sum database tree\n31700353\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n— sum.golang.org Az3grnmrIUEDFqHzAElIQCPNoRFRAAdFo47fooyWKMHb89k11GJh5zHIfNCOBmwn/C3YI8oW9/C8DJ87F61QqspBYwM=\n',
  'go.sum database tree\n49189689\nftjbAOzaupaIvaPo/G+Dk63nxOZ2s1OPOKIaPtXs7S4=\n\n— sum.golang.org Az3grlKZssqRoMNPpZfKt0TphbbcF+pzXqElURJKRNFKfaUAgqeI5k2AORH0QAhg/ebRwyIqD/OqP4oLtLnNumvOBAM=\n',
  'go.sum database tree\n65209736\n5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=\n\n— sum.golang.org Az3grnbssgK7ubgFX36gVETtNv0U23qxyAhAMai2QUfeGa3nB/akvkMdlUErfcZz7l/R3cVtYspg3dxXABkGZZKdsQ8=\n',
];
const foreignKey = taken(readVkey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'));

describe('known answers', () => {
  it('the example of the specification is read', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const read = taken(readCheckpoint(text));
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163n, extensions: [] });
    expect(checkpointText(read)).toBe(text);
  });

  it.each(foreign)('a checkpoint of another log opens: %s', (note) => {
    const opened = taken(openCheckpoint(note, { origin: 'go.sum database tree', keys: [foreignKey] }));
    expect(note.startsWith(checkpointText(opened))).toBe(true);
    expect(opened.keys).toEqual([foreignKey]);
  });
});

describe('a checkpoint', () => {
  it('is written as the specification has it', () => {
    expect(checkpointText(checkpoint)).toBe(`${origin}\n1\n${root64}\n`);
    expect(checkpointText({ ...checkpoint, extensions: ['a b', 'c'] })).toBe(
      `${origin}\n1\n${root64}\na b\nc\n`,
    );
  });

  it('opens as it was signed, by each of two keys while one replaces the other', () => {
    const next = signerNamed(origin, 2);
    const note = signCheckpoint(checkpoint, [signer, next]);
    expect(openCheckpoint(note, trust)).toEqual({
      ...checkpoint,
      root: Buffer.from(root),
      keys: [signer.key],
    });
    expect(openCheckpoint(note, { origin, keys: [next.key] })).toMatchObject({ keys: [next.key] });
    expect(openCheckpoint(note, { origin, keys: [signer.key, next.key] })).toMatchObject({
      keys: [signer.key, next.key],
    });
  });

  it('of an empty log has the root of nothing', () => {
    const empty = { ...checkpoint, size: 0n, root: emptyRoot() };
    expect(openCheckpoint(signCheckpoint(empty, [signer]), trust)).toMatchObject({ size: 0n });
    expect(why(readCheckpoint(`${origin}\n0\n${root64}\n`))).toBe('root-of-nothing');
  });

  it('is read again at any size, with any lines', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => !/\p{Cc}/u.test(s));
    const any = fc.record({
      origin: line,
      size: fc.bigInt({ min: 1n, max: largestSize }),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
      extensions: fc.array(line),
    });
    fc.assert(
      fc.property(any, (made) => {
        const opened = openCheckpoint(signCheckpoint(made, [signer]), {
          origin: made.origin,
          keys: [signer.key],
        });
        expect(opened).toEqual({ ...made, keys: [signer.key] });
      }),
    );
  });

  it('that could not be read back is not signed', () => {
    const bad: Partial<Checkpoint>[] = [
      { origin: '' },
      { origin: 'two\nlines' },
      { origin: 'NUL\0' },
      { size: -1n },
      { size: 0n },
      { size: largestSize + 1n },
      { root: root.subarray(1) },
      { extensions: [''] },
      { extensions: ['two\nlines'] },
      { extensions: ['carriage\rreturn'] },
    ];
    for (const part of bad)
      expect(() => signCheckpoint({ ...checkpoint, ...part }, [signer])).toThrow(RangeError);
    expect(() => signCheckpoint(checkpoint, [])).toThrow(RangeError);
  });
});

describe('malformed checkpoints, although signed', () => {
  it.each<[string, string, string]>([
    ['one line', 'example.com/log\n', 'lines-missing'],
    ['two lines', `${origin}\n1\n`, 'lines-missing'],
    ['no origin', `\n1\n${root64}\n`, 'empty-line'],
    ['no size', `${origin}\n\n${root64}\n`, 'empty-line'],
    ['no root', `${origin}\n1\n\n`, 'empty-line'],
    ['an empty line', '\n', 'empty-line'],
    ['an empty extension', `${origin}\n1\n${root64}\n\n`, 'empty-line'],
    ['an empty line before an extension', `${origin}\n1\n${root64}\n\nmore\n`, 'empty-line'],
    ['a leading zero', `${origin}\n01\n${root64}\n`, 'leading-zero'],
    ['two zeros', `${origin}\n00\n${root64}\n`, 'leading-zero'],
    ['a sign', `${origin}\n+1\n${root64}\n`, 'number-form'],
    ['a negative size', `${origin}\n-1\n${root64}\n`, 'number-form'],
    ['hexadecimal', `${origin}\n0x1\n${root64}\n`, 'number-form'],
    ['an exponent', `${origin}\n1e3\n${root64}\n`, 'number-form'],
    ['a decimal point', `${origin}\n1.0\n${root64}\n`, 'number-form'],
    ['a space before the size', `${origin}\n 1\n${root64}\n`, 'number-form'],
    ['a space after the size', `${origin}\n1 \n${root64}\n`, 'number-form'],
    ['digits of another script', `${origin}\n١\n${root64}\n`, 'number-form'],
    ['one more than the largest size', `${origin}\n9223372036854775809\n${root64}\n`, 'number-too-large'],
    ['2^64', `${origin}\n18446744073709551616\n${root64}\n`, 'number-too-large'],
    ['a thousand digits', `${origin}\n${'9'.repeat(1000)}\n${root64}\n`, 'number-too-large'],
    ['a root without padding', `${origin}\n1\n${root64.slice(0, -1)}\n`, 'base64'],
    ['a root in hexadecimal', `${origin}\n1\n${Buffer.from(root).toString('hex')}\n`, 'hash-length'],
    ['a root that is short', `${origin}\n1\n${root64.slice(4)}\n`, 'hash-length'],
    ['a root that is long', `${origin}\n1\nAAAA${root64}\n`, 'hash-length'],
    ['a space after the root', `${origin}\n1\n${root64} \n`, 'base64'],
    ['another log', `${origin}2\n1\n${root64}\n`, 'origin-other'],
    ['another log by its capitals', `${origin.toUpperCase()}\n1\n${root64}\n`, 'origin-other'],
    ['a space after the origin', `${origin} \n1\n${root64}\n`, 'origin-other'],
  ])('%s', (_, text, reason) => {
    expect(why(openCheckpoint(signNote(text, [signer]), trust))).toBe(reason);
  });

  it('the text of a checkpoint ends in a newline', () => {
    expect(why(readCheckpoint(`${origin}\n1\n${root64}`))).toBe('no-final-newline');
  });

  it('the largest size is read', () => {
    expect(readCheckpoint(`${origin}\n9223372036854775808\n${root64}\n`)).toMatchObject({ size: 2n ** 63n });
  });
});

describe('a checkpoint that is not to be trusted', () => {
  const note = signCheckpoint(checkpoint, [signer]);

  it('is refused before anything in it is believed', () => {
    const stranger = signerNamed(origin, 3);
    expect(why(openCheckpoint(note, { origin, keys: [stranger.key] }))).toBe('key-unknown');
    expect(why(openCheckpoint(note, { origin, keys: [] }))).toBe('key-unknown');
    const unsigned = signNote('\n0\nnothing here is well formed\n', [stranger]);
    expect(why(openCheckpoint(unsigned, trust))).toBe('key-unknown');
  });

  it('no byte can be turned, left out or doubled', () => {
    const passed = [...mutants(Buffer.from(note))].filter(
      (mutant) => why(openCheckpoint(mutant, trust)) === null,
    );
    expect(passed.map((mutant) => Buffer.from(mutant).toString())).toEqual([]);
  });
});
