import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { story, storyClinic, type Told } from '../../bench/log-story.js';
import { verify } from '../../src/cli/verify.js';
import { aboutText } from '../../src/log/bundle/about.js';
import { nodesBefore, rangeText } from '../../src/log/bundle/range.js';
import { summaryAbout } from '../../src/log/bundle/summary-check.js';
import { zipAt } from '../../src/log/bundle/zip-file.js';
import { openCheckpoint } from '../../src/log/checkpoint.js';
import type { Entry } from '../../src/log/entry.js';
import { vkeyOf } from '../../src/log/note.js';
import { apply } from '../../src/log/state/fold.js';
import { emptyState } from '../../src/log/state/state.js';
import { Summary } from '../../src/log/summary/summary.js';
import { leafHash, nodesOf } from '../../src/log/tree.js';
import {
  bundleOf,
  type Contents,
  entriesOf,
  lineOf,
  notesOf,
  origin,
  ours,
  storyEntries,
} from './generated.js';
import { signerNamed, taken } from './signers.js';
import { verdictOf } from './verifiers.js';

/** Whoever makes a bundle can sign it with a key of their own and say in it what they like. */
const told = [...story(20)];
const at = Date.parse('2026-06-01T00:00:00Z');

type Said = Pick<Told, 'type' | 'payload'>;

const entriesWith = (more: readonly Said[]): Entry[] =>
  entriesOf([
    ...told,
    ...more.map((one) => ({ actor: told[0]!.actor, subjects: [], at: told.at(-1)!.at, ...one })),
  ]);

/** The summary that the entries give, made as the product makes it. */
function summaryOf(entries: readonly Entry[], contents: Contents): string {
  const [state, summary] = [emptyState(), new Summary()];
  for (const { seq, at: moment, type, bytes, payload } of entries) {
    const { actor } = JSON.parse(bytes.toString());
    const entry = { seq, at: moment, type, actor, payload: JSON.parse(payload) };
    apply(state, entry);
    summary.see(entry);
  }
  const checkpoint = taken(openCheckpoint(contents.checkpoint!, { origin, keys: [ours.key] }));
  return [...summary.html(state, summaryAbout(storyClinic, checkpoint, at))].join('');
}

/** Nested deeper than anything that makes payloads can follow, written by hand. */
function nested({ seq, bytes, payload, salt, ...rest }: Entry): Entry {
  const levels = 20_000;
  const text = payload.replace('"deep"', `${'{"inner":'.repeat(levels)}1${'}'.repeat(levels)}`);
  const hash = createHash('sha256').update(salt).update(text).digest();
  const leaf = { ...JSON.parse(bytes.toString()), payloadHash: hash.toString('hex') };
  return { ...rest, seq, salt, payload: text, payloadHash: hash, bytes: Buffer.from(JSON.stringify(leaf)) };
}

const refused = (command: Told['payload'], codes: Told['payload'][string] = []): Said => ({
  type: 'task.refused',
  payload: { act: 'create', command, codes },
});

/** Neither text nor number can be made of it. */
const stubborn = { toString: 1, valueOf: 2 };

describe('a payload that no product writes is a verdict, and never a stack', () => {
  it.each<[string, Said]>([
    ['a field called as what every object has', refused({ constructor: 1, toString: { valueOf: 2 } })],
    ['a prototype', refused(JSON.parse('{"__proto__":{"roles":["x"]}}'))],
    ['codes that are not text', refused({}, [stubborn, ['x']])],
    ['nesting', refused({ more: 'deep' })],
    ['an erasure of no number', { type: 'payload.erased', payload: { seq: stubborn } }],
    ['roles that are not text', { type: 'member.joined', payload: { account: 'x', roles: [stubborn] } }],
  ])('%s can be summarised, the same each time', async (_, said) => {
    const [last, ...before] = entriesWith([said]).reverse();
    const entries = [...before.reverse(), last!.payload.includes('"deep"') ? nested(last!) : last!];
    const contents = bundleOf(entries);
    contents['bundle.json'] = Buffer.from(aboutText(at));
    contents['summary.html'] = Buffer.from(summaryOf(entries, contents));
    const { faults, shown } = await verdictOf(contents);
    expect([faults, shown?.summary]).toEqual([[], 'same']);
  });

  it.each(['yesterday', '9999-01-01', '2001-02-31', '+10000-01-01', ''])(
    'somebody born %j does not fit',
    async (birthDate) => {
      const person = { type: 'person.registered', payload: { personId: 'x', name: 'X', birthDate } };
      const { faults } = await verdictOf(bundleOf(entriesWith([person])));
      expect(faults).toEqual([{ code: 'state-other', seq: told.length, about: 'payload-unreadable' }]);
    },
  );
});

