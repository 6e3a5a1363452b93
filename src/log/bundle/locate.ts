import { readCheckpoint } from '../checkpoint.js';
import type { NoteKey } from '../note.js';
import { digestOf, textOf } from '../platform.js';
import type { Fault } from './fault.js';
import { type BundleFiles, checkpointsFile, entriesFile } from './files.js';
import { readLine } from './line.js';
import { eachLine } from './lines.js';
import { Peaks } from './peaks.js';
import { pushBefore, type Range } from './range.js';
import { opened } from './signed.js';

/** One line of checkpoints.ndjson: the log as it was signed after one act. */
interface Kept {
  readonly size: number;
  readonly root: string;
}

/**
 * The first entries that are not those that were signed, by the checkpoints of each act: among the numbers below `limit`.
 * Only asked for when something does not hold. Null when the checkpoints are not there, or say nothing about it.
 */
export async function firstUnsigned(
  files: BundleFiles,
  {
    keys,
    origin,
    range,
    limit,
  }: { keys: readonly NoteKey[]; origin: string; range: Range | null; limit: number },
): Promise<Fault | null> {
  const first = range?.first ?? 0;
  const kept = await keptIn(files, first, limit);
  const differs = await firstDifference(files, range, kept);
  const other = kept[differs];
  if (other === undefined) return null;
  const before = kept[differs - 1];
  const seq = before?.size ?? first;
  const wanted = [other.size, ...(before ? [before.size] : [])];
  const signed = await signedSizes(files, wanted, { keys, origin });
  if (!wanted.every((size) => signed.has(size))) return null;
  const last = other.size - 1;
  return { code: 'entry-unsigned', seq, ...(last > seq && { last }) };
}

async function keptIn(files: BundleFiles, first: number, limit: number): Promise<Kept[]> {
  const kept: Kept[] = [];
  await eachNote(files, (note) => {
    const read = readCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
    if ('rejected' in read) return;
    const size = Number(read.size);
    const root = digestOf(read.root);
    if (size > Math.max(first, kept.at(-1)?.size ?? 0) && size <= limit) kept.push({ size, root });
  });
  return kept;
}

/** Which of them is the first that the entries do not give. */
async function firstDifference(
  files: BundleFiles,
  range: Range | null,
  kept: readonly Kept[],
): Promise<number> {
  const peaks = new Peaks();
  if (range) pushBefore(peaks, range);
  let next = 0;
  let differs = -1;
  const pieces = await files.open(entriesFile);
  if (!pieces) return -1;
  await eachLine(pieces, (bytes, start, end) => {
    const line = readLine(bytes, start, end, peaks.size);
    const wanted = kept[next];
    if (typeof line === 'string' || wanted === undefined) return false;
    peaks.push(line.leafHash);
    if (peaks.size < wanted.size) return true;
    next += 1;
    if (digestOf(peaks.root()) === wanted.root) return true;
    differs = next - 1;
    return false;
  });
  return differs;
}

async function signedSizes(
  files: BundleFiles,
  sizes: readonly number[],
  { keys, origin }: { keys: readonly NoteKey[]; origin: string },
): Promise<Set<number>> {
  const signed = new Set<number>();
  await eachNote(files, (note) => {
    const said = Number(note.split('\n', 2)[1]);
    if (!sizes.includes(said)) return;
    if (opened(note, keys, 'checkpoint', origin, [])) signed.add(said);
  });
  return signed;
}

async function eachNote(files: BundleFiles, see: (note: string) => void): Promise<void> {
  const pieces = await files.open(checkpointsFile);
  if (!pieces) return;
  await eachLine(pieces, (bytes, start, end) => {
    const note = noteOf(textOf(bytes, start, end));
    if (note !== null) see(note);
    return note !== null;
  });
}

function noteOf(line: string): string | null {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'string' ? json : null;
  } catch {
    return null;
  }
}
