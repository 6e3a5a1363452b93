import { sameBytes, sha256 } from './platform.js';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

/** The most leaves a tree may have: every index then fits 63 bits, as PostgreSQL's bigint and other logs store it. */
export const largestSize = 2n ** 63n;

const hashBytes = 32;

/** RFC 6962 § 2.1: the root of a tree without leaves. */
export const emptyRoot = (): Hash => sha256(new Uint8Array(0));

/** RFC 6962 § 2.1: SHA-256(0x00 ‖ entry). The prefixes keep a node from being passed off as an entry. */
export function leafHash(entry: Uint8Array): Hash {
  const prefixed = new Uint8Array(1 + entry.length);
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

const pair = new Uint8Array(1 + 2 * hashBytes).fill(1);

/** RFC 6962 § 2.1: SHA-256(0x01 ‖ left ‖ right). Throws RangeError on anything but two hashes. */
export function nodeHash(left: Hash, right: Hash): Hash {
  if (!isHash(left) || !isHash(right)) throw new RangeError(`a hash has ${hashBytes} bytes`);
  pair.set(left, 1);
  pair.set(right, 1 + hashBytes);
  return sha256(pair);
}

/**
 * A subtree of 2^level leaves without a gap: leaves index · 2^level up to, not including, (index + 1) · 2^level.
 * Level 0 is the leaves. Only such subtrees are stored: once its last leaf is there, none of them ever changes.
 */
export interface NodeAt {
  readonly level: number;
  readonly index: bigint;
}

export interface StoredNode extends NodeAt {
  readonly hash: Hash;
}

/** The stored nodes that leaves from `first` up to `end` consist of, left to right; `first` must be the start of a subtree. */
function cover(first: bigint, end: bigint): NodeAt[] {
  const nodes: NodeAt[] = [];
  for (let at = first; at < end; ) {
    const level = (end - at).toString(2).length - 1;
    nodes.push({ level, index: at >> BigInt(level) });
    at += 1n << BigInt(level);
  }
  return nodes;
}

/** Subtrees that stand side by side, the greater to the left, under one root. */
const joined = (hashes: readonly Hash[]): Hash => hashes.reduceRight((right, left) => nodeHash(left, right));

/** What it takes to append to a log: its size and the roots of the stored subtrees it consists of, left to right. */
export interface Frontier {
  readonly size: bigint;
  readonly peaks: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0n, peaks: [] };

/** Which stored nodes are the peaks of a log of this size: one for each bit that is set, 63 at most. */
export function peaksOf(size: bigint): NodeAt[] {
  mustBeSize(size);
  return cover(0n, size);
}

/** Throws RangeError when the peaks are not as many as the size needs: a node is missing where they were stored. */
export function frontierOf(size: bigint, peaks: readonly Hash[]): Frontier {
  mustBeHashes(peaks, peaksOf(size).length);
  return { size, peaks };
}

/** The root of the whole log (RFC 6962 § 2.1, MTH). */
export const rootOf = ({ peaks }: Frontier): Hash => (peaks.length === 0 ? emptyRoot() : joined(peaks));

/** One leaf more, and the nodes it completes, the leaf itself first: these are to be stored. Throws RangeError on a full log. */
export function appended(frontier: Frontier, leaf: Hash): { frontier: Frontier; completed: StoredNode[] } {
  const { size } = frontier;
  if (size >= largestSize) throw new RangeError(`a log has at most ${largestSize} leaves`);
  mustBeHashes([leaf], 1);
  const completed: StoredNode[] = [{ level: 0, index: size, hash: leaf }];
  let top = leaf;
  let kept = frontier.peaks.length;
  for (let index = size; (index & 1n) === 1n; index >>= 1n) {
    kept -= 1;
    top = nodeHash(frontier.peaks[kept]!, top);
    completed.push({ level: completed.length, index: index >> 1n, hash: top });
  }
  return { frontier: { size: size + 1n, peaks: [...frontier.peaks.slice(0, kept), top] }, completed };
}

/** The hashes of a proof, in order: each is made of stored nodes that stand side by side. At most 126 nodes in all. */
export type Plan = readonly (readonly NodeAt[])[];

/** RFC 6962 § 2.1.1: PATH(index, D[size]), from the leaf's sibling up. Throws RangeError unless 0 ≤ index < size. */
export function inclusionPlan(index: bigint, size: bigint): Plan {
  mustBeSize(size);
  if (index < 0n || index >= size) throw new RangeError(`no leaf ${index} among ${size}`);
  return siblings(0, index, size);
}

/**
 * RFC 6962 § 2.1.2: PROOF(oldSize, D[size]), that the log of `size` leaves begins with the log of `oldSize`.
 * Throws RangeError unless 0 < oldSize ≤ size: that something begins with nothing needs no proof.
 */
export function consistencyPlan(oldSize: bigint, size: bigint): Plan {
  mustBeSize(size);
  if (oldSize < 1n || oldSize > size) throw new RangeError(`no log of ${oldSize} within ${size} leaves`);
  if (oldSize === size) return [];
  const { level, index } = lastPeak(oldSize);
  const above = siblings(level, index, size);
  return index === 0n ? above : [[{ level, index }], ...above];
}

/** The smallest subtree of a log: where old and new part. It has index 0 when the size is a power of two. */
export function lastPeak(size: bigint): NodeAt {
  let level = 0;
  let index = size - 1n;
  for (; (index & 1n) === 1n; index >>= 1n) level += 1;
  return { level, index };
}

function siblings(level: number, index: bigint, size: bigint): Plan {
  return sides(index, (size - 1n) >> BigInt(level)).map(({ side, up, at }) => {
    const height = level + up;
    if (side === 'left') return [{ level: height, index: at - 1n }];
    const first = (at + 1n) << BigInt(height);
    const full = first + (1n << BigInt(height));
    return cover(first, full < size ? full : size);
  });
}

/**
 * On which side a node's siblings stand, on the way from place `index` of `last` up to the root.
 * A node that stands alone at the end of its level has none there.
 */
export function sides(index: bigint, last: bigint): { side: 'left' | 'right'; up: number; at: bigint }[] {
  const found: { side: 'left' | 'right'; up: number; at: bigint }[] = [];
  for (let at = index, end = last, up = 0; end > 0n; at >>= 1n, end >>= 1n, up += 1) {
    if ((at & 1n) === 1n) found.push({ side: 'left', up, at });
    else if (at < end) found.push({ side: 'right', up, at });
  }
  return found;
}

/** The proof from the hashes of `plan.flat()`, in that order. Throws RangeError when one is missing. */
export function proofOf(plan: Plan, nodes: readonly Hash[]): Hash[] {
  mustBeHashes(nodes, plan.flat().length);
  let taken = 0;
  return plan.map((part) => {
    taken += part.length;
    return joined(nodes.slice(taken - part.length, taken));
  });
}

/** The proof from where the nodes are stored; they are asked for once, all together. */
export async function proofRead(
  plan: Plan,
  read: (nodes: readonly NodeAt[]) => Promise<readonly Hash[]>,
): Promise<Hash[]> {
  return proofOf(plan, await read(plan.flat()));
}

/** The stored nodes of a log that is held as a list of its leaf hashes, oldest first: to be read with `proofOf`. */
export function nodesOf(leaves: readonly Hash[]): (nodes: readonly NodeAt[]) => Hash[] {
  const levels: Hash[][] = [];
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    const next = appended(frontier, leaf);
    for (const { level, hash: made } of next.completed) {
      levels[level] ??= [];
      levels[level].push(made);
    }
    frontier = next.frontier;
  }
  return (nodes) => nodes.flatMap(({ level, index }) => levels[level]?.[Number(index)] ?? []);
}

export const isHash = (bytes: Uint8Array): boolean => bytes.length === hashBytes;

export const sameHash = (one: Hash, other: Hash): boolean => sameBytes(one, other);

function mustBeSize(size: bigint): void {
  if (size < 0n || size > largestSize) throw new RangeError(`${size} is not a number of leaves`);
}

function mustBeHashes(hashes: readonly Hash[], count: number): void {
  if (hashes.length !== count || !hashes.every(isHash))
    throw new RangeError(`${count} hashes of ${hashBytes} bytes are needed, not ${hashes.length}`);
}
