import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ZipFile as OtherZip, open } from 'yauzl';
import { ZipFile } from 'yazl';
import { BundleError } from '../../src/log/bundle/fault.js';
import { verifyBundle } from '../../src/log/bundle/verify.js';
import { zipAt } from '../../src/log/bundle/zip-file.js';
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

function zipOf(files: readonly (readonly [string, Buffer])[], options: object = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, options);
  zip.end();
  return bytesOf(zip.outputStream);
}

/** The codes of a zip on disk; none where it holds. */
async function codesOf(zip: Buffer): Promise<string[]> {
  const path = join(folder, `${++made}.zip`);
  writeFileSync(path, zip);
  try {
    const files = await zipAt(path);
    try {
      return (await verifyBundle(files, { vkeys: [] })).faults.map(({ code }) => code);
    } finally {
      await files.close();
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

/** What another reader of archives finds in it; null where it refuses. */
async function otherwiseRead(zip: Buffer): Promise<Map<string, Buffer> | null> {
  const path = join(folder, `${++made}.zip`);
  writeFileSync(path, zip);
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
  const opened = await promisify<string, object, OtherZip>(open)(path, options).catch(() => null);
  if (!opened) return null;
  const found = new Map<string, Buffer>();
  try {
    for await (const entry of opened.eachEntry())
      found.set(entry.fileName, await bytesOf(await opened.openReadStreamPromise(entry)));
    return found;
  } catch {
    return null;
  } finally {
    opened.close();
  }
}

/** What ours finds; null where it refuses. */
async function readByOurs(zip: Buffer, names: readonly string[]): Promise<Map<string, Buffer> | null> {
  const path = join(folder, `${++made}.zip`);
  writeFileSync(path, zip);
  const found = new Map<string, Buffer>();
  try {
    const files = await zipAt(path);
    try {
      for (const name of names) {
        const bytes = await files.read(name, 1 << 26);
        if (bytes) found.set(name, Buffer.from(bytes));
      }
      return found;
    } finally {
      await files.close();
    }
  } catch (error) {
    if (error instanceof BundleError) return null;
    throw error;
  }
}

describe('the reading of archives', () => {
  const files = Object.entries(honest);

  it('takes what others pack: stored, deflated, in pieces, and with numbers of 64 bits', async () => {
    for (const options of [{ compress: false }, {}, { forceZip64Format: true }])
      expect(await codesOf(await zipOf(files, options))).toEqual([]);
    const archive = new Archive();
    const packed = bytesOf(archive.stream);
    for (const [name, bytes] of files) await archive.addPieces(name, [bytes.toString()]);
    archive.end();
    expect(await codesOf(await packed)).toEqual([]);
  });

  it('finds what another reader finds, and takes nothing that the other refuses', async () => {
    const small = Object.entries(bundleOf(storyEntries(3)));
    for (const [parity, options] of [{}, { forceZip64Format: true }].entries()) {
      const zip = await zipOf(small, options);
      const directory = zip.indexOf('PK\x01\x02');
      const places = Array.from({ length: zip.length }, (_, at) => at).filter(
        (at) => at % 2 === parity && (at < 60 || at >= directory),
      );
      for (const at of places) {
        const changed = Buffer.from(zip);
        changed[at]! ^= at % 3 === 0 ? 0xff : 1 << (at % 8);
        const ours = await readByOurs(changed, Object.keys(honest));
        if (ours === null) continue;
        const other = await otherwiseRead(changed);
        const differing = [...ours].filter(([name, bytes]) => other?.get(name)?.equals(bytes) !== true);
        expect({ at, differing }).toEqual({ at, differing: [] });
      }
    }
  });

  const plain = () => zipOf([['checkpoint', Buffer.from('x'.repeat(300))]], { compress: false });

  it.each<[string, (zip: Buffer) => Buffer]>([
    [
      'another name before the bytes than in the directory',
      (zip) => withAt(zip, 30, Buffer.from('checkpoinT')),
    ],
    [
      'more behind the end of what was packed',
      (zip) => withAt(zip, zip.indexOf('PK\x01\x02') + 20, numberOf(299)),
    ],
    ['a comment that is longer than it says', (zip) => Buffer.concat([zip, Buffer.from('x')])],
    ['another way of packing', (zip) => withAt(zip, zip.indexOf('PK\x01\x02') + 10, Buffer.of(9, 0))],
    ['encryption', (zip) => withAt(zip, zip.indexOf('PK\x01\x02') + 8, Buffer.of(1, 0))],
    ['a part of several', (zip) => withAt(zip, zip.indexOf('PK\x05\x06') + 4, Buffer.of(1, 0))],
    [
      'a count that is not that of the directory',
      (zip) => withAt(zip, zip.indexOf('PK\x05\x06') + 8, Buffer.of(0, 0, 0, 0)),
    ],
  ])('refuses %s', async (_, broken) => {
    const zip = await plain();
    expect(await readByOurs(zip, ['checkpoint'])).not.toBeNull();
    expect(await readByOurs(broken(zip), ['checkpoint'])).toBeNull();
  });

  it('refuses what is packed with something behind it, and what tells a second name', async () => {
    const zip = await zipOf([['checkpoint', Buffer.from('x'.repeat(3000))]]);
    const end = zip.indexOf('PK\x01\x02');
    const entry = zip.subarray(end);
    const size = entry.readUInt32LE(20);
    const start = 30 + 'checkpoint'.length;
    // One byte more of packed content, and everything behind it one place on.
    const longer = Buffer.concat([zip.subarray(0, start + size), Buffer.of(0), zip.subarray(start + size)]);
    const at = longer.indexOf('PK\x01\x02');
    const moved = withAt(
      withAt(longer, at + 20, numberOf(size + 1)),
      longer.indexOf('PK\x05\x06') + 16,
      numberOf(at),
    );
    expect(await readByOurs(zip, ['checkpoint'])).not.toBeNull();
    expect(await readByOurs(moved, ['checkpoint'])).toBeNull();
    const named = Buffer.concat([
      entry.subarray(0, 46 + 'checkpoint'.length),
      Buffer.of(0x75, 0x70, 1, 0, 1),
      entry.subarray(46 + 'checkpoint'.length),
    ]);
    const second = withAt(Buffer.concat([zip.subarray(0, end), named]), end + 30, Buffer.of(5, 0));
    const length = second.indexOf('PK\x05\x06') - end;
    expect(
      await readByOurs(withAt(second, second.indexOf('PK\x05\x06') + 12, numberOf(length)), []),
    ).toBeNull();
  });
});

const numberOf = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function withAt(zip: Buffer, at: number, bytes: Buffer): Buffer {
  const changed = Buffer.from(zip);
  bytes.copy(changed, at);
  return changed;
}

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
