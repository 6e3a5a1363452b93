import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { BundleError } from './fault.js';
import { type ZippedFiles, zipFiles } from './zip.js';

/** An archive on disk. To be closed when all has been read. */
export async function zipAt(path: string): Promise<ZippedFiles & { close(): Promise<void> }> {
  const file = await open(path).catch((error: unknown) => {
    const about = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new BundleError({ code: 'unreadable', about });
  });
  try {
    const { size } = await file.stat();
    const read = (at: number, length: number) => bytesAt(file, at, length);
    return { ...(await zipFiles({ size, read }, inflated)), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  let count = 0;
  while (count < length) {
    const { bytesRead } = await file.read(bytes, count, length - count, at + count);
    if (bytesRead === 0) break;
    count += bytesRead;
  }
  return bytes.subarray(0, count);
}

const chunkSize = 1 << 18;

async function* inflated(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let given = 0;
  async function* counted() {
    for await (const piece of pieces) {
      given += piece.length;
      yield piece;
    }
  }
  const inflate = createInflateRaw({ chunkSize });
  // An error of either ends both, and is thrown where it is read.
  pipeline(Readable.from(counted(), { objectMode: false }), inflate, () => {});
  for await (const piece of inflate) yield piece as Buffer;
  // Whatever lies behind the end of what was packed is passed over in silence otherwise.
  if (inflate.bytesWritten !== given) throw new Error('more than was packed');
}
