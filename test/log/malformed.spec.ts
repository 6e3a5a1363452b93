import fc from 'fast-check';
import { idOf, story, type Told } from '../../bench/log-story.js';
import type { Fault } from '../../src/log/bundle/fault.js';
import { faultText } from '../../src/log/bundle/fault-texts.js';
import type { Given } from '../../src/log/bundle/ground.js';
import { readLeaf } from '../../src/log/bundle/leaf.js';
import { longestLine } from '../../src/log/bundle/lines.js';
import { verifyProof } from '../../src/log/bundle/proof-file.js';
import { nodesAfter, nodesBefore, rangeText } from '../../src/log/bundle/range.js';
import { shownText } from '../../src/log/bundle/report.js';
import { verifyBundle } from '../../src/log/bundle/verify.js';
import { vkeyOf } from '../../src/log/note.js';
import { logProofText } from '../../src/log/proof.js';
import { inclusionPlan, leafHash, nodesOf, proofOf } from '../../src/log/tree.js';
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
} from './generated.js';
import { signerNamed } from './signers.js';

const told = [...story(108)];
const entries = entriesOf(told);
const size = entries.length;
const honest = bundleOf(entries);
const text = honest['entries.ndjson']!.toString();
const lines = entries.map(lineOf);

const verdictOf = (contents: Contents, given: Partial<Given> = {}) =>
  verifyBundle(filesOf(contents), { vkeys: [], ...given });
const faultsOf = async (contents: Contents): Promise<readonly Fault[]> => (await verdictOf(contents)).faults;
const first = async (entriesText: string | Buffer): Promise<[string | undefined, number | undefined]> => {
  const [fault] = await faultsOf({ ...honest, 'entries.ndjson': Buffer.from(entriesText) });
  return [fault?.code, fault?.seq];
};
const atLine = (at: number, line: string): string => lines.with(at, `${line}\n`).join('');
const parts = (at: number) => JSON.parse(lines[at]!);

describe('entries that are dated back', () => {
  it('hold, and are counted with the number of the first', async () => {
    const back = told.map((one, seq) => (seq === 7 || seq === 9 ? { ...one, at: one.at - 3_600_000 } : one));
    const { faults, shown } = await verdictOf(bundleOf(entriesOf(back)));
    expect([faults, shown?.backdated]).toEqual([[], { count: 2, first: 7 }]);
    expect(shownText(shown!, 'nb')).toContain(
      '2 av dem er datert før en tidligere oppføring (den første er nummer 7)',
    );
  });

  it('by less than clocks may differ are not', async () => {
    const back = told.map((one, seq) => ({ ...one, at: told[0]!.at + (seq % 2) * 1000 }));
    const { shown } = await verdictOf(bundleOf(entriesOf(back)));
    expect(shown?.backdated.count).toBe(0);
  });
});

