import { textOf } from '../platform.js';
import { BundleError } from './fault.js';
import type { Source } from './zip.js';

/** One file in an archive. */
export interface Packed {
  readonly name: string;
  readonly nameBytes: number;
  /** Of its header. */
  readonly at: number;
  readonly packedSize: number;
  /** When it is unpacked. */
  readonly size: number;
  /** Else it lies there as it is. */
  readonly isDeflated: boolean;
}

/** Far more than a bundle holds. */
const mostEntries = 100;

/** Far longer than the directory of so many files, which is read at once. */
const mostBytes = 1 << 20;

/** No file of a bundle packs as well: what claims to is made to fill a disk or a memory. */
const mostTimesSmaller = 200;
const always = 1 << 20;

/** The files that an archive lists, by name. Throws BundleError for anything but a plain archive of a few files. */
export async function packedIn(source: Source): Promise<ReadonlyMap<string, Packed>> {
  const { count, at, length } = await directoryOf(source);
  if (count > mostEntries) throw broken('too many files');
  if (length > mostBytes || at + length > source.size) throw broken('the directory is no directory');
  const view = viewOf(await source.read(at, length));
  const entries = new Map<string, Packed>();
  let next = 0;
  for (let i = 0; i < count; i++) {
    const entry = entryAt(view, next);
    const why = whyNotTaken(entry, entries);
    if (why !== null) throw broken(why);
    entries.set(entry.name, entry);
    next = entry.next;
  }
  if (next !== length) throw broken('the directory holds more than it counts');
  return entries;
}

interface Directory {
  readonly count: number;
  readonly at: number;
  readonly length: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const longestComment = 0xffff;

/** Told at the very end of the archive, before a comment of any length. */
async function directoryOf(source: Source): Promise<Directory> {
  const length = Math.min(source.size, endBytes + longestComment);
  const view = viewOf(await source.read(source.size - length, length));
  for (let at = view.byteLength - endBytes; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (view.getUint16(at + 20, true) !== view.byteLength - at - endBytes)
      throw broken('a comment that is not as long as it says');
    return directoryIn(view, at, source);
  }
  throw broken('no zip');
}

async function directoryIn(view: DataView, at: number, source: Source): Promise<Directory> {
  const isOne =
    view.getUint32(at + 4, true) === 0 && view.getUint16(at + 8, true) === view.getUint16(at + 10, true);
  const told = {
    count: view.getUint16(at + 10, true),
    length: view.getUint32(at + 12, true),
    at: view.getUint32(at + 16, true),
  };
  if (told.count === 0xffff || told.length === 0xffffffff || told.at === 0xffffffff)
    return largeDirectory(source, source.size - view.byteLength + at);
  if (!isOne) throw broken('an archive in parts');
  return told;
}

const locatorSignature = 0x07064b50;
const locatorBytes = 20;
const largeSignature = 0x06064b50;
const largeBytes = 56;

/** Of an archive with numbers that take more than 32 bits (zip64). */
async function largeDirectory(source: Source, end: number): Promise<Directory> {
  const locator = viewOf(await source.read(end - locatorBytes, end < locatorBytes ? 0 : locatorBytes));
  if (locator.byteLength < locatorBytes || locator.getUint32(0, true) !== locatorSignature)
    throw broken('no directory of a large archive');
  const view = viewOf(await source.read(largeNumber(locator, 8), largeBytes));
  if (view.byteLength < largeBytes || view.getUint32(0, true) !== largeSignature)
    throw broken('no directory of a large archive');
  if (view.getUint32(16, true) !== 0 || view.getUint32(20, true) !== 0) throw broken('an archive in parts');
  return { count: largeNumber(view, 32), length: largeNumber(view, 40), at: largeNumber(view, 48) };
}

function largeNumber(view: DataView, at: number): number {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw broken('a number that is too large');
  return number;
}

const entrySignature = 0x02014b50;
const entryBytes = 46;

function entryAt(view: DataView, at: number): Packed & { readonly flags: number; readonly next: number } {
  if (at + entryBytes > view.byteLength || view.getUint32(at, true) !== entrySignature)
    throw broken('the directory holds fewer than it counts');
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const next = at + entryBytes + nameBytes + extraBytes + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw broken('the directory holds fewer than it counts');
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const name = textOf(bytes, at + entryBytes, at + entryBytes + nameBytes);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw broken(`${name} is packed in another way`);
  const extra = at + entryBytes + nameBytes;
  const [size, packedSize, place] = numbersOf(view, at, { extra, end: extra + extraBytes, name });
  if (method === 0 && packedSize !== size) throw broken(`${name} is not as long as it says`);
  const flags = view.getUint16(at + 8, true);
  return { name, nameBytes, at: place, packedSize, size, isDeflated: method === 8, flags, next };
}

type Numbers = [size: number, packedSize: number, at: number];

/** Where 32 bits do not hold a number, the extra field does, in this order. */
function numbersOf(
  view: DataView,
  at: number,
  { extra, end, name }: { extra: number; end: number; name: string },
): Numbers {
  const plain = [24, 20, 42].map((place) => view.getUint32(at + place, true));
  let [large, largeEnd] = [end, end];
  for (let field = extra; field < end; ) {
    const [id, length] =
      field + 4 <= end ? [view.getUint16(field, true), view.getUint16(field + 2, true)] : [0, end];
    if (field + 4 + length > end) throw broken(`${name} with an extra field that is none`);
    // Another name for those who look for it: nobody would know which file was verified.
    if (id === unicodeName) throw broken(`${name} under two names`);
    if (id === largeField) [large, largeEnd] = [field + 4, field + 4 + length];
    field += 4 + length;
  }
  return plain.map((number) => {
    if (number !== 0xffffffff) return number;
    if (large + 8 > largeEnd) throw broken(`${name} without its length`);
    large += 8;
    return largeNumber(view, large - 8);
  }) as Numbers;
}

const largeField = 0x0001;
const unicodeName = 0x7075;

const isEncrypted = 0x0041;

function whyNotTaken(
  { name, packedSize, size, flags }: Packed & { readonly flags: number },
  entries: ReadonlyMap<string, Packed>,
): string | null {
  if (leadsOut(name)) return `${name} leads out of the archive`;
  if (entries.has(name)) return `${name} twice`;
  if (flags & isEncrypted) return `${name} encrypted`;
  const isBomb = size > always && size > packedSize * mostTimesSmaller;
  return isBomb ? `${name} unpacks to too much` : null;
}

const leadsOut = (name: string): boolean =>
  name.includes('\\') || name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const broken = (about: string): BundleError => new BundleError({ code: 'unreadable', about });
