import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { BundleError } from './fault.js';
import type { BundleFiles } from './files.js';

const pieceBytes = 1 << 20;

/** A bundle that has been unpacked. */
export const folderFiles = (folder: string): BundleFiles => ({
  async has(name) {
    const file = await opened(folder, name);
    await file?.close();
    return file !== null;
  },
  async read(name, most) {
    const file = await opened(folder, name);
    if (!file) return null;
    try {
      if ((await file.stat()).size > most) throw new BundleError({ code: 'file-too-large', about: name });
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
  async open(name) {
    const file = await opened(folder, name);
    return file && pieces(file);
  },
});

/** Null for what is not there; a pipe or a device in a file's place is refused, since it may never end. */
async function opened(folder: string, name: string): Promise<FileHandle | null> {
  const path = join(folder, name);
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new BundleError({ code: 'unreadable', about: `${name}: ${code}` });
  }
  throw new BundleError({ code: 'unreadable', about: name });
}

async function* pieces(file: FileHandle): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
