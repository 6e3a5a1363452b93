import { createHash } from 'node:crypto';
import { canonical, type Json, payloadIn } from '../canonical.js';
import { refusalsToErase } from '../erasure.rules.js';
import type { LoggedEntry } from '../state/state.js';
import { LogFault } from './log-fault.js';

/** An entry as the tables hold it. */
export interface StoredEntry {
  readonly seq: number;
  /** UTC with microseconds, as PostgreSQL counts. */
  readonly at: string;
  readonly type: string;
  readonly actor: string;
  readonly bytes: Buffer;
  readonly payloadHash: Buffer;
  readonly payload: string | null;
  readonly salt: Buffer | null;
  /** What the entry says that is to tell who erased the payload and why; null where it was not erased, empty where nothing is said. */
  readonly erasedBy: string | null;
}

/** The entry for the fold, once its columns, its bytes and its payload have been found to say the same. Throws LogFault. */
export function checkedEntry(stored: StoredEntry, clinic: string): LoggedEntry {
  const { seq, type, actor } = stored;
  const at = stored.at.endsWith('000Z') ? `${stored.at.slice(0, -4)}Z` : stored.at;
  const leaf = canonical({
    v: 1,
    seq,
    at,
    clinic,
    actor,
    type,
    subjects: subjectsIn(stored),
    payloadHash: stored.payloadHash.toString('hex'),
  });
  if (!stored.bytes.equals(Buffer.from(leaf)))
    throw new LogFault(`the columns of entry ${seq} say something else than its bytes`, seq);
  return { seq, at: Date.parse(at), type, actor, payload: checkedPayload(stored) };
}

function subjectsIn({ bytes, seq }: StoredEntry): Json {
  try {
    return (JSON.parse(bytes.toString()) as { subjects?: Json }).subjects ?? null;
  } catch {
    throw new LogFault(`the bytes of entry ${seq} are not JSON`, seq);
  }
}

function checkedPayload({
  seq,
  type,
  payload,
  salt,
  payloadHash,
  erasedBy,
}: StoredEntry): LoggedEntry['payload'] {
  if (payload === null || salt === null) {
    if (refusalsToErase(type).length === 0 && payloadIn(erasedBy ?? '')?.seq === seq) return null;
    throw new LogFault(`the payload of entry ${seq} is gone, and no entry says who erased it and why`, seq);
  }
  if (erasedBy !== null)
    throw new LogFault(`the payload of entry ${seq} is said to be erased and is there`, seq);
  const made = createHash('sha256').update(salt).update(payload).digest();
  if (!made.equals(payloadHash))
    throw new LogFault(`the payload of entry ${seq} is not the one it was made with`, seq);
  const read = payloadIn(payload);
  if (!read || !isCanonical(read, payload))
    throw new LogFault(`the payload of entry ${seq} is not in the form of RFC 8785`, seq);
  return read;
}

/** A name twice, or a number beyond what JSON can hold, reads otherwise to whoever reads otherwise. */
function isCanonical(payload: Json, written: string): boolean {
  try {
    return canonical(payload) === written;
  } catch {
    return false;
  }
}
