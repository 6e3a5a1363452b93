import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { TableError } from './table.js';

type Files = readonly (readonly [name: string, bytes: Uint8Array])[];

const bounds = { entries: 1000, unpacked: 32 * 1024 * 1024 };

/**
 * What a workbook says, unpacked. How much that is, is known before anything is unpacked, and what unpacks to more than it
 * says is refused; pictures and the like stay packed.
 */
export async function filesOf(workbook: Buffer): Promise<Files> {
  try {
    const zip = await fromBufferPromise(workbook, { lazyEntries: true, strictFileNames: true });
    const files: [string, Uint8Array][] = [];
    for (const entry of await listed(zip))
      files.push([entry.fileName, await buffer(await zip.openReadStreamPromise(entry))]);
    return files;
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('unreadable', error);
  }
}

async function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (zip.entryCount > bounds.entries) throw new TableError('too-much');
    if (!/\.xml(?:\.rels)?$/.test(entry.fileName)) continue;
    unpacked += entry.uncompressedSize;
    if (unpacked > bounds.unpacked) throw new TableError('too-much');
    entries.push(entry);
  }
  return entries;
}
