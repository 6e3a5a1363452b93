import type { OpenCheckpointReason } from '../checkpoint.js';
import type { KeyReason } from '../note.js';
import type { InclusionReason, LogProofReason } from '../proof.js';

/** Of one line of entries.ndjson, and of the entry that stands in it. */
export type EntryFaultCode =
  | 'line-too-long'
  | 'line-not-utf-8'
  | 'line-not-json'
  | 'line-fields'
  | 'line-base64'
  | 'line-form'
  | 'leaf-form'
  | 'number-missing'
  | 'number-other'
  | 'clinic-other'
  | 'salt-missing'
  | 'payload-hash'
  | 'payload-missing'
  | 'entry-unsigned'
  | 'entries-missing'
  | 'entries-trailing'
  | 'last-line-open'
  | 'state-other';

/** Of the log as a whole, of a file beside the entries, or of what was given to compare with. */
type LogFaultCode =
  | 'not-a-bundle'
  | 'unreadable'
  | 'file-missing'
  | 'file-too-large'
  | 'keys'
  | 'given-key'
  | 'checkpoint'
  | 'origin-other'
  | 'range'
  | 'root-other'
  | 'held-checkpoint'
  | 'held-other'
  | 'held-longer'
  | 'held-outside'
  | 'summary-other'
  | 'proof'
  | 'key-not-given'
  | 'entry-not-given';

type FaultReason = KeyReason | OpenCheckpointReason | LogProofReason | InclusionReason | (string & {});

/** Something that does not hold. */
export interface Fault {
  readonly code: EntryFaultCode | LogFaultCode;
  /** The number of the first entry that does not hold; absent when no single one can be named. */
  readonly seq?: number;
  /** When it is one of several that were signed together: the last of them. */
  readonly last?: number;
  /** The file it is in, a reason of the reader, a number that was found instead. */
  readonly about?: FaultReason;
}

/** Whoever checks a file gets a reason, whatever it is that nobody thought of. */
export function faultOf(error: unknown): Fault {
  if (error instanceof BundleError) return error.fault;
  const about = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'unreadable', about };
}

/** What stops the reading of a bundle; caught where the verdict is made. */
export class BundleError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}
