import { createHash, randomBytes } from 'node:crypto';
import { canonical, type Json } from './canonical.js';

/** What happened: `type` is noun.verb in the past tense, `subjects` are the ids it can be found by. */
export interface Happening {
  readonly type: string;
  readonly subjects: readonly string[];
  readonly payload: { readonly [key: string]: Json | undefined };
}

export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly subjects: readonly string[];
  /** The exact bytes that make the leaf of the tree; never made again from other columns. */
  readonly bytes: Buffer;
  readonly payloadHash: Buffer;
  readonly payload: string;
  readonly salt: Buffer;
}

/** The salt keeps an erased payload from being guessed from its hash. */
export function entryOf(
  happening: Happening,
  place: { seq: number; at: number; clinic: string; actor: string },
): Entry {
  const payload = canonical(happening.payload);
  const salt = randomBytes(32);
  const payloadHash = createHash('sha256').update(salt).update(payload).digest();
  const subjects = [...new Set(happening.subjects)];
  const leaf = canonical({
    v: 1,
    seq: place.seq,
    at: new Date(place.at).toISOString(),
    clinic: place.clinic,
    actor: place.actor,
    type: happening.type,
    subjects,
    payloadHash: payloadHash.toString('hex'),
  });
  return {
    seq: place.seq,
    at: place.at,
    type: happening.type,
    subjects,
    bytes: Buffer.from(leaf),
    payloadHash,
    payload,
    salt,
  };
}
