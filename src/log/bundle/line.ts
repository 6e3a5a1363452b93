import { canonical, type Json } from '../canonical.js';
import { bytesOf, digest, fromBase64, hexDigest, lettersOf, putBase64, room, textOf } from '../platform.js';
import type { EntryFaultCode } from './fault.js';

type JsonObject = { readonly [key: string]: Json };

/** A line of entries.ndjson, taken apart; nothing is said yet about what it says. */
export interface EntryLine {
  readonly seq: number;
  /** RFC 6962 § 2.1, of the exact bytes. */
  readonly leafHash: string;
  /** The leaf as text. */
  readonly leaf: string;
  /** SHA-256(salt ‖ payload), hexadecimal; null where payload and salt are gone. */
  readonly payloadHash: string | null;
  readonly payload: JsonObject | null;
  /** False when it says the same in another way than the export writes it. */
  readonly exact: boolean;
}

interface Parts {
  readonly seq: number;
  /** How many bytes of the leaf stand in `scratch`, after the prefix. */
  readonly leafBytes: number;
  readonly payload: Uint8Array | null;
  readonly exact: boolean;
}

/** Grows with the longest line; each line uses it anew. */
let scratch = room(1 << 16);
let salted = room(1 << 16);
const saltBytes = 32;
const saltText = 44;

const between = '","payload":';
const beforeSalt = ',"salt":"';
const afterSalt = '"}';
const gone = 'null,"salt":null}';

/** What a line holds; a code for what is wrong with it. `seq` is only a guess at how the line begins. */
export function readLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  seq: number,
): EntryLine | EntryFaultCode {
  makeRoom(end - start);
  const parts = exactParts(bytes, start, end, seq) ?? looseParts(bytes.subarray(start, end));
  if (typeof parts === 'string') return parts;
  const leaf = scratch.subarray(0, 1 + parts.leafBytes);
  const payload = parts.payload && objectOf(parts.payload);
  if (payload === undefined) return whyNotObject(bytes.subarray(start, end));
  return {
    seq: parts.seq,
    leafHash: digest(leaf),
    leaf: textOf(scratch, 1, 1 + parts.leafBytes),
    payloadHash: parts.payload && hexDigest(saltedPayload(parts.payload)),
    payload,
    exact: parts.exact,
  };
}

function makeRoom(length: number): void {
  if (length + 64 <= scratch.length) return;
  scratch = room(2 * length + 64);
  salted = room(2 * length + 64);
}

/** The way the export writes a line, and no other; null when it is written otherwise. */
function exactParts(bytes: Uint8Array, start: number, end: number, seq: number): Parts | null {
  // One character for each byte: places in the text are places in the bytes.
  const text = lettersOf(bytes, start, end);
  const head = `{"seq":${seq},"bytes":"`;
  if (!text.startsWith(head)) return null;
  const to = text.indexOf('"', head.length);
  const from = to + between.length;
  if (to < 0 || !text.startsWith(between, to)) return null;
  const leafBytes = putBase64(text.slice(head.length, to), scratch, 1);
  if (leafBytes === null) return null;
  scratch[0] = 0;
  if (text.endsWith(gone) && from + gone.length === text.length)
    return { seq, leafBytes, payload: null, exact: true };
  const saltEnd = text.length - afterSalt.length;
  const saltStart = saltEnd - saltText;
  const payloadEnd = saltStart - beforeSalt.length;
  if (payloadEnd <= from || !text.startsWith(beforeSalt, payloadEnd) || !text.endsWith(afterSalt))
    return null;
  if (putBase64(text.slice(saltStart, saltEnd), salted, 0) !== saltBytes) return null;
  return { seq, leafBytes, payload: bytes.subarray(start + from, start + payloadEnd), exact: true };
}

/** Another way to write the same is read, too, so that what it says is judged before how it is said. */
function looseParts(bytes: Uint8Array): Parts | EntryFaultCode {
  const text = decoded(bytes);
  if (text === null) return 'line-not-utf-8';
  const line = parsed(text);
  if (line === undefined) return 'line-not-json';
  if (!isObject(line) || Object.keys(line).sort().join() !== 'bytes,payload,salt,seq') return 'line-fields';
  const { seq, bytes: leafText, payload, salt } = line;
  if (!Number.isSafeInteger(seq) || typeof leafText !== 'string') return 'line-fields';
  const leaf = fromBase64(leafText);
  if (leaf === null) return 'line-base64';
  makeRoom(leaf.length);
  scratch[0] = 0;
  scratch.set(leaf, 1);
  const place = { seq: Number(seq), leafBytes: leaf.length, exact: false };
  if (payload === null && salt === null) return { ...place, payload: null };
  if (payload === null || salt === null) return 'salt-missing';
  if (!isObject(payload) || typeof salt !== 'string') return 'line-fields';
  const saltRead = fromBase64(salt);
  if (saltRead?.length !== saltBytes) return 'line-base64';
  const written = canonicalBytes(payload);
  if (written === null) return 'line-not-json';
  salted.set(saltRead);
  return { ...place, payload: written };
}

function whyNotObject(line: Uint8Array): EntryFaultCode {
  const parts = looseParts(line);
  return typeof parts === 'string' ? parts : 'line-not-json';
}

function saltedPayload(payload: Uint8Array): Uint8Array {
  makeRoom(payload.length);
  salted.set(payload, saltBytes);
  return salted.subarray(0, saltBytes + payload.length);
}

function objectOf(payload: Uint8Array): JsonObject | undefined {
  const value = parsed(textOf(payload));
  return isObject(value) ? value : undefined;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Null for what RFC 8785 has no bytes for: numbers too large, half characters, nesting without end. */
function canonicalBytes(value: JsonObject): Uint8Array | null {
  try {
    return bytesOf(canonical(value));
  } catch {
    return null;
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
