import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 as hash, sha512 } from '@noble/hashes/sha2.js';

/** What a verifier asks of a browser: in the place of ../platform.ts, with the same answers to the last bit. */
export interface PublicKey {
  readonly type: 'public';
  readonly asymmetricKeyType: 'ed25519';
  readonly bytes: Uint8Array;
}

export const publicKeyOf = (bytes: Uint8Array): PublicKey => ({
  type: 'public',
  asymmetricKeyType: 'ed25519',
  bytes: bytes.slice(),
});

export const rawKeyOf = ({ bytes }: PublicKey): Uint8Array => bytes;

const { Point } = ed25519;
const { Fn } = Point;

/**
 * By hand of the curve's own parts, since libraries differ in what they let pass of keys and signatures made to deceive:
 * as OpenSSL does it, the point R is made anew and must be written in the very bytes that the signature holds.
 */
export function isSignedBy({ bytes }: PublicKey, text: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || bytes.length !== 32) return false;
  const r = signature.subarray(0, 32);
  const s = numberOf(signature.subarray(32));
  if (s >= Fn.ORDER) return false;
  const challenge = numberOf(sha512(joined([r, bytes, text]))) % Fn.ORDER;
  const key = pointOf(bytes);
  if (!key) return false;
  const made = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(challenge));
  return sameBytes(made.toBytes(), r);
}

/** Also written otherwise than it should be, as OpenSSL reads it. */
function pointOf(bytes: Uint8Array): InstanceType<typeof Point> | null {
  try {
    return Point.fromBytes(bytes, true);
  } catch {
    return null;
  }
}

/** Little-endian. */
const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes);
export const digest = (bytes: Uint8Array): string => digestOf(hash(bytes));
export const hexDigest = (bytes: Uint8Array): string => hexOf(hash(bytes));
export const digestOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
export const bytesOfDigest = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => sign.charCodeAt(0));

export function putDigest(text: string, target: Uint8Array, at: number): void {
  for (let i = 0; i < text.length; i++) target[at + i] = text.charCodeAt(i);
}

export const room = (length: number): Uint8Array => new Uint8Array(length);

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Windows-1252: one character for each byte, and ASCII is itself. */
const letters = new TextDecoder('windows-1252');

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
export const utf8Length = (text: string): number => encoder.encode(text).length;
export const textOf = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  utf8.decode(bytes.subarray(start, end));
export const lettersOf = (bytes: Uint8Array, start: number, end: number): string =>
  letters.decode(bytes.subarray(start, end));

const hexes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexes[byte];
  return text;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By character code below 128; 64 for what is no sign of base64. */
const values = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code));
  return value < 0 ? 64 : value;
});

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const bits = (one << 16) | (two << 8) | three;
    for (let shift = 18; shift >= 0; shift -= 6) text += alphabet[(bits >> shift) & 63];
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - padding) + '='.repeat(padding);
}

export function fromBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor(text.length / 4) * 3);
  const length = putBase64(text, bytes, 0);
  return length === null ? null : bytes.subarray(0, length);
}

export function putBase64(text: string, target: Uint8Array, at: number): number | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const end = text.length - padding;
  let [into, bits, count] = [at, 0, 0];
  for (let i = 0; i < end; i++) {
    const value = values[text.charCodeAt(i)] ?? 64;
    if (value === 64) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    target[into] = (bits >> count) & 255;
    into += 1;
  }
  const stray = bits & ((1 << count) - 1);
  return stray === 0 ? into - at : null;
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

export const apart = (text: string): string => utf8.decode(encoder.encode(text));
