import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { open, type ZipFile } from 'yauzl';
import type { Client } from './client.js';

/** A bundle as an inspector has it: the zip, and the folder it was unpacked into. */
export interface Unpacked {
  readonly zip: string;
  readonly folder: string;
  readonly names: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  read(name: string): string;
  write(name: string, text: string | Buffer): void;
  remove(): void;
}

export async function fetched(client: Client, query = ''): Promise<Unpacked> {
  const answer = await client.get(`log/export${query}`).buffer(true).parse(inBytes);
  if (answer.status !== 200) throw new Error(`expected 200, got ${answer.status}: ${answer.body}`);
  return unpacked(answer.body as Buffer, answer.headers as Record<string, string>);
}

/** What supertest hands over is the stream of the answer, whatever its types say. */
export function inBytes(res: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const stream = res as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
  stream.on('error', (error: Error) => done(error, Buffer.alloc(0)));
}

export async function unpacked(zip: Buffer, headers: Record<string, string> = {}): Promise<Unpacked> {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-bundle-'));
  const packed = `${folder}.zip`;
  writeFileSync(packed, zip);
  await unpack(packed, folder);
  return {
    zip: packed,
    folder,
    names: readdirSync(folder).sort(),
    headers,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(join(folder, name), text),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      rmSync(packed, { force: true });
    },
  };
}

async function unpack(path: string, folder: string): Promise<void> {
  const zip = await promisify<string, object, ZipFile>(open)(path, { autoClose: false, lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry()) {
      const stream = await zip.openReadStreamPromise(entry);
      const pieces: Buffer[] = [];
      for await (const piece of stream) pieces.push(piece as Buffer);
      writeFileSync(join(folder, entry.fileName), Buffer.concat(pieces));
    }
  } finally {
    zip.close();
  }
}

export interface Ran {
  readonly exit: number;
  readonly out: string;
}

export const ran = (program: string, args: readonly string[], cwd = '/'): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(program, [...args], { cwd, env: {} }, (error, stdout, stderr) =>
      resolve({ exit: error ? Number(error.code) : 0, out: `${stdout}${stderr}` }),
    );
  });

/** Every Node on the machine, ours and its own: verify.mjs must run on any from 20. */
export function plainNodes(): string[] {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [process.execPath, ...found.filter(isThere)];
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
