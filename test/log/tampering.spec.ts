import { story, storyClinic, type Told } from '../../bench/log-story.js';
import type { Fault } from '../../src/log/bundle/fault.js';
import type { Given } from '../../src/log/bundle/ground.js';
import { nodesAfter, nodesBefore, rangeText } from '../../src/log/bundle/range.js';
import { verifyBundle } from '../../src/log/bundle/verify.js';
import { signCheckpoint } from '../../src/log/checkpoint.js';
import { type Entry, entryOf } from '../../src/log/entry.js';
import { vkeyOf } from '../../src/log/note.js';
import { leafHash, nodesOf, peaksOf, rootOf } from '../../src/log/tree.js';
import {
  another,
  bundleOf,
  type Contents,
  entriesOf,
  filesOf,
  lineOf,
  notesOf,
  origin,
  ours,
  storyEntries,
} from './generated.js';
import { verdictOf } from './verifiers.js';

const size = 124;
const told = [...story(size)];
const entries = entriesOf(told);
const honest = bundleOf(entries);
const everywhere = entries.map(({ seq }) => seq);

const faultsOf = async (contents: Contents, given: Partial<Given> = {}): Promise<readonly Fault[]> =>
  (await verifyBundle(filesOf(contents), { vkeys: [], ...given })).faults;

/** The verifier in the browser is asked about some of the places: it takes its time to be as sure. */
const faultsOfBoth = async (contents: Contents, given: Partial<Given> = {}): Promise<readonly Fault[]> =>
  (await verdictOf(contents, given)).faults;

const faultsAt = (place: number): typeof faultsOf => (place % 5 === 0 ? faultsOfBoth : faultsOf);

const withLines = (lines: readonly string[]): Contents => ({
  ...honest,
  'entries.ndjson': Buffer.from(lines.join('')),
});

const lines = entries.map(lineOf);

/** From this place on, told otherwise, numbered and hashed anew: what somebody with the database but without the key can do. */
const retold = (at: number, happenings: readonly Told[]): string[] => [
  ...lines.slice(0, at),
  ...happenings.slice(at).map((one, i) => {
    const place = { seq: at + i, at: one.at, clinic: storyClinic, actor: one.actor };
    return lineOf(entryOf(one, place));
  }),
];

const forged: Told = {
  type: 'auditor.looked-up',
  actor: told[0]!.actor,
  subjects: [],
  at: told[0]!.at,
  payload: { operation: 'nothing' },
};

describe('an honest bundle', () => {
  it.each([1, 7, 1000, 1 << 20])('holds, read %i bytes at a time', async (pieceBytes) => {
    const { faults, shown } = await verifyBundle(filesOf(honest, pieceBytes), { vkeys: [] });
    expect(faults).toEqual([]);
    expect(shown).toEqual({
      origin,
      size,
      first: 0,
      end: size,
      keyIds: [ours.key.id],
      ownKeys: true,
      until: told.at(-1)?.at,
      erased: 0,
      backdated: { count: 0, first: 0 },
      unexplained: 0,
      replayed: true,
      held: null,
      summary: 'unchecked',
    });
  });

  it('holds against every checkpoint that was signed before, and against the key from elsewhere', async () => {
    const vkeys = [vkeyOf(ours.key)];
    for (const [i, note] of notesOf(entries, ours).entries())
      expect(await faultsAt(i)(honest, { checkpoint: Buffer.from(note), vkeys, origin })).toEqual([]);
  });
});

