import type { OpenedCheckpoint } from '../checkpoint.js';
import type { NoteKey } from '../note.js';
import { BundleError, type Fault } from './fault.js';
import { type BundleFiles, rangeFile } from './files.js';
import { givenKeys, keysIn } from './keys.js';
import { type Range, readRange } from './range.js';
import { checkpointIn, opened } from './signed.js';

/** What whoever verifies brings along: the less, the more rests on the bundle itself. */
export interface Given {
  /** Verifier keys (name+id+base64); without any, the bundle's own are used. */
  readonly vkeys: readonly string[];
  /** A checkpoint of the same log that was kept from before. */
  readonly checkpoint?: Uint8Array;
  /** What the log calls itself. */
  readonly origin?: string;
}

/** What the entries are judged by. What could not be opened is null, and a fault: the entries are read all the same. */
export interface Ground {
  readonly keys: readonly NoteKey[];
  readonly checkpoint: OpenedCheckpoint | null;
  readonly held: OpenedCheckpoint | null;
  readonly range: Range | null;
  /** The number after the last entry; infinite when no checkpoint says so. */
  readonly end: number;
  readonly faults: readonly Fault[];
}

const rangeBytes = 1 << 20;

/** Throws BundleError where nothing can be judged at all. */
export async function groundOf(files: BundleFiles, given: Given): Promise<Ground> {
  const faults: Fault[] = [];
  const keys = given.vkeys.length > 0 ? givenKeys(given.vkeys) : await keysIn(files);
  const { note, saidSize } = await checkpointIn(files);
  const checkpoint = opened(note, keys, 'checkpoint', given.origin, faults);
  const origin = checkpoint?.origin ?? given.origin;
  const held = given.checkpoint && opened(given.checkpoint, keys, 'held-checkpoint', origin, faults);
  const bytes = await files.read(rangeFile, rangeBytes);
  const said = bytes && readRange(bytes);
  if (said && said.size !== saidSize) throw new BundleError({ code: 'range', about: 'size' });
  // A part that is the whole is judged as the whole.
  const range = said && (said.first > 0 || said.end < said.size) ? said : null;
  const end = range?.end ?? saidSize ?? Number.POSITIVE_INFINITY;
  return { keys, checkpoint, held: held ?? null, range, end, faults };
}
