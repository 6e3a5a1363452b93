import {
  base64Of,
  bytesOf,
  fromBase64,
  hexOf,
  isSignedBy,
  joined,
  type PublicKey,
  publicKeyOf,
  rawKeyOf,
  sameBytes,
  sha256,
} from './platform.js';
import { isOfSmallOrder } from './small-order.js';
import { controls, plainText, type Rejected, type TextReason } from './text.js';

export type KeyReason =
  | 'key-form'
  | 'key-name'
  | 'key-id'
  | 'base64'
  | 'algorithm'
  | 'key-length'
  | 'key-id-mismatch';

export type NoteReason =
  | TextReason
  | 'signatures-missing'
  | 'too-many-signatures'
  | 'signature-line'
  | 'key-name'
  | 'base64'
  | 'signature-length'
  | 'key-ambiguous'
  | 'signature-invalid'
  | 'key-unknown';

/** A key that is trusted to sign under a name: the two belong together, and the id is made of both. */
export interface NoteKey {
  readonly name: string;
  /** 8 hexadecimal digits, lower case. */
  readonly id: string;
  readonly publicKey: PublicKey;
}

export interface Signer {
  readonly key: NoteKey;
  sign(text: Uint8Array): Uint8Array;
}

export interface Note {
  /** What was signed; ends in a newline. */
  readonly text: string;
  /** Those of the known keys that signed it: at least one. */
  readonly keys: readonly NoteKey[];
}

const ed25519 = 1;
const keyBytes = 32;
const signatureBytes = 64;
const idBytes = 4;

/** Bounds the work an unread note can cause; every reader must accept 16. */
const maxSignatures = 100;

/** Ed25519 under a name, as C2SP signed-note has it: the id is the first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
export function noteKey(name: string, publicKey: PublicKey): NoteKey | Rejected<KeyReason> {
  if (!isKeyName(name)) return { rejected: 'key-name' };
  if (publicKey.type !== 'public') return { rejected: 'key-form' };
  if (publicKey.asymmetricKeyType !== 'ed25519') return { rejected: 'algorithm' };
  const hashed = sha256(joined([bytesOf(`${name}\n`), typedKey(publicKey)]));
  return { name, id: hexOf(hashed.subarray(0, idBytes)), publicKey };
}

/** The key as text for those who verify: name+id+base64(0x01 ‖ public key). */
export const vkeyOf = ({ name, id, publicKey }: NoteKey): string =>
  `${name}+${id}+${base64Of(typedKey(publicKey))}`;

/** Reads what `vkeyOf` writes; every other way to write the same key is rejected. */
export function readVkey(vkey: string): NoteKey | Rejected<KeyReason> {
  const [, name, id, base64] = /^([^+]*)\+([^+]*)\+(.+)$/su.exec(vkey) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) return { rejected: 'key-form' };
  if (!/^[0-9a-f]{8}$/.test(id)) return { rejected: 'key-id' };
  const bytes = fromBase64(base64);
  if (!bytes) return { rejected: 'base64' };
  if (bytes[0] !== ed25519) return { rejected: 'algorithm' };
  if (bytes.length !== 1 + keyBytes) return { rejected: 'key-length' };
  const key = noteKey(name, publicKeyOf(bytes.subarray(1)));
  return 'rejected' in key || key.id === id ? key : { rejected: 'key-id-mismatch' };
}

const typedKey = (publicKey: PublicKey): Uint8Array => joined([Uint8Array.of(ed25519), rawKeyOf(publicKey)]);

/** Neither spaces, by Unicode's count, nor a plus: both end a name where it is written. */
const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !controls.test(name) && !/[\p{White_Space}+]/u.test(name);

/**
 * C2SP signed-note: the text, an empty line, and a line for each signature, in the order of the signers.
 * Throws RangeError when the text is not one that can be signed, or with no signer.
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map(({ key, sign: signed }) => {
    const id = Uint8Array.from({ length: idBytes }, (_, i) =>
      Number.parseInt(key.id.slice(2 * i, 2 * i + 2), 16),
    );
    return `— ${key.name} ${base64Of(joined([id, signed(bytesOf(text))]))}\n`;
  });
  const note = `${text}\n${lines.join('')}`;
  const parts = plainText(text) === text ? partsOf(note) : { rejected: 'text' };
  if ('rejected' in parts) throw new RangeError(`a note cannot be made: ${parts.rejected}`);
  return note;
}

/**
 * The text of a note, once every signature by a known key is found good, and there is one.
 * Signatures by other keys are ignored, as C2SP signed-note demands, also under a known name or id.
 * One bad signature by a known key rejects the whole, also beside good ones.
 */
export function openNote(note: Uint8Array | string, known: readonly NoteKey[]): Note | Rejected<NoteReason> {
  const parts = partsOf(note);
  if ('rejected' in parts) return parts;
  const signed = bytesOf(parts.text);
  const keys = new Set<NoteKey>();
  for (const { name, id, signature } of parts.signatures) {
    const [key, ...others] = known.filter((one) => one.name === name && one.id === id);
    if (!key) continue;
    if (others.some((other) => !sameKey(other, key))) return { rejected: 'key-ambiguous' };
    if (signature.length !== signatureBytes) return { rejected: 'signature-length' };
    if (!holds(key, signed, signature)) return { rejected: 'signature-invalid' };
    keys.add(key);
  }
  return keys.size === 0 ? { rejected: 'key-unknown' } : { text: parts.text, keys: [...keys] };
}

const holds = ({ publicKey }: NoteKey, text: Uint8Array, signature: Uint8Array): boolean =>
  !isOfSmallOrder(rawKeyOf(publicKey)) &&
  !isOfSmallOrder(signature.subarray(0, signatureBytes / 2)) &&
  isSignedBy(publicKey, text, signature);

const sameKey = (one: NoteKey, other: NoteKey): boolean =>
  sameBytes(rawKeyOf(one.publicKey), rawKeyOf(other.publicKey));

interface Signature {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

interface NoteParts {
  readonly text: string;
  readonly signatures: readonly Signature[];
}

/** The last empty line parts text from signatures: the text may hold empty lines, too. */
function partsOf(note: Uint8Array | string): NoteParts | Rejected<NoteReason> {
  const plain = plainText(note);
  if (typeof plain !== 'string') return plain;
  const end = plain.lastIndexOf('\n\n');
  const lines = plain.slice(end + 2, -1);
  if (end < 0 || lines === '') return { rejected: 'signatures-missing' };
  const signatures: Signature[] = [];
  for (const line of lines.split('\n')) {
    if (signatures.length === maxSignatures) return { rejected: 'too-many-signatures' };
    const signature = signatureOf(line);
    if ('rejected' in signature) return signature;
    signatures.push(signature);
  }
  return { text: plain.slice(0, end + 1), signatures };
}

function signatureOf(line: string): Signature | Rejected<NoteReason> {
  const [, name, base64] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  if (name === undefined || base64 === undefined) return { rejected: 'signature-line' };
  if (!isKeyName(name)) return { rejected: 'key-name' };
  const bytes = fromBase64(base64);
  if (!bytes) return { rejected: 'base64' };
  if (bytes.length <= idBytes) return { rejected: 'signature-length' };
  return { name, id: hexOf(bytes.subarray(0, idBytes)), signature: bytes.subarray(idBytes) };
}
