import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { type KeyReason, noteKey, type Signer } from './note.js';
import type { Rejected } from './text.js';

/** The key that signs new notes under a name; `privateKey` must be of Ed25519. */
export function signerOf(name: string, privateKey: KeyObject): Signer | Rejected<KeyReason> {
  if (privateKey.type !== 'private') return { rejected: 'key-form' };
  const key = noteKey(name, createPublicKey(privateKey));
  return 'rejected' in key ? key : { key, sign: (text) => sign(null, text, privateKey) };
}
