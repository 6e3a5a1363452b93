import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { noteKey, readVkey } from './note.js';
import { fromBase64 } from './platform.js';

/** The name in the file only: a log's own name stands in its checkpoints and in the keys that verify them. */
const fileName = 'fullmakt';
const ed25519 = 1;
const seedBytes = 32;
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What signs, and what has signed before and no longer does. */
export interface KeyRing {
  /** The newest first; every one of them signs. */
  readonly signing: readonly KeyObject[];
  /** Public keys that earlier checkpoints were signed with. */
  readonly earlier: readonly KeyObject[];
}

export class KeyRingError extends Error {}

/** A new Ed25519 key as a line of the key file: PRIVATE+KEY+name+id+base64(0x01 ‖ seed), as signed notes have it. */
export function newKeyLine(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = noteKey(fileName, publicKey);
  if ('rejected' in key) throw new Error(key.rejected);
  const seed = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  return `PRIVATE+KEY+${fileName}+${key.id}+${Buffer.concat([Buffer.of(ed25519), seed]).toString('base64')}`;
}

/**
 * The key file: one key a line, the newest first; lines that begin with # say nothing.
 * A private key signs; a verifier key (name+id+base64) is one that has signed before, of whatever log.
 * Throws KeyRingError, which never repeats a line: it may hold a key.
 */
export function readKeyRing(text: string): KeyRing {
  const signing: KeyObject[] = [];
  const earlier: KeyObject[] = [];
  text.split('\n').forEach((line, i) => {
    const key = line.trim();
    if (key === '' || key.startsWith('#')) return;
    if (key.startsWith('PRIVATE+KEY+')) signing.push(privateKeyOf(key, i + 1));
    else earlier.push(publicKeyOf(key, i + 1));
  });
  if (signing.length === 0) throw new KeyRingError('it holds no private key');
  return { signing, earlier };
}

function privateKeyOf(line: string, number: number): KeyObject {
  const bytes = fromBase64(line.split('+').slice(4).join('+'));
  if (bytes?.[0] !== ed25519 || bytes.length !== 1 + seedBytes)
    throw new KeyRingError(`line ${number} is not an Ed25519 key`);
  return createPrivateKey({
    key: Buffer.concat([pkcs8, bytes.subarray(1)]),
    format: 'der',
    type: 'pkcs8',
  });
}

function publicKeyOf(line: string, number: number): KeyObject {
  const key = readVkey(line);
  if ('rejected' in key) throw new KeyRingError(`line ${number} is not a key (${key.rejected})`);
  return key.publicKey;
}
