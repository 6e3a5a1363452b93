import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { BundleError } from '../../src/log/bundle/fault.js';
import { verifyBundle } from '../../src/log/bundle/verify.js';
import { zipFiles } from '../../src/log/bundle/zip.js';
import { Archive } from '../../src/log/export/bundle.archive.js';
import { bundleOf, storyEntries } from './generated.js';

const folder = mkdtempSync(join(tmpdir(), 'fullmakt-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

const honest = bundleOf(storyEntries(120));

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function zipOf(files: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  return bytesOf(zip.outputStream);
}

/** The codes of a zip on disk; none where it holds. */
async function codesOf(zip: Buffer): Promise<string[]> {
  const path = join(folder, `${++made}.zip`);
  writeFileSync(path, zip);
  try {
    const files = await zipFiles(path);
    try {
      return (await verifyBundle(files, { vkeys: [] })).faults.map(({ code }) => code);
    } finally {
      files.close();
    }
  } catch (error) {
    if (error instanceof BundleError) return [error.fault.code];
    throw error;
  }
}

describe('a bundle that is packed', () => {
  const files = Object.entries(honest);

  it('holds as it is, whatever else lies in it', async () => {
    expect(await codesOf(await zipOf(files))).toEqual([]);
    expect(await codesOf(await zipOf([...files, ['more.txt', Buffer.from('x')]]))).toEqual([]);
  });

  it('is refused with names that lead out of it, doubled names, or too many', async () => {
    const plain = await zipOf([...files, ['aa/aa/more.txt', Buffer.from('x')]]);
    const renamed = (to: string) =>
      Buffer.from(plain.toString('latin1').replaceAll('aa/aa/more.txt', to), 'latin1');
    for (const name of ['../../more.txt', '/tmp/a/more.tx', 'aa\\aa\\more.txt', 'C:/aa/more.txt'])
      expect(await codesOf(renamed(name.padEnd(14, 'x')))).toEqual(['unreadable']);
    const twice = await zipOf([...files, ['key.vkeZ', Buffer.from('x')]]);
    const doubled = Buffer.from(twice.toString('latin1').replaceAll('key.vkeZ', 'key.vkey'), 'latin1');
    expect(await codesOf(doubled)).toEqual(['unreadable']);
    const many = Array.from({ length: 101 }, (_, i) => [`${i}.txt`, Buffer.from('x')] as const);
    expect(await codesOf(await zipOf(many))).toEqual(['unreadable']);
  });

  it('is refused when it unpacks to far more than it is', async () => {
    const bomb = Buffer.alloc(50 << 20, 'x');
    expect(await codesOf(await zipOf([...files, ['bomb.txt', bomb]]))).toEqual(['unreadable']);
    const large = Buffer.concat([
      Buffer.alloc(2 << 20, 'x'),
      ...Array.from({ length: 500 }, () => Buffer.from(`${Math.random()}`)),
    ]);
    const { checkpoint: _, ...without } = honest;
    expect(await codesOf(await zipOf([...Object.entries(without), ['checkpoint', large]]))).toEqual([
      'unreadable',
    ]);
  });

  it('is a reason wherever it is cut off or has a byte changed', async () => {
    const zip = await zipOf(files);
    for (let at = 0; at < zip.length; at += 997) {
      expect(await codesOf(zip.subarray(0, at))).not.toEqual([]);
      const changed = Buffer.from(zip);
      changed[at]! ^= 0x55;
      // What a zip says of moments, versions and the like is nobody's business; it must only never break.
      expect(Array.isArray(await codesOf(changed))).toBe(true);
    }
  });
});

describe('an archive that is written while it is read', () => {
  it('makes nothing faster than it is taken, and nothing more once the reader has gone', async () => {
    const archive = new Archive();
    let count = 0;
    function* endless(): Generator<string> {
      for (;;) {
        count += 1;
        yield `${Math.random()}`.repeat(1000);
      }
    }
    const writing = archive.addPieces('endless.txt', endless());
    for await (const piece of archive.stream) if ((piece as Buffer).length > 0) break;
    await expect(writing).rejects.toThrow();
    const atEnd = count;
    expect(atEnd).toBeLessThan(1000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(count).toBe(atEnd);
    await expect(archive.addPieces('more.txt', ['x'])).rejects.toThrow('gone');
  });
});