describe('a malformed line is a reason with its number', () => {
  const base64 = parts(5).bytes as string;
  it.each<[string, string, [string, number]]>([
    ['nothing', '', ['line-not-json', 5]],
    ['no JSON', '{"seq":5', ['line-not-json', 5]],
    ['null', 'null', ['line-fields', 5]],
    ['a list', '[]', ['line-fields', 5]],
    ['a field more', lines[5]!.trimEnd().replace(/}$/, ',"more":1}'), ['line-fields', 5]],
    ['a field less', lines[5]!.replace('"seq":5,', '').trimEnd(), ['line-fields', 5]],
    ['a number as text', lines[5]!.replace('"seq":5', '"seq":"5"').trimEnd(), ['line-fields', 5]],
    ['a number that is none', lines[5]!.replace('"seq":5', '"seq":5.5').trimEnd(), ['line-fields', 5]],
    ['a payload that is a list', JSON.stringify({ ...parts(5), payload: [1] }), ['line-fields', 5]],
    ['bytes that are no text', JSON.stringify({ ...parts(5), bytes: 7 }), ['line-fields', 5]],
    ['base64 for addresses', JSON.stringify({ ...parts(5), bytes: `${base64}__` }), ['line-base64', 5]],
    ['base64 with a space', JSON.stringify({ ...parts(5), bytes: ` ${base64}` }), ['line-base64', 5]],
    ['a salt that is short', JSON.stringify({ ...parts(5), salt: 'AAAA' }), ['line-base64', 5]],
    ['a salt alone', JSON.stringify({ ...parts(5), payload: null }), ['salt-missing', 5]],
    ['a payload alone', JSON.stringify({ ...parts(5), salt: null }), ['salt-missing', 5]],
    ['a leaf that is no entry', JSON.stringify({ ...parts(5), bytes: 'e30=' }), ['leaf-form', 5]],
    [
      'a number without end',
      lines[5]!.replace('"payload":{', '"payload":{"a":1e999,').trimEnd(),
      ['payload-hash', 5],
    ],
    [
      'nesting without end',
      `{"seq":5,"bytes":"${base64}","payload":${'[{"a":'.repeat(100_000)}`,
      ['line-not-json', 5],
    ],
  ])('%s', async (_, line, expected) => {
    expect(await first(atLine(5, line))).toEqual(expected);
  });

  it('bytes that are not UTF-8', async () => {
    const bytes = Buffer.from(lines.join(''));
    bytes[lines.slice(0, 5).join('').length + 2] = 0xff;
    expect((await first(bytes))[0]).toBe('line-not-utf-8');
  });

  it('other ends of lines, a byte order mark, an empty line, an end that is missing', async () => {
    expect(await first(text.replaceAll('\n', '\r\n'))).toEqual(['line-form', 0]);
    expect(await first(`\ufeff${text}`)).toEqual(['line-not-json', 0]);
    expect(await first(`${text}\n`)).toEqual(['entries-trailing', size]);
    expect(await first(`${text}x`)).toEqual(['entries-trailing', size]);
    expect(await first(text.slice(0, -1))).toEqual(['last-line-open', size - 1]);
    expect(await first('')).toEqual(['entries-missing', 0]);
  });

  it('a line that is longer than any entry', async () => {
    expect(await first('x'.repeat(longestLine + 2))).toEqual(['line-too-long', 0]);
    expect(await first(`${lines[0]}${'x'.repeat(longestLine + 2)}\n`)).toEqual(['line-too-long', 1]);
  });

  it('the same said in another way, and only that', async () => {
    const spaced = lines.map((line) => `${JSON.stringify(JSON.parse(line), null, 1).replaceAll('\n', '')}\n`);
    expect(await first(spaced.join(''))).toEqual(['line-form', 0]);
    const changed = spaced.with(30, spaced[30]!.replace('"login": "', '"login": "x'));
    expect(await first(changed.join(''))).toEqual(['payload-hash', 30]);
  });
});

describe('a leaf', () => {
  const leafAt = (at: string): string => entries[0]!.bytes.toString().replace(/"at":"[^"]*"/, `"at":"${at}"`);

  it('is of the moment it says, whatever was read before', () => {
    const moments = fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.nat(86_400_000), (moment, later) => {
        for (const at of [moment, new Date(moment.getTime() + later)])
          expect(readLeaf(leafAt(at.toISOString()))?.at).toBe(at.getTime());
      }),
    );
  });

  it.each([
    '2026-13-01T00:00:00.000Z',
    '2026-01-01T24:00:01.000Z',
    '2026-01-01T00:60:00.000Z',
    '2026-01-01T00:00:0x.000Z',
    '2026-01-01 00:00:00.000Z',
    '2026-01-01T00:00:00Z',
  ])('is none with the moment %s', (at) => expect(readLeaf(leafAt(at))).toBeNull());
});

