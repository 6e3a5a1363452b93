import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Base64 and hashes pack no better with more work. */
const compressionLevel = 3;

/** A zip that is written while it is read: nothing is made faster than the reader takes it. */
export class Archive {
  private readonly zip = new ZipFile();
  private current: Readable | null = null;

  constructor() {
    this.zip.on('error', (error: Error) => this.stream.destroy(error));
    // Whoever fetched it has gone: nothing more is read for them.
    this.stream.once('close', () => this.current?.destroy());
  }

  get stream(): Readable {
    return this.zip.outputStream as Readable;
  }

  add(name: string, text: string | Buffer): void {
    this.zip.addBuffer(Buffer.from(text), name, { mtime });
  }

  /** Settles when all of it has been taken; throws when the reader has gone. */
  async addPieces(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
    if (this.stream.destroyed) throw new Error('the reader of the archive has gone');
    const bytes = Readable.from(pieces, { objectMode: false });
    this.current = bytes;
    this.zip.addReadStream(bytes, name, { mtime, compressionLevel });
    await finished(bytes, { writable: false });
  }

  end(): void {
    this.zip.end();
  }

  fail(error: Error): void {
    this.stream.destroy(error);
  }
}

/** The same log gives the same archive, whenever it is fetched. */
const mtime = new Date(2020, 0, 1);
