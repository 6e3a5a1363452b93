import { type NoteKey, type NoteReason, openNote, type Signer, signNote } from './note.js';
import { base64Of, fromBase64 } from './platform.js';
import { type NumberReason, numberOf, type Rejected } from './text.js';
import { emptyRoot, type Hash, isHash, largestSize, sameHash } from './tree.js';

/** A log at one size: whoever holds one can show any later change of what came before it. */
export interface Checkpoint {
  /** Which log: `<host>/log/<clinic id>`, or what another log calls itself. */
  readonly origin: string;
  /** Number of leaves, 0 to 2^63. */
  readonly size: bigint;
  /** RFC 6962 § 2.1, of that many leaves. */
  readonly root: Hash;
  /** Opaque lines that were signed along with the rest; nothing here is to be concluded from them. */
  readonly extensions: readonly string[];
}

export type CheckpointReason =
  | NumberReason
  | 'lines-missing'
  | 'empty-line'
  | 'no-final-newline'
  | 'base64'
  | 'hash-length'
  | 'root-of-nothing';

/** Which log, and whose word is taken for it. Keys of witnesses do not belong here: they vouch for no log of their own. */
export interface Trust {
  readonly origin: string;
  readonly keys: readonly NoteKey[];
}

export interface OpenedCheckpoint extends Checkpoint {
  /** Those of the trusted keys that signed it: at least one. */
  readonly keys: readonly NoteKey[];
}

export type OpenCheckpointReason = NoteReason | CheckpointReason | 'origin-other';

/** The text to be signed, as C2SP tlog-checkpoint has it. Throws RangeError when it could not be read back. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, size, base64Of(root), ...extensions, ''].join('\n');
  const read = readCheckpoint(text);
  if ('rejected' in read) throw new RangeError(`a checkpoint cannot be made: ${read.rejected}`);
  if (read.origin !== origin || read.extensions.length !== extensions.length)
    throw new RangeError('a checkpoint cannot be made: a line holds a newline');
  return text;
}

/**
 * C2SP tlog-checkpoint, signed. It is for the caller to know that it extends the last one that was signed:
 * two checkpoints of one log that do not agree are proof that the log cannot be trusted.
 */
export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly Signer[]): string =>
  signNote(checkpointText(checkpoint), signers);

/** A checkpoint of the log that is asked for, signed by a key that is trusted for it. */
export function openCheckpoint(
  note: Uint8Array | string,
  trust: Trust,
): OpenedCheckpoint | Rejected<OpenCheckpointReason> {
  const opened = openNote(note, trust.keys);
  if ('rejected' in opened) return opened;
  const checkpoint = readCheckpoint(opened.text);
  if ('rejected' in checkpoint) return checkpoint;
  return checkpoint.origin === trust.origin
    ? { ...checkpoint, keys: opened.keys }
    : { rejected: 'origin-other' };
}

/** The text of a note that has been opened; by itself it says nothing about who wrote it. */
export function readCheckpoint(text: string): Checkpoint | Rejected<CheckpointReason> {
  const lines = text.split('\n');
  if (lines.pop() !== '') return { rejected: 'no-final-newline' };
  const [origin, digits, base64, ...extensions] = lines;
  if (lines.includes('')) return { rejected: 'empty-line' };
  if (origin === undefined || digits === undefined || base64 === undefined)
    return { rejected: 'lines-missing' };
  const size = numberOf(digits, largestSize);
  if (typeof size !== 'bigint') return size;
  const root = hashOf(base64);
  if ('rejected' in root) return root;
  if (size === 0n && !sameHash(root, emptyRoot())) return { rejected: 'root-of-nothing' };
  return { origin, size, root, extensions };
}

export function hashOf(base64: string): Hash | Rejected<'base64' | 'hash-length'> {
  const bytes = fromBase64(base64);
  if (!bytes) return { rejected: 'base64' };
  return isHash(bytes) ? bytes : { rejected: 'hash-length' };
}
