import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';

/**
 * All that a verifier asks of what it runs on: hashes, signatures, and bytes as text and back, each in the fastest way there is.
 * In a browser another file of the same shape stands in the place of this one (browser/platform.ts); nothing else knows where it runs.
 */
export type PublicKey = KeyObject;

/** 32 raw bytes, be they a point of the curve or not. */
export function publicKeyOf(bytes: Uint8Array): PublicKey {
  const x = asBuffer(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

export const rawKeyOf = (key: PublicKey): Uint8Array =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');

/** Ed25519, RFC 8032 without the cofactor: the signature must be written as the one who signs writes it. */
export const isSignedBy = (key: PublicKey, text: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, text, key, signature);

export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** SHA-256 as 32 characters below U+0100: in a third of the time that a buffer takes, and there are millions. */
export const digest = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary');

/** The same in hexadecimal, lower case. */
export const hexDigest = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

export const digestOf = (bytes: Uint8Array): string => asBuffer(bytes).toString('latin1');

export const bytesOfDigest = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export function putDigest(text: string, target: Uint8Array, at: number): void {
  asBuffer(target).write(text, at, 'latin1');
}

/** Bytes to write into, all 0. */
export const room = (length: number): Uint8Array => Buffer.alloc(length);

export const bytesOf = (text: string): Uint8Array => Buffer.from(text);

export const utf8Length = (text: string): number => Buffer.byteLength(text);

/** UTF-8; what is none becomes U+FFFD. */
export const textOf = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  asBuffer(bytes).toString('utf8', start, end);

/** One character for each byte, so that places in the text are places in the bytes; ASCII is itself. */
export const lettersOf = (bytes: Uint8Array, start: number, end: number): string =>
  asBuffer(bytes).toString('latin1', start, end);

export const hexOf = (bytes: Uint8Array): string => asBuffer(bytes).toString('hex');

export const base64Of = (bytes: Uint8Array): string => asBuffer(bytes).toString('base64');

/** RFC 4648 § 4, and null unless it is the one way to write these bytes: padded, no spaces, no stray bits. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/**
 * The same into bytes that are there: how many it was, and null where `fromBase64` gives null.
 * Whatever is no sign of base64 is left out by the decoder, and the bytes are then too few.
 */
export function putBase64(text: string, target: Uint8Array, at: number): number | null {
  if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return null;
  const into = asBuffer(target);
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = into.write(text, at, 'base64');
  if (length !== (text.length / 4) * 3 - padding) return null;
  const end = at + length;
  const isOnly = padding === 0 || text.endsWith(into.toString('base64', end + padding - 3, end));
  return isOnly ? length : null;
}

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => Buffer.concat(pieces);

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** ASCII, apart from the longer text it was cut out of, which may then be forgotten. */
export const apart = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
