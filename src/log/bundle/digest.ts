import { hash } from 'node:crypto';

/**
 * SHA-256 as 32 characters below U+0100: in a third of the time that a buffer takes, and there are millions.
 * All that a verifier hashes of a bundle's entries it hashes here: where there is no node:crypto, this file is another.
 */
export const digest = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary');

/** The same in hexadecimal, lower case. */
export const hexDigest = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

export const digestOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
