import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { BundleError } from './fault.js';
import type { BundleFiles } from './files.js';

/** Far more than a bundle holds. */
const mostEntries = 100;

/** No file of a bundle packs as well: what claims to is made to fill a disk or a memory. */
const mostTimesSmaller = 200;
const always = 1 << 20;

/**
 * A bundle as it was fetched. Names that lead out of it, doubled names, other packing than deflate and archives that
 * unpack to far more than they are, are refused: BundleError. To be closed when all has been read.
 */
export async function zipFiles(path: string): Promise<BundleFiles & { close(): void }> {
  const zip = await openedZip(path);
  const entries = await listed(zip).catch((error: unknown) => {
    zip.close();
    throw unreadable(error);
  });
  return {
    has: async (name) => entries.has(name),
    async read(name, most) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.uncompressedSize > most) throw new BundleError({ code: 'file-too-large', about: name });
      const pieces: Buffer[] = [];
      for await (const piece of unpacked(zip, entry)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    async open(name) {
      const entry = entries.get(name);
      return entry ? unpacked(zip, entry) : null;
    },
    close: () => zip.close(),
  };
}

function openedZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) => {
      if (error) reject(unreadable(error));
      else resolve(zip);
    });
  });
}

function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const why = whyNotTaken(entry, entries);
      if (why !== null) return reject(new Error(why));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function whyNotTaken(entry: Entry, entries: ReadonlyMap<string, Entry>): string | null {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entries.size === mostEntries) return 'too many files';
  if (entries.has(fileName)) return `${fileName} twice`;
  if (entry.isEncrypted()) return `${fileName} encrypted`;
  const bomb = uncompressedSize > always && uncompressedSize > compressedSize * mostTimesSmaller;
  return bomb ? `${fileName} unpacks to too much` : null;
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw error instanceof BundleError ? error : unreadable(error);
  }
}

const unreadable = (error: unknown): BundleError =>
  new BundleError({ code: 'unreadable', about: error instanceof Error ? error.message : 'zip' });