describe('a part of a log that is the whole of it', () => {
  const entries = storyEntries(110);
  const size = entries.length;
  const range = Buffer.from(rangeText({ first: 0, end: size, size, before: [], after: [] }));
  const verdict = (contents: Contents) => verdictOf({ ...contents, 'range.json': range });

  it('is worked out like the whole log', async () => {
    const { shown } = await verdict(bundleOf(entries));
    expect(shown).toMatchObject({ first: 0, end: size, replayed: true });
  });

  it('hides no payload that no entry says was erased', async () => {
    const { seq } = entries.find(({ type }) => type === 'delegation.refused')!;
    const whole = bundleOf(entries);
    const lines = whole['entries.ndjson']!.toString().split('\n');
    const bare = lines.with(seq, lines[seq]!.replace(/"payload":.*/, '"payload":null,"salt":null}'));
    const { faults } = await verdict({ ...whole, 'entries.ndjson': Buffer.from(bare.join('\n')) });
    expect(faults).toEqual([{ code: 'payload-missing', seq }]);
  });

  it('nor does a part that reaches its end: what was erased is said later than it was told', async () => {
    const { seq } = entries.find(({ type }) => type === 'delegation.refused')!;
    const first = 64;
    const hashes = nodesOf(entries.map(({ bytes }) => leafHash(bytes)));
    const before = hashes(nodesBefore(first));
    const whole = bundleOf(entries);
    const lines = entries.slice(first).map(lineOf);
    const bare = lines.with(
      seq - first,
      lines[seq - first]!.replace(/"payload":.*\n/, '"payload":null,"salt":null}\n'),
    );
    const part = (text: readonly string[]) =>
      verdictOf({
        ...whole,
        'entries.ndjson': Buffer.from(text.join('')),
        'range.json': Buffer.from(rangeText({ first, end: size, size, before, after: [] })),
      });
    expect((await part(lines)).shown).toMatchObject({ first, end: size, replayed: false });
    expect((await part(bare)).faults).toEqual([{ code: 'payload-missing', seq }]);
  });
});

describe('what is printed about a bundle cannot write on the terminal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fullmakt-hostile-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function zipped(files: readonly [string, Buffer][]): Promise<string> {
    const zip = new ZipFile();
    for (const [name, bytes] of files) zip.addBuffer(bytes, name);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    const path = join(folder, 'pakke.zip');
    writeFileSync(path, Buffer.concat(pieces));
    return path;
  }

  const place = { name: 'fullmakt verify', zip: zipAt };
  const harmless = /^[^\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+$/u;

  it('by the name of its log', async () => {
    const named = 'log\u009b31m\u202eeksempel/log/x';
    const signer = signerNamed(named, 9);
    const entries = storyEntries(5);
    const { 'key.vkey': _, ...contents } = bundleOf(entries);
    const files = {
      ...contents,
      checkpoint: notesOf(entries, signer, named).at(-1)!,
      'key.vkey': `${vkeyOf(signer.key)}\n`,
    };
    const path = await zipped(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    const { exit, lines } = await verify([path], place);
    expect(exit).toBe(1);
    expect(lines.join()).toContain('eksempel');
    for (const line of lines) expect(line).toMatch(harmless);
  });

  it('by the name of a file in it, or of itself', async () => {
    const hostile = 'log\u009b31m\u202eeksempel\u001b[2J\u2028';
    const path = await zipped([1, 2].map(() => [hostile, Buffer.from('x')]));
    for (const asked of [path, join(folder, `borte${hostile}`)]) {
      const { exit, lines } = await verify([asked], place);
      expect(exit).toBe(1);
      expect(lines.join()).toContain('eksempel');
      for (const line of lines) expect(line).toMatch(harmless);
    }
  });
});
