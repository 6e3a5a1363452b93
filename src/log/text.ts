import { utf8Length } from './platform.js';

/** What is wrong with something that was read. What is made here can be read back; what cannot be made throws RangeError. */
export interface Rejected<Reason extends string> {
  readonly rejected: Reason;
}

export type TextReason =
  | 'too-long'
  | 'not-utf-8'
  | 'carriage-return'
  | 'control-character'
  | 'no-final-newline';

export type NumberReason = 'number-form' | 'leading-zero' | 'number-too-large';

/** Notes with a hundred signatures fit, of keys of any kind in use. */
const maxBytes = 1 << 20;

/** Those below U+0020, of which a note may hold the newline only. */
export const controls = /[^\P{Cc}\n\u007f-\u009f]/u;

/** UTF-8 without control characters, each line ended by a newline and by nothing else; at most 1 MiB. */
export function plainText(text: Uint8Array | string): string | Rejected<TextReason> {
  const length = typeof text === 'string' ? utf8Length(text) : text.length;
  if (length > maxBytes) return { rejected: 'too-long' };
  const read = typeof text === 'string' ? text : decoded(text);
  if (read === null || !read.isWellFormed()) return { rejected: 'not-utf-8' };
  if (read.includes('\r')) return { rejected: 'carriage-return' };
  if (controls.test(read)) return { rejected: 'control-character' };
  return read.endsWith('\n') ? read : { rejected: 'no-final-newline' };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** ASCII decimal digits without leading zeros. */
export function numberOf(digits: string, largest: bigint): bigint | Rejected<NumberReason> {
  if (!/^[0-9]+$/.test(digits)) return { rejected: 'number-form' };
  if (digits !== '0' && digits.startsWith('0')) return { rejected: 'leading-zero' };
  if (digits.length > largest.toString().length) return { rejected: 'number-too-large' };
  const read = BigInt(digits);
  return read > largest ? { rejected: 'number-too-large' } : read;
}