describe('a malformed file is a reason', () => {
  const names = Object.keys(honest).filter((name) => name !== 'checkpoints.ndjson');

  it.each(names)('%s missing, empty, or something else', async (name) => {
    const { [name]: _, ...without } = honest;
    expect(await faultsOf(without)).toEqual([{ code: 'file-missing', about: name }]);
    for (const other of ['', '\n', 'x', '\0\0', '{}', '[]\n', 'null\n'])
      expect(await faultsOf({ ...honest, [name]: Buffer.from(other) })).not.toEqual([]);
  });

  it('whatever it is, each reason is one line in two languages', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map(Buffer.from),
      fc.string({ unit: 'binary' }).map(Buffer.from),
    );
    const damaged = fc.tuple(
      fc.constantFrom(...names, 'range.json', 'bundle.json'),
      bytes,
      fc.nat(),
      fc.nat(200),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async ([name, put, at, cut]) => {
        const file = honest[name] ?? Buffer.from('{"first":0,"end":108,"size":108,"before":[],"after":[]}');
        const place = at % (file.length + 1);
        const changed = Buffer.concat([file.subarray(0, place), put, file.subarray(place + cut)]);
        const { faults, shown } = await verdictOf({
          ...honest,
          [name]: changed,
          'summary.html': Buffer.from('x'),
        });
        expect(faults.length > 0).toBe(shown === null);
        for (const fault of faults)
          for (const language of ['nb', 'en'] as const)
            expect(faultText(fault, language)).toMatch(/^.+ \[[a-z0-9-]+\]$/);
      }),
      { numRuns: 300 },
    );
  });

  it('keys and checkpoints with other ends of lines', async () => {
    for (const name of ['key.vkey', 'checkpoint'] as const) {
      const changed = Buffer.from(honest[name]!.toString().replaceAll('\n', '\r\n'));
      expect(await faultsOf({ ...honest, [name]: changed })).not.toEqual([]);
    }
  });

  it('a key that is given and is none', async () => {
    const { faults } = await verdictOf(honest, { vkeys: ['no key'] });
    expect(faults).toEqual([{ code: 'given-key', about: 'key-form' }]);
  });

  it('the log of another clinic than its name says', async () => {
    const elsewhere = bundleOf(entries, signerNamed(origin, 7));
    expect((await verdictOf(elsewhere, { origin: 'fullmakt.example/log/other' })).faults).not.toEqual([]);
  });
});

describe('an erased payload', () => {
  const erasable = told.findIndex(({ type }) => type === 'delegation.refused');
  const erasure = (seq: number): Told => ({
    type: 'payload.erased',
    actor: told[0]!.actor,
    subjects: [],
    at: told.at(-1)!.at,
    payload: { seq, reason: 'Opplysninger om en pasient.', login: idOf(2, 0) },
  });
  const bundleWithout = (seq: number, ...more: Told[]): Contents => {
    const bundle = bundleOf(entriesOf([...told, ...more]));
    const gone = bundle['entries.ndjson']!.toString().split('\n');
    gone[seq] = gone[seq]!.replace(/"payload":.*$/, '"payload":null,"salt":null}');
    return { ...bundle, 'entries.ndjson': Buffer.from(gone.join('\n')) };
  };

  it('holds when a later entry says so, and it is said how many', async () => {
    const { faults, shown } = await verdictOf(bundleWithout(erasable, erasure(erasable)));
    expect([faults, shown?.erased]).toEqual([[], 1]);
  });

  it('does not hold without one, or when another entry is named', async () => {
    expect(await faultsOf(bundleWithout(erasable))).toEqual([{ code: 'payload-missing', seq: erasable }]);
    expect(await faultsOf(bundleWithout(erasable, erasure(erasable - 1)))).toEqual([
      { code: 'payload-missing', seq: erasable },
    ]);
  });

  it('does not hold where law keeps it, whatever is said', async () => {
    expect(await faultsOf(bundleWithout(3, erasure(3)))).toEqual([{ code: 'payload-missing', seq: 3 }]);
  });
});

