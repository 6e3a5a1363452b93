import { inflateSync } from 'node:zlib';

/** What runs, opens something else, carries other files, or hides the rest behind a password. */
const acting = ['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'Encrypt'];

/** A name may be written with any of its characters as two digits after a hash. */
const spelled = (name: string): string =>
  [...name].map((char) => `(?:${char}|#${char.charCodeAt(0).toString(16)})`).join('');

const names = (all: readonly string[]): RegExp =>
  new RegExp(`/(?:${all.map(spelled).join('|')})(?![\\w#-])`, 'gi');

const actingNames = names(acting);
const packedNames = names(['ObjStm']);

/** Objects can lie packed together: so much of them is looked through, and no more. */
const mostUnpacked = 20 * 1024 * 1024;

/**
 * Does the PDF say, where it says so openly or in what it has packed in the usual way, that it does more than show pages?
 * A look, not a proof: whoever means to hide it can. So files are handed out as downloads that run nothing with us.
 */
export function isActivePdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (says(text, actingNames)) return true;
  let left = mostUnpacked;
  for (const { index } of text.matchAll(packedNames)) {
    const unpacked = unpackedAt(bytes, text, index, left);
    if (unpacked === null) return true;
    left -= unpacked.length;
    if (says(unpacked.toString('latin1'), actingNames)) return true;
  }
  return false;
}

const says = (text: string, wanted: RegExp): boolean => text.search(wanted) >= 0;

const none = Buffer.alloc(0);

/** What is packed by the dictionary around this place; empty where it lies open, null where it cannot be looked into. */
function unpackedAt(bytes: Buffer, text: string, at: number, most: number): Buffer | null {
  const stream = /stream\r?\n/g;
  stream.lastIndex = at;
  const found = stream.exec(text);
  if (!found) return none;
  const dictionary = text.slice(Math.max(text.lastIndexOf('obj', at), at - 4096), found.index);
  if (!/\/Filter\b/.test(dictionary)) return none;
  try {
    return inflateSync(bytes.subarray(stream.lastIndex), { maxOutputLength: Math.max(most, 1) });
  } catch {
    return null;
  }
}
