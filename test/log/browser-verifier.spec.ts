import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { verify } from '../../src/cli/verify.js';
import { languages } from '../../src/law/legal-bases.js';
import { zipAt } from '../../src/log/bundle/zip-file.js';
import { vkeyOf } from '../../src/log/note.js';
import { logProofText } from '../../src/log/proof.js';
import { inclusionPlan, leafHash, nodesOf, proofOf } from '../../src/log/tree.js';
import { browserVerifier } from '../support/browser-verifier.js';
import { another, bundleOf, type Contents, notesOf, ours, storyEntries } from './generated.js';

/** The file that the screens start as a worker, against the command that the auditor runs. */
const inBrowser = browserVerifier();
const folder = mkdtempSync(join(tmpdir(), 'fullmakt-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entries = storyEntries(300);
const honest = bundleOf(entries);

async function zipOf(contents: Contents): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(contents)) zip.addBuffer(bytes, name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

interface Given {
  readonly vkeys?: readonly string[];
  readonly checkpoint?: string;
}

const asked = (bytes: Uint8Array, given: Given = {}) =>
  inBrowser({ file: new Blob([Uint8Array.from(bytes)]), ...given });

let made = 0;

function fileOf(bytes: Uint8Array | string): string {
  const path = join(folder, String(++made));
  writeFileSync(path, bytes);
  return path;
}

/** What the command prints about the file in each language, once the browser has been found to show the same. */
async function linesOfBoth(
  bytes: Uint8Array,
  { vkeys = [], checkpoint }: Given = {},
): Promise<readonly string[]> {
  const path = fileOf(bytes);
  const options = [
    ...vkeys.flatMap((vkey) => ['--vkey', vkey]),
    ...(checkpoint === undefined ? [] : ['--checkpoint', fileOf(checkpoint)]),
  ];
  const { result } = await asked(bytes, { vkeys, ...(checkpoint !== undefined && { checkpoint }) });
  for (const language of languages) {
    const args = [path, ...options, '--lang', language];
    const { exit, lines } = await verify(args, { name: 'fullmakt verify', zip: zipAt });
    expect({ language, ok: result.ok, lines: [...result.lines[language]] }).toEqual({
      language,
      ok: exit === 0,
      lines,
    });
  }
  rmSync(path);
  return result.lines.nb;
}

describe('the verifier of the screens says what the command says', () => {
  it('of a bundle that holds, packed as it is fetched', async () => {
    const [line] = await linesOfBoth(await zipOf(honest));
    expect(line).toContain('OK: alle 300 oppføringer');
  });

  it('against a key from elsewhere and a checkpoint that was kept', async () => {
    const zip = await zipOf(honest);
    const vkeys = [vkeyOf(ours.key)];
    const notes = notesOf(entries, ours);
    const [line] = await linesOfBoth(zip, { vkeys, checkpoint: notes[99]! });
    expect(line).toContain('De begynner med de 100 oppføringene i sjekkpunktet du har.');
    const older = await zipOf(bundleOf(entries.slice(0, 50)));
    expect(await linesOfBoth(older, { checkpoint: notes[99]! })).toEqual([
      expect.stringContaining('[held-longer]'),
    ]);
    expect(await linesOfBoth(zip, { vkeys: [vkeyOf(another.key)] })).toEqual([
      expect.stringContaining('[checkpoint]'),
    ]);
    expect(await linesOfBoth(zip, { vkeys: ['tull'] })).toEqual([expect.stringContaining('[given-key]')]);
  });

  it('wherever the archive is cut off or has a byte changed', async () => {
    const zip = await zipOf(honest);
    for (let at = 0; at < zip.length; at += 1301) {
      expect((await linesOfBoth(zip.subarray(0, at))).length).toBeGreaterThan(0);
      const changed = Buffer.from(zip);
      changed[at]! ^= 0x55;
      await linesOfBoth(changed);
    }
  });

  it('of a receipt, with the key and without, changed and whole', async () => {
    const leaves = entries.map(({ bytes }) => leafHash(bytes));
    const plan = inclusionPlan(41n, 300n);
    const hashes = proofOf(plan, nodesOf(leaves)(plan.flat()));
    const checkpoint = notesOf(entries, ours).at(-1)!;
    const proof = logProofText({ index: 41n, hashes, checkpoint, extra: entries[41]!.bytes });
    const vkeys = [vkeyOf(ours.key)];
    const [line] = await linesOfBoth(Buffer.from(proof), { vkeys });
    expect(line).toContain('OK: oppføringen står som nummer 41 av 300');
    expect(await linesOfBoth(Buffer.from(proof))).toEqual([expect.stringContaining('[key-not-given]')]);
    const other = Buffer.from(proof.replace('index 41', 'index 42'));
    expect(await linesOfBoth(other, { vkeys })).toEqual([expect.stringContaining('[entry-not-given]')]);
  });

  it('of what is no bundle at all', async () => {
    for (const text of [
      '',
      'P',
      'PK',
      'PK\x05\x06',
      '%PDF-1.7',
      'c2sp.org/tlog-proof@v2\n',
      '\u{fffd}'.repeat(50),
    ])
      expect((await linesOfBoth(Buffer.from(text))).length).toBe(1);
  });

  it('of names that would write on a screen', async () => {
    const hostile = 'log\u009b31m\u202eeksempel\u001b[2J\u2028';
    const zip = await zipOf({ ...honest, [hostile]: Buffer.from('x') });
    const twice = Buffer.concat([await zipOf({ [hostile]: Buffer.from('x') })]);
    for (const bytes of [zip, twice]) await linesOfBoth(bytes);
  });
});

describe('what a page gets beside the words', () => {
  it('is the first entry that does not hold, and the last of those that were signed with it', async () => {
    const lines = honest['entries.ndjson']!.toString().split('\n');
    const bare = lines.with(7, lines[7]!.replace('"login":"', '"login":"x')).join('\n');
    const { result } = await asked(await zipOf({ ...honest, 'entries.ndjson': Buffer.from(bare) }));
    expect(result).toMatchObject({
      ok: false,
      firstBad: 7,
      lastBad: null,
      codes: ['payload-hash'],
      shown: null,
    });
  });

  it('is of what log it is, how long and until when, where all holds', async () => {
    const { result } = await asked(await zipOf(honest));
    const { at } = entries.at(-1)!;
    expect(result).toMatchObject({
      kind: 'result',
      ok: true,
      codes: [],
      firstBad: null,
      shown: { size: 300, first: 0, end: 300, until: at, ownKeys: true, keyIds: [ours.key.id] },
    });
  });

  it('is how far it has come', async () => {
    const { progress } = await asked(await zipOf(bundleOf(storyEntries(5000))));
    const shares = progress.map(({ read, size }) => read / size);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeLessThan(110);
    expect(shares.at(-1)).toBeGreaterThan(0.98);
  });
});
