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
/** The largest file that is taken has some hundreds of packs; whoever has thousands wants to be looked at for long. */
const mostPacks = 5000;
/** Of a dictionary, to both sides of the name that says what it is of. */
const nearby = 4096;

/**
 * Does the PDF say, where it says so openly or in what it has packed in the usual way, that it does more than show pages?
 * A look, not a proof: whoever means to hide it can. So files are handed out as downloads that run nothing with us.
 * No byte is unpacked twice: however a file is arranged, the look takes no longer than its size allows.
 */
export function isActivePdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (says(text, actingNames)) return true;
  let [left, packs] = [mostUnpacked, 0];
  let last = { from: 0, to: 0 };
  for (const { index } of text.matchAll(packedNames)) {
    packs += 1;
    const from = packAfter(text, index);
    if (from === null || packs > mostPacks) return true;
    if (from === last.from || !isFiltered(text, index, from)) continue;
    if (from < last.to) return true;
    last = { from, to: endOfPack(text, from) };
    const unpacked = unpackedIn(bytes.subarray(last.from, last.to), left);
    if (unpacked === null) return true;
    left -= unpacked.length;
    if (says(unpacked.toString('latin1'), actingNames)) return true;
  }
  return false;
}

const says = (text: string, wanted: RegExp): boolean => text.search(wanted) >= 0;

/** Where that begins which the dictionary around this place is of; null where nothing follows it. */
function packAfter(text: string, at: number): number | null {
  const found = /stream\r?\n/.exec(text.slice(at, at + nearby));
  return found && at + found.index + found[0].length;
}

function endOfPack(text: string, from: number): number {
  const end = text.indexOf('endstream', from);
  return end < 0 ? text.length : end;
}

/** What is not lies open, and has been read with the rest. */
function isFiltered(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(0, at - nearby), at);
  const dictionary = before.slice(Math.max(0, before.lastIndexOf('obj'))) + text.slice(at, from);
  return /\/Filter\b/.test(dictionary);
}

/** Null where it cannot be looked into, or holds more than is left to look at. */
function unpackedIn(pack: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(pack, { maxOutputLength: Math.max(most, 1) });
  } catch {
    return null;
  }
}
