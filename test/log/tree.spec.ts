import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { whyNotConsistent, whyNotIncluded } from '../../src/log/proof.js';
import {
  appended,
  consistencyPlan,
  emptyFrontier,
  emptyRoot,
  type Frontier,
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
  proofRead,
  rootOf,
} from '../../src/log/tree.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The eight leaves that logs of RFC 6962 have long been tested with, the roots of their trees, and some proofs. */
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const a = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const b = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const c = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const d = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const e = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const f = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';

/** A log that is held in memory, by the code under test. */
function logOf(leaves: readonly Hash[]) {
  const read = nodesOf(leaves);
  const made = (plan: Plan): Hash[] => proofOf(plan, read(plan.flat()));
  const at = (size: number): Frontier => frontierOf(BigInt(size), read(peaksOf(BigInt(size))));
  return {
    head: (size: number) => ({ size: BigInt(size), root: rootOf(at(size)) }),
    inclusion: (index: number, size: number) => made(inclusionPlan(BigInt(index), BigInt(size))),
    consistency: (old: number, size: number) => made(consistencyPlan(BigInt(old), BigInt(size))),
  };
}

/** RFC 6962 § 2.1 to the letter: recursive, over the whole list, with a hash of its own. */
function naive(leaves: readonly Hash[]) {
  const sha = (...parts: Uint8Array[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const known = new Map<string, Buffer>();
  const split = (n: number): number => {
    let k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  };
  const mth = (from: number, to: number): Buffer => {
    const name = `${from}:${to}`;
    const found = known.get(name);
    if (found) return found;
    const k = from + split(to - from);
    const one = () => Buffer.from(leaves[from]!);
    const made = to === from ? sha() : to - from === 1 ? one() : sha(Buffer.of(1), mth(from, k), mth(k, to));
    known.set(name, made);
    return made;
  };
  const path = (m: number, from: number, to: number): Buffer[] => {
    if (to - from === 1) return [];
    const k = split(to - from);
    return m < k
      ? [...path(m, from, from + k), mth(from + k, to)]
      : [...path(m - k, from + k, to), mth(from, from + k)];
  };
  const subproof = (m: number, from: number, to: number, whole: boolean): Buffer[] => {
    if (m === to - from) return whole ? [] : [mth(from, to)];
    const k = split(to - from);
    return m <= k
      ? [...subproof(m, from, from + k, whole), mth(from + k, to)]
      : [...subproof(m - k, from + k, to, false), mth(from, from + k)];
  };
  return {
    root: (size: number) => mth(0, size),
    inclusion: (index: number, size: number) => path(index, 0, size),
    consistency: (old: number, size: number) => subproof(old, 0, size, true),
  };
}

const numbered = (count: number): Hash[] =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));