describe('at every place of a log', () => {
  const saltedAs = ({ payload, salt }: Entry) => ({ payload, salt });
  const last = size - 1;
  const cases: [string, (at: number) => string[], (at: number) => [code: string, seq: number] | null][] = [
    [
      'a changed payload',
      (at) => lines.with(at, lines[at]!.replace('"login":"', '"login":"x')),
      (at) => ['payload-hash', at],
    ],
    [
      'a payload that is gone',
      (at) => lines.with(at, lines[at]!.replace(/"payload":.*\n/, '"payload":null,"salt":null}\n')),
      (at) => ['payload-missing', at],
    ],
    [
      'payload and salt of another entry',
      (at) => lines.with(at, lineOf({ ...entries[at]!, ...saltedAs(entries[(at + 1) % size]!) })),
      (at) => ['payload-hash', at],
    ],
    [
      'another actor',
      (at) => lines.with(at, retold(at, told.with(at, { ...told[at]!, actor: forged.actor }))[at]!),
      (at) => ['entry-unsigned', at],
    ],
    [
      'an entry left out',
      (at) => lines.toSpliced(at, 1),
      (at) => [at === last ? 'entries-missing' : 'number-missing', at],
    ],
    [
      'an entry twice',
      (at) => lines.toSpliced(at, 0, lines[at]!),
      (at) => [at === last ? 'entries-trailing' : 'number-other', at + 1],
    ],
    [
      'an entry moved to the end',
      (at) => [...lines.toSpliced(at, 1), lines[at]!],
      (at) => (at === last ? null : ['number-missing', at]),
    ],
    [
      'an entry left out and the rest numbered anew',
      (at) => retold(at, told.toSpliced(at, 1)),
      (at) => [at === last ? 'entries-missing' : 'entry-unsigned', at],
    ],
    [
      'an entry put in and the rest numbered anew',
      (at) => retold(at, told.toSpliced(at, 0, forged)),
      (at) => ['entry-unsigned', at],
    ],
    ['the end cut off', (at) => lines.slice(0, at), (at) => ['entries-missing', at]],
  ];

  it.each(cases)('%s is found, with its number', async (_, tampered, expected) => {
    for (const at of everywhere) {
      const wanted = expected(at);
      if (!wanted) continue;
      const [fault] = await faultsAt(at)(withLines(tampered(at)));
      // What does not fit what came before it may be told as that instead: the number is what counts.
      const code = fault?.code === 'state-other' ? wanted[0] : fault?.code;
      expect([code, fault?.seq]).toEqual(wanted);
    }
  });

  it('a log that was signed anew with another key is found by the key from elsewhere', async () => {
    const forgery = bundleOf(entries, another);
    const vkeys = [vkeyOf(ours.key)];
    expect(await faultsOfBoth(forgery, { vkeys })).toEqual([{ code: 'checkpoint', about: 'key-unknown' }]);
    const note = notesOf(entries.slice(0, 50), ours).at(-1) ?? '';
    expect(await faultsOfBoth(forgery, { checkpoint: Buffer.from(note) })).toEqual([
      { code: 'held-checkpoint', about: 'key-unknown' },
    ]);
  });

  it('an older backup is found by a newer checkpoint', async () => {
    const notes = notesOf(entries, ours);
    for (const at of everywhere.filter((seq) => seq % 9 === 1)) {
      const older = bundleOf(entries.slice(0, at));
      expect(await faultsOf(older)).toEqual([]);
      const faults = await faultsOfBoth(older, { checkpoint: Buffer.from(notes[at]!) });
      expect(faults).toEqual([{ code: 'held-longer', about: String(at + 1) }]);
    }
  });

  it('history rewritten by whoever has the key is found by any checkpoint from after', async () => {
    const notes = notesOf(entries, ours);
    for (const at of everywhere.filter((seq) => seq % 9 === 0)) {
      const rewritten = [...entries.slice(0, at), ...entriesOf(told).slice(at)];
      const forgery = bundleOf(rewritten);
      for (const held of [at, last]) {
        const faults = await faultsAt(at)(forgery, { checkpoint: Buffer.from(notes[held]!) });
        expect(faults).toEqual([{ code: 'held-other', about: String(held + 1) }]);
      }
      if (at === 0) continue;
      expect(await faultsOf(forgery, { checkpoint: Buffer.from(notes[at - 1]!) })).toEqual([]);
    }
  });

  it('a changed entry without the checkpoints of each act is found, though no single one can be named', async () => {
    const { 'checkpoints.ndjson': _, ...without } = withLines(retold(60, told.toSpliced(60, 1, forged)));
    const faults = await faultsOfBoth(without);
    expect(faults.map(({ code }) => code)).toContain('root-other');
  });
});

describe('at 10,000 places of a log of 50,000 entries', () => {
  const many = 50_000;
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const random = randomFrom(seed);
  const large = storyEntries(many);
  const nodes = nodesOf(large.map(({ bytes }) => leafHash(bytes)));
  const signedAt = (count: number): string => {
    const frontier = { size: BigInt(count), peaks: nodes(peaksOf(BigInt(count))) };
    return signCheckpoint({ origin, size: BigInt(count), root: rootOf(frontier), extensions: [] }, [ours]);
  };
  const checkpoint = Buffer.from(signedAt(many));

  /** Some entries of it, with what leads to the root: what an inspector gets for a period. */
  function part(first: number, end: number): Contents {
    const after = nodesAfter(end, many);
    const range = {
      first,
      end,
      size: many,
      before: nodes(nodesBefore(first)),
      after: nodes(after).map((hash, i) => ({ ...after[i]!, hash })),
    };
    const notes = large.slice(first, end).map(({ seq }) => JSON.stringify(signedAt(seq + 1)));
    return {
      'entries.ndjson': Buffer.from(large.slice(first, end).map(lineOf).join('')),
      'range.json': Buffer.from(rangeText(range)),
      'checkpoints.ndjson': Buffer.from(notes.map((note) => `${note}\n`).join('')),
      'key.vkey': honest['key.vkey']!,
      checkpoint,
    };
  }

  it('every other byte is found, with the number of its entry', async () => {
    const missed: string[] = [];
    for (let group = 0; group < 500; group++) {
      const first = Math.floor(random() * (many - 3));
      const bundle = part(first, first + 3);
      expect(await faultsOf(bundle)).toEqual([]);
      const bytes = bundle['entries.ndjson']!;
      for (let i = 0; i < 20; i++) {
        const at = Math.floor(random() * bytes.length);
        const changed = Buffer.from(bytes);
        changed[at]! ^= 1 + Math.floor(random() * 255);
        const seq = first + bytes.subarray(0, at).toString('latin1').split('\n').length - 1;
        const [fault] = await (i === 0 ? faultsOfBoth : faultsOf)({ ...bundle, 'entries.ndjson': changed });
        if (fault?.seq !== seq)
          missed.push(`seed ${seed}: byte ${at} from entry ${first}: ${JSON.stringify(fault)}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

/** A sequence that can be had again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
