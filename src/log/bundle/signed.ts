import { type OpenedCheckpoint, openCheckpoint, readCheckpoint } from '../checkpoint.js';
import type { NoteKey } from '../note.js';
import { textOf } from '../platform.js';
import { BundleError, type Fault } from './fault.js';
import { type BundleFiles, checkpointFile } from './files.js';

const mostBytes = 1 << 20;

/** A checkpoint of that log, or of whatever log it says, by a key that bears the log's name; null with a fault if it is none. */
export function opened(
  note: Uint8Array | string,
  keys: readonly NoteKey[],
  code: Fault['code'],
  origin: string | undefined,
  faults: Fault[],
): OpenedCheckpoint | null {
  const said = typeof note === 'string' ? note : textOf(note);
  const named = origin ?? said.split('\n', 1)[0] ?? '';
  const own = keys.filter(({ name }) => name === named);
  const checkpoint = openCheckpoint(note, { origin: named, keys: own });
  if (!('rejected' in checkpoint)) return checkpoint;
  faults.push({ code, about: checkpoint.rejected });
  return null;
}

/** The bundle's checkpoint as it lies there, and how long it says the log is, whoever wrote it. */
export async function checkpointIn(
  files: BundleFiles,
): Promise<{ note: Uint8Array; saidSize: number | null }> {
  const note = await files.read(checkpointFile, mostBytes);
  if (!note) throw new BundleError({ code: 'file-missing', about: checkpointFile });
  const text = textOf(note);
  const said = readCheckpoint(text.slice(0, text.lastIndexOf('\n\n') + 1));
  return { note, saidSize: 'rejected' in said ? null : Number(said.size) };
}
