import { spawn } from 'node:child_process';
import { generateKeyPairSync, hash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { story, storyClinic } from './log-story.ts';

export interface Verified {
  readonly entries: number;
  readonly megabytes: number;
  /** Of a process of its own: node verify.mjs, from its start to its end. */
  readonly seconds: number;
  /** The most memory it ever had, in MB. */
  readonly peak: number;
  /** The same hashes of the same bytes, already in memory, and nothing else; no file, no JSON, no base64. */
  readonly floorSeconds: number;
  /** How many times as fast as the floor: of the best of each. */
  readonly ratio: number;
}

interface Entry {
  readonly bytes: Buffer;
  readonly payload: string;
  readonly salt: Buffer;
}

type EntryOf = (
  happening: object,
  place: { seq: number; at: number; clinic: string; actor: string },
) => Entry;
type Signer = { readonly key: object };

const dist = <Module>(path: string): Promise<Module> =>
  import(new URL(`../dist/src/${path}`, import.meta.url).href);

/** Makes a bundle of so many entries, and checks it with the verifier that lies in every bundle. */
export async function verification(entries: number, rounds: number): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-bench-'));
  try {
    await writeBundle(folder, entries);
    const megabytes = statSync(join(folder, 'entries.ndjson')).size / 1e6;
    const runs: { seconds: number; peak: number }[] = [];
    const floors: number[] = [];
    for (let i = 0; i < rounds; i++) {
      floors.push(await floorSeconds(entries));
      runs.push(await verified(folder));
    }
    const seconds = Math.min(...runs.map((run) => run.seconds));
    const floor = Math.min(...floors);
    const peak = Math.max(...runs.map((run) => run.peak));
    return { entries, megabytes, seconds, peak, floorSeconds: floor, ratio: floor / seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* madeEntries(count: number): AsyncGenerator<Entry & { seq: number }> {
  const { entryOf } = await dist<{ entryOf: EntryOf }>('log/entry.js');
  let seq = 0;
  for (const told of story(count)) {
    const place = { seq, at: told.at, clinic: storyClinic, actor: told.actor };
    yield { ...entryOf(told, place), seq };
    seq += 1;
  }
}

async function writeBundle(folder: string, count: number): Promise<void> {
  const { Peaks } = await dist<{ Peaks: new () => { push(leaf: string): void; root(): Uint8Array } }>(
    'log/bundle/peaks.js',
  );
  const { vkeyOf } = await dist<{ vkeyOf(key: object): string }>('log/note.js');
  const { signerOf } = await dist<{ signerOf(name: string, key: object): Signer }>('log/signer.js');
  const { signCheckpoint } = await dist<{ signCheckpoint(checkpoint: object, signers: Signer[]): string }>(
    'log/checkpoint.js',
  );
  const peaks = new Peaks();
  const file = openSync(join(folder, 'entries.ndjson'), 'w');
  let lines: string[] = [];
  for await (const { seq, bytes, payload, salt } of madeEntries(count)) {
    peaks.push(leafDigest(bytes));
    const encoded = bytes.toString('base64');
    lines.push(
      `{"seq":${seq},"bytes":"${encoded}","payload":${payload},"salt":"${salt.toString('base64')}"}\n`,
    );
    if (lines.length < 1000) continue;
    writeSync(file, lines.join(''));
    lines = [];
  }
  writeSync(file, lines.join(''));
  closeSync(file);
  const origin = `fullmakt.example/log/${storyClinic}`;
  const signer = signerOf(origin, generateKeyPairSync('ed25519').privateKey);
  const checkpoint = { origin, size: BigInt(count), root: peaks.root(), extensions: [] };
  writeFileSync(join(folder, 'checkpoint'), signCheckpoint(checkpoint, [signer]));
  writeFileSync(join(folder, 'key.vkey'), `${vkeyOf(signer.key)}\n`);
}

const leafDigest = (bytes: Buffer): string => hash('sha256', Buffer.concat([Buffer.of(0), bytes]), 'binary');

/**
 * What nobody can do without: one hash for each leaf and payload and, but for one, for each node, in the same lengths,
 * one after the other, by the same call. The bytes are those of a thousand entries, made beforehand.
 */
async function floorSeconds(entries: number): Promise<number> {
  const leaves: Buffer[] = [];
  const payloads: Buffer[] = [];
  for await (const { bytes, payload, salt } of madeEntries(1000)) {
    leaves.push(Buffer.concat([Buffer.of(0), bytes]));
    payloads.push(Buffer.concat([salt, Buffer.from(payload)]));
  }
  const pair = Buffer.alloc(65, 1);
  const begun = process.hrtime.bigint();
  for (let i = 0; i < entries; i++) {
    hash('sha256', leaves[i % 1000] as Buffer, 'binary');
    hash('sha256', payloads[i % 1000] as Buffer, 'hex');
    hash('sha256', pair, 'binary');
  }
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

const verifier = fileURLToPath(new URL('../dist/verify.mjs', import.meta.url));

/** Says at its end how much memory it had at most, in KiB. */
const witness = `data:text/javascript,process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))`;

function verified(folder: string): Promise<{ seconds: number; peak: number }> {
  const begun = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', witness, verifier, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (piece: Buffer) => {
    said.out += piece;
  });
  child.stderr.on('data', (piece: Buffer) => {
    said.error += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (code === 0) resolve({ seconds, peak: (Number(said.error) * 1024) / 1e6 });
      else reject(new Error(`the bundle does not hold: ${said.out}${said.error}`));
    });
  });
}
