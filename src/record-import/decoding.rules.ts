export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const fileKinds = ['csv', 'xlsx'] as const;
export type FileKind = (typeof fileKinds)[number];

const zipped = [0x50, 0x4b, 0x03, 0x04];

/** By its first bytes, whatever it is called and said to be. Text until it proves to be none. */
export const kindOf = (bytes: Uint8Array): FileKind => (beginsWith(bytes, zipped) ? 'xlsx' : 'csv');

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** What no text holds: a NUL or another control character means that the file is something else. */
const noText = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;

/**
 * Text as spreadsheets write it: with a byte order mark what it says, otherwise UTF-8, and where it cannot be that,
 * the Windows-1252 of older Norwegian programs. Null for what is no text.
 */
export function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | null {
  const encoding = encodingOf(bytes);
  const text = textAs(encoding, bytes);
  return text === null || noText.test(text) ? null : { text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  if (beginsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  return textAs('utf-8', bytes) === null ? 'windows-1252' : 'utf-8';
}

/** Without its byte order mark; null where the bytes are not of this encoding. */
function textAs(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
