import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Signer } from '../../src/log/note.js';
import { signerOf } from '../../src/log/signer.js';

/** What was read; a rejection fails the test that took it for granted. */
export function taken<T>(read: T): Exclude<T, { rejected: string }> {
  if (why(read) !== null) throw new Error(String(why(read)));
  return read as Exclude<T, { rejected: string }>;
}

/** The reason, or null when there was none. */
export const why = (read: unknown): unknown =>
  typeof read === 'object' && read !== null && 'rejected' in read ? read.rejected : null;

/** RFC 8410: 32 bytes of seed as a private key of Ed25519. */
export const privateKeyOf = (seed: Uint8Array): KeyObject => {
  const start = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([start, seed]), format: 'der', type: 'pkcs8' });
};

export const signerNamed = (name: string, seed: number): Signer =>
  taken(signerOf(name, privateKeyOf(Buffer.alloc(32, seed))));

/** The same bytes with one bit turned, one byte left out, or one byte twice: at every place. */
export function* mutants(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const turned = Buffer.from(bytes);
      turned[at]! ^= 1 << bit;
      yield turned;
    }
    yield Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    yield Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]);
  }
}