describe('a part of a log', () => {
  const few = entries.slice(0, 21);
  const nodes = nodesOf(few.map(({ bytes }) => leafHash(bytes)));
  const notes = notesOf(few, ours);
  const partOf = (start: number, end: number): Contents => {
    const after = nodesAfter(end, few.length);
    const range = {
      first: start,
      end,
      size: few.length,
      before: nodes(nodesBefore(start)),
      after: nodes(after).map((hash, i) => ({ ...after[i]!, hash })),
    };
    return {
      'entries.ndjson': Buffer.from(few.slice(start, end).map(lineOf).join('')),
      'range.json': Buffer.from(rangeText(range)),
      'key.vkey': honest['key.vkey']!,
      checkpoint: Buffer.from(notes.at(-1) ?? ''),
    };
  };

  it('holds for every first and last entry, and no other hash beside it does', async () => {
    for (let start = 0; start <= few.length; start++) {
      for (let end = start; end <= few.length; end++) {
        const part = partOf(start, end);
        const { faults, shown } = await verdictOf(part);
        expect([faults, shown?.first, shown?.end, shown?.replayed]).toEqual([
          [],
          start,
          end,
          end - start === few.length,
        ]);
        const json = JSON.parse(part['range.json']!.toString());
        for (const list of [json.before, json.after]) {
          if (list.length === 0) continue;
          const [kept] = list.splice(0, 1, typeof list[0] === 'string' ? zero : { ...list[0], hash: zero });
          expect(await faultsOf({ ...part, 'range.json': Buffer.from(JSON.stringify(json)) })).toEqual([
            { code: 'root-other' },
          ]);
          list[0] = kept;
        }
      }
    }
  });
  const zero = Buffer.alloc(32).toString('base64');

  it('is held against a checkpoint where it can be, and says where it cannot', async () => {
    const codes = async (held: number) =>
      (await verdictOf(partOf(6, 11), { checkpoint: Buffer.from(notes[held - 1]!) })).faults.map(
        ({ code }) => code,
      );
    for (const held of [6, 7, 11, 21]) expect(await codes(held)).toEqual([]);
    for (const held of [5, 12, 20]) expect(await codes(held)).toEqual(['held-outside']);
  });

  it('is refused with numbers or subtrees that do not belong together', async () => {
    const part = partOf(6, 11);
    const json = JSON.parse(part['range.json']!.toString());
    const others = [
      { first: 7 },
      { first: -1 },
      { first: 12 },
      { end: 12 },
      { end: 1e300 },
      { size: 20 },
      { before: [] },
      { before: {} },
      { after: json.after.slice(1) },
      { after: [...json.after, json.after[0]] },
      { before: [...json.before, zero] },
      { before: [1, 2] },
    ];
    for (const other of others)
      expect(
        (await faultsOf({ ...part, 'range.json': Buffer.from(JSON.stringify({ ...json, ...other })) }))[0]
          ?.code,
      ).toBe('range');
  });
});

describe('a proof of another log', () => {
  const foreign = signerNamed('log.example/other', 3);
  const leaves = ['a', 'b', 'c', 'd', 'e'].map((name) => Buffer.from(`{"leaf":"${name}"}`));
  const hashes = leaves.map((leaf) => leafHash(leaf));
  const [note] = foreignNotes();
  const plan = inclusionPlan(2n, 5n);
  const proof = { index: 2n, hashes: proofOf(plan, nodesOf(hashes)(plan.flat())), checkpoint: note! };
  const file = Buffer.from(logProofText(proof));
  const vkeys = [vkeyOf(foreign.key)];

  function foreignNotes(): string[] {
    return notesOf(
      leaves.map((bytes) => ({ bytes })),
      foreign,
      foreign.key.name,
    ).slice(-1);
  }

  it('holds with its key and the entry, wherever the entry lies', () => {
    const shown = {
      origin: foreign.key.name,
      index: 2n,
      size: 5n,
      keyIds: [foreign.key.id],
      entryInProof: false,
    };
    expect(verifyProof(file, { vkeys, entry: leaves[2] })).toEqual({ shown });
    const inside = Buffer.from(logProofText({ ...proof, extra: leaves[2] }));
    expect(verifyProof(inside, { vkeys })).toEqual({ shown: { ...shown, entryInProof: true } });
  });

  it('says what it lacks, and what does not hold', () => {
    const code = (given: object) => {
      const verdict = verifyProof(file, { vkeys, ...given });
      return 'fault' in verdict ? [verdict.fault.code, verdict.fault.about] : 'holds';
    };
    expect(code({ vkeys: [] })).toEqual(['key-not-given', undefined]);
    expect(code({})).toEqual(['entry-not-given', '3/5']);
    expect(code({ entry: leaves[1] })).toEqual(['proof', 'root-mismatch']);
    expect(code({ vkeys: [vkeyOf(another.key)], entry: leaves[2] })).toEqual(['proof', 'key-unknown']);
    expect(code({ origin: 'log.example/third', entry: leaves[2] })).toEqual(['proof', 'origin-other']);
    expect(code({ vkeys: ['x'], entry: leaves[2] })).toEqual(['given-key', 'key-form']);
  });

  it('does not hold with any byte changed', () => {
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file);
      changed[at]! ^= 1;
      expect('fault' in verifyProof(changed, { vkeys, entry: leaves[2] })).toBe(true);
    }
  });
});
