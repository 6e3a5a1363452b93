import { createHash, randomBytes } from 'node:crypto';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * RFC 8785 (JCS): the one byte sequence for a JSON value. Keys are sorted by UTF-16 code units; undefined members are left out.
 * Throws on numbers that JSON cannot hold, and on half surrogate pairs, which have no bytes.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${value} is not a JSON number`);
  if (typeof value === 'string') return written(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${written(key)}:${canonical(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}

function written(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair is not Unicode text');
  return JSON.stringify(text);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** What a payload says; null for what is no JSON object, and was written by somebody else than the product. */
export function payloadIn(text: string): { readonly [key: string]: Json } | null {
  try {
    const value = JSON.parse(text) as Json;
    const isObject = typeof value === 'object' && value !== null && !isList(value);
    return isObject ? (value as { readonly [key: string]: Json }) : null;
  } catch {
    return null;
  }
}

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
