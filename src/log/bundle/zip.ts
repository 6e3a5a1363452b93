import { textOf } from '../platform.js';
import { BundleError } from './fault.js';
import type { BundleFiles } from './files.js';
import { type Packed, packedIn } from './zip-directory.js';

/** Bytes that can be read anywhere, wherever they lie. */
export interface Source {
  readonly size: number;
  /** Fewer than asked for only at the end. */
  read(at: number, length: number): Promise<Uint8Array>;
}

/** Undoes deflate (RFC 1951); throws for what is none, and for what comes after its end. */
export type Inflate = (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

export interface ZippedFiles extends BundleFiles {
  /** Of a file when it is unpacked, as the archive says; 0 for one that is not there. */
  sizeOf(name: string): number;
}

const pieceBytes = 1 << 18;

/**
 * A bundle as it was fetched. Archives with names that lead out of them, doubled names, other packing than deflate, or that
 * unpack to far more than they are, are refused: BundleError. The same archive gives the same verdict wherever it is read.
 */
export async function zipFiles(source: Source, inflate: Inflate): Promise<ZippedFiles> {
  const entries = await packedIn(source);
  const unpacked = (entry: Packed) => toItsEnd(whole(entry, source, inflate));
  return {
    has: async (name) => entries.has(name),
    sizeOf: (name) => entries.get(name)?.size ?? 0,
    async read(name, most) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.size > most) throw new BundleError({ code: 'file-too-large', about: name });
      const bytes = new Uint8Array(entry.size);
      let at = 0;
      for await (const piece of unpacked(entry)) {
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    },
    async open(name) {
      const entry = entries.get(name);
      return entry ? unpacked(entry) : null;
    },
  };
}

/** As many bytes as the archive says, neither more nor fewer. */
async function* whole(entry: Packed, source: Source, inflate: Inflate): AsyncGenerator<Uint8Array> {
  const packed = pieces(source, await startOf(entry, source), entry.packedSize);
  let left = entry.size;
  try {
    for await (const piece of entry.isDeflated ? inflate(packed) : packed) {
      left -= piece.length;
      if (left < 0) break;
      if (piece.length > 0) yield piece;
    }
  } catch (error) {
    // What exactly is wrong is said in other words everywhere: here it is only that it does not unpack.
    throw error instanceof BundleError ? error : broken(`${entry.name} does not unpack`);
  }
  if (left !== 0) throw broken(`${entry.name} is not as long as it says`);
}

/**
 * Read to its end also by whoever has seen enough: how much comes out before a fault in the packing depends on who unpacks,
 * so a file with one is refused whole.
 */
async function* toItsEnd(unpacked: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEnded = false;
  try {
    for (;;) {
      const next = await unpacked.next();
      isEnded = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    isEnded = true;
    throw error;
  } finally {
    while (!isEnded) isEnded = (await unpacked.next()).done === true;
  }
}

const localSignature = 0x04034b50;
const localBytes = 30;

/** Where the packed bytes begin: after a header of their own, which must tell the same name. */
async function startOf({ name, nameBytes, at }: Packed, source: Source): Promise<number> {
  const header = await source.read(at, localBytes + nameBytes);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < localBytes + nameBytes || view.getUint32(0, true) !== localSignature)
    throw broken(`${name} has no header`);
  if (view.getUint16(26, true) !== nameBytes || textOf(header, localBytes) !== name)
    throw broken(`${name} has another name in its header`);
  return at + localBytes + nameBytes + view.getUint16(28, true);
}

async function* pieces(source: Source, start: number, length: number): AsyncGenerator<Uint8Array> {
  const end = start + length;
  if (end > source.size) throw broken('a file reaches beyond the archive');
  for (let at = start; at < end; at += pieceBytes)
    yield await source.read(at, Math.min(pieceBytes, end - at));
}

const broken = (about: string): BundleError => new BundleError({ code: 'unreadable', about });