describe('known answers', () => {
  const leaves = knownLeaves.map((entry) => leafHash(Buffer.from(entry, 'hex')));
  const log = logOf(leaves);

  it('hashes leaves and nodes apart', () => {
    expect(hex(emptyRoot())).toBe(knownRoots[0]);
    expect(hex(leafHash(Buffer.alloc(0)))).toBe(knownRoots[1]);
    expect(hex(leafHash(Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    const forged = leafHash(Buffer.concat([leaves[0]!, leaves[1]!]));
    expect(hex(nodeHash(leaves[0]!, leaves[1]!))).not.toBe(hex(forged));
  });

  it('finds the root of each size', () => {
    expect(knownRoots.map((_, size) => hex(log.head(size).root))).toEqual(knownRoots);
  });

  it.each<[number, number, string[]]>([
    [0, 1, []],
    [0, 8, [a, b, c]],
    [5, 8, [d, e, knownRoots[4]!]],
    [2, 3, [knownRoots[2]!]],
    [1, 5, [knownRoots[1]!, b, d]],
  ])('proves that leaf %d is among %d', (index, size, proof) => {
    expect(log.inclusion(index, size).map(hex)).toEqual(proof);
  });

  it.each<[number, number, string[]]>([
    [1, 1, []],
    [1, 8, [a, b, c]],
    [6, 8, [f, e, knownRoots[4]!]],
    [2, 5, [b, d]],
  ])('proves that the log of %d begins the log of %d', (old, size, proof) => {
    expect(log.consistency(old, size).map(hex)).toEqual(proof);
  });
});

describe('every tree of up to 130 leaves, beside the definition', () => {
  const leaves = numbered(130);
  const log = logOf(leaves);
  const other = naive(leaves);
  const sizes = Array.from({ length: 131 }, (_, size) => size);

  it('has the same root', () => {
    expect(sizes.map((size) => hex(log.head(size).root))).toEqual(sizes.map((size) => hex(other.root(size))));
  });

  const heads = sizes.map((size) => log.head(size));
  const written = (proof: readonly Hash[]): string => proof.map(hex).join();
  const pairs = sizes.flatMap((size) => Array.from({ length: size }, (_, index) => ({ index, size })));

  it('has the same proof of each leaf, and it holds', () => {
    const wrong = pairs.filter(({ index, size }) => {
      const proof = log.inclusion(index, size);
      return (
        written(proof) !== written(other.inclusion(index, size)) ||
        whyNotIncluded(leaves[index]!, BigInt(index), heads[size]!, proof) !== null
      );
    });
    expect(wrong).toEqual([]);
  });

  it('has the same proof of each size it has passed, and it holds', () => {
    const wrong = pairs.filter(({ index, size }) => {
      const proof = log.consistency(index + 1, size);
      return (
        written(proof) !== written(other.consistency(index + 1, size)) ||
        whyNotConsistent(heads[index + 1]!, heads[size]!, proof) !== null
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('appending', () => {
  const named = ({ level, index }: NodeAt): string => `${level}/${index}`;

  it.each<[bigint, string[]]>([
    [0n, ['0/0']],
    [1n, ['0/1', '1/0']],
    [2n, ['0/2']],
    [3n, ['0/3', '1/1', '2/0']],
    [7n, ['0/7', '1/3', '2/1', '3/0']],
    [11n, ['0/11', '1/5', '2/2']],
  ])('leaf %d completes its subtrees', (size, nodes) => {
    const peaks = peaksOf(size).map(({ index }) => leafHash(Buffer.from(`${index}`)));
    const { frontier, completed } = appended({ size, peaks }, leafHash(Buffer.of()));
    expect(completed.map(named)).toEqual(nodes);
    expect(frontier.size).toBe(size + 1n);
    expect(frontier.peaks).toHaveLength(peaksOf(size + 1n).length);
  });

  it('stores each full subtree once, with its root, and proofs read nothing else', () => {
    const leaves = numbered(130);
    const other = naive(leaves);
    const stored = new Map<string, string>();
    let frontier = emptyFrontier;
    for (const leaf of leaves) {
      const next = appended(frontier, leaf);
      for (const node of next.completed) {
        expect(stored.has(named(node))).toBe(false);
        stored.set(named(node), hex(node.hash));
      }
      frontier = next.frontier;
      expect(hex(rootOf(frontier))).toBe(hex(other.root(Number(frontier.size))));
      expect(frontier.peaks.map(hex)).toEqual(peaksOf(frontier.size).map((at) => stored.get(named(at))));
    }
    expect(stored.size).toBe(130 + 65 + 32 + 16 + 8 + 4 + 2 + 1);
    const needed = new Set<string>();
    for (let size = 1n; size <= 130n; size += 1n)
      for (let i = 0n; i < size; i += 1n)
        for (const at of [...inclusionPlan(i, size), ...consistencyPlan(i + 1n, size)].flat())
          needed.add(named(at));
    expect([...needed].filter((at) => !stored.has(at))).toEqual([]);
  });

  it('leaves the frontier it was given as it was', () => {
    const before = appended(emptyFrontier, leafHash(Buffer.of(1))).frontier;
    const root = hex(rootOf(before));
    appended(before, leafHash(Buffer.of(2)));
    expect(before.size).toBe(1n);
    expect(hex(rootOf(before))).toBe(root);
  });
});

describe('at any size', () => {
  const size = fc.bigInt({ min: 1n, max: largestSize });
  const within = size.chain((n) => fc.tuple(fc.bigInt({ min: 0n, max: n - 1n }), fc.constant(n)));

  it('peaks are full subtrees, greatest first, that fill the log', () => {
    fc.assert(
      fc.property(size, (n) => {
        const peaks = peaksOf(n);
        const starts = peaks.map(({ level, index }) => index << BigInt(level));
        const ends = peaks.map(({ level, index }) => (index + 1n) << BigInt(level));
        expect([...starts, n]).toEqual([0n, ...ends]);
        const levels = peaks.map(({ level }) => level);
        expect(levels).toEqual([...new Set(levels)].sort((one, two) => two - one));
      }),
    );
  });

  it('a proof is read at once, from at most two nodes a level', async () => {
    await fc.assert(
      fc.asyncProperty(within, async ([index, n]) => {
        for (const plan of [inclusionPlan(index, n), consistencyPlan(index + 1n, n)]) {
          const reads: number[] = [];
          const proof = await proofRead(plan, async (nodes) => {
            reads.push(nodes.length);
            expect(nodes.every(({ level, index: i }) => (i + 1n) << BigInt(level) <= n)).toBe(true);
            return nodes.map(({ level, index: i }) => leafHash(Buffer.from(`${level}/${i}`)));
          });
          expect(proof).toHaveLength(plan.length);
          expect(reads).toHaveLength(1);
          expect(reads[0]).toBeLessThanOrEqual(2 * n.toString(2).length);
        }
      }),
    );
  });
});

describe('what cannot be made', () => {
  const leaf = leafHash(Buffer.of());

  it('is refused', () => {
    expect(() => inclusionPlan(0n, 0n)).toThrow(RangeError);
    expect(() => inclusionPlan(5n, 5n)).toThrow(RangeError);
    expect(() => inclusionPlan(-1n, 5n)).toThrow(RangeError);
    expect(() => inclusionPlan(0n, largestSize + 1n)).toThrow(RangeError);
    expect(() => consistencyPlan(0n, 5n)).toThrow(RangeError);
    expect(() => consistencyPlan(6n, 5n)).toThrow(RangeError);
    expect(() => peaksOf(-1n)).toThrow(RangeError);
    expect(() => frontierOf(3n, [leaf])).toThrow(RangeError);
    expect(() => frontierOf(1n, [leaf.subarray(1)])).toThrow(RangeError);
    expect(() => nodeHash(leaf, leaf.subarray(1))).toThrow(RangeError);
    expect(() => appended(emptyFrontier, leaf.subarray(1))).toThrow(RangeError);
    expect(() => appended({ size: largestSize, peaks: [leaf] }, leaf)).toThrow(RangeError);
  });

  it('a node that is missing where it was stored is not made up', () => {
    const plan = inclusionPlan(4n, 7n);
    expect(() => proofOf(plan, nodesOf(numbered(5))(plan.flat()))).toThrow(RangeError);
  });
});
