import { hashOf } from '../checkpoint.js';
import { base64Of } from '../platform.js';
import { type Hash, type NodeAt, peaksOf, type StoredNode } from '../tree.js';
import { BundleError } from './fault.js';
import type { Peaks } from './peaks.js';

/** A part of a log, with the subtrees on either side that lead from it to the root of the whole. */
export interface Range {
  /** Numbers of entries: from the first up to, not including, the end. */
  readonly first: number;
  readonly end: number;
  /** Of the log whose checkpoint lies beside. */
  readonly size: number;
  /** Of the full subtrees that entries 0 up to `first` consist of, left to right. */
  readonly before: readonly Hash[];
  readonly after: readonly StoredNode[];
}

/** The full subtrees that the entries from `end` up to `size` consist of, left to right, each as large as its place allows. */
export function nodesAfter(end: number, size: number): NodeAt[] {
  const nodes: NodeAt[] = [];
  const last = BigInt(size);
  for (let at = BigInt(end); at < last; ) {
    let level = 0;
    while (((at >> BigInt(level)) & 1n) === 0n && at + (1n << BigInt(level + 1)) <= last) level += 1;
    nodes.push({ level, index: at >> BigInt(level) });
    at += 1n << BigInt(level);
  }
  return nodes;
}

export const nodesBefore = (first: number): NodeAt[] => peaksOf(BigInt(first));

interface RangeJson {
  readonly first: number;
  readonly end: number;
  readonly size: number;
  readonly before: readonly string[];
  readonly after: readonly { readonly level: number; readonly index: number; readonly hash: string }[];
}

export function rangeText({ first, end, size, before, after }: Range): string {
  const json: RangeJson = {
    first,
    end,
    size,
    before: before.map(base64Of),
    after: after.map(({ level, index, hash }) => ({ level, index: Number(index), hash: base64Of(hash) })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Throws BundleError for anything but what `rangeText` can say: which subtrees there are follows from the numbers. */
export function readRange(bytes: Uint8Array): Range {
  const json = jsonOf(bytes);
  const { first, end, size } = json;
  const whole = [first, end, size].every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!whole || first > end || end > size) throw malformed('numbers');
  if (!Array.isArray(json.before) || !Array.isArray(json.after)) throw malformed('hashes');
  const before = json.before.map(readHash);
  if (before.length !== nodesBefore(first).length) throw malformed('before');
  const places = nodesAfter(end, size);
  if (json.after.length !== places.length) throw malformed('after');
  const after = places.map(({ level, index }, i) => {
    const node = json.after[i];
    if (node?.level !== level || node.index !== Number(index)) throw malformed('after');
    return { level, index, hash: readHash(node.hash) };
  });
  return { first, end, size, before, after };
}

/** The subtrees before the part go onto an empty log. */
export function pushBefore(peaks: Peaks, { first, before }: Range): void {
  nodesBefore(first).forEach(({ level }, i) => {
    peaks.pushSubtree(before[i]!, level);
  });
}

/** The subtrees after the part, once all its entries are there. */
export function pushAfter(peaks: Peaks, { after }: Range): void {
  for (const { hash, level } of after) peaks.pushSubtree(hash, level);
}

function jsonOf(bytes: Uint8Array): RangeJson {
  try {
    const json: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as RangeJson;
  } catch {}
  throw malformed('json');
}

function readHash(text: unknown): Hash {
  const hash = typeof text === 'string' ? hashOf(text) : { rejected: 'base64' };
  if ('rejected' in hash) throw malformed(hash.rejected);
  return hash;
}

const malformed = (about: string) => new BundleError({ code: 'range', about });
