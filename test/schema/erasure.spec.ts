import { refusalsToErase } from '../../src/log/erasure.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { day, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let sql: Attacker;
let owner: Attacker;
/** The number of an entry that may lose its payload. */
let taskId: string;
let told: number;

type Statement = [string, ...unknown[]];

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  sql = await Attacker.as(testApp.urls.app, world.clinicId);
  owner = await Attacker.as(testApp.urls.owner, world.clinicId);
  taskId = (await world.task('Adrenalin', { LE: true })).id;
  const body = { taskId, personId: world.managerId, at: day(-1), note: 'Gav adrenalin.' };
  told = (await world.manager.make('emergencies', body)).seq;
});
afterEach(async () => {
  await sql.close();
  await owner.close();
});

/** Another entry that may be erased. */
const another = async (): Promise<number> => {
  const body = { taskId, personId: world.managerId, at: day(-1), note: 'Igjen.' };
  return (await world.manager.make('emergencies', body)).seq;
};

const saysOf = (seq: number) => JSON.stringify({ seq, reason: 'Fordi.' });

/** The entry of an erasure, as the application would write it, or with what an attacker puts in its place. */
const entry = ({
  type = 'payload.erased',
  says = saysOf(told),
  clinicId = world.clinicId,
} = {}): Statement => [
  `with head as (select size from log_head where clinic_id = $1), entry as (
     insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
     select $1, size, now(), $2, $1, '\\x00', sha256('x') from head)
   insert into log_payload (clinic_id, seq, payload, salt) select $1, size, $3, sha256('salt') from head`,
  clinicId,
  type,
  says,
];

/** An erasure whose entry is the last one of the log: after it in the transaction, or before. */
const erasure = (seq: number, by: 'next' | 'last', clinicId = world.clinicId): Statement => [
  `insert into log_erasure (clinic_id, seq, by_seq)
   select $1, $2, size - $3 from log_head where clinic_id = this_clinic()`,
  clinicId,
  seq,
  by === 'last' ? 1 : 0,
];

const bare = { logged: false };

const payloads = async (seq: number): Promise<number> =>
  (await sql.rows('select from log_payload where seq = $1', seq)).length;

describe('a payload goes by an erasure with its entry, and by nothing else', () => {
  it('and then it is gone, with its salt, for good', async () => {
    expect(await sql.refusedBy([entry(), erasure(told, 'last')], bare)).toBe('');
    expect(await payloads(told)).toBe(0);
    const back = `insert into log_payload (clinic_id, seq, payload, salt) values ($1, $2, '{}', sha256('x'))`;
    expect(await sql.refusedBy([[back, world.clinicId, told]])).toBe('log_append_only');
    expect(await sql.refusedBy([entry(), erasure(told, 'last')], bare)).toBe('log_erasure_pkey');
  });

  it('whichever of the two is written first', async () => {
    expect(await sql.refusedBy([erasure(told, 'next'), entry()], bare)).toBe('');
    expect(await payloads(told)).toBe(0);
  });

  it.each([
    ['no entry at all', () => [erasure(told, 'next')], 'log_erasure_clinic_id_by_seq_fkey'],
    ['an entry of long ago', () => [erasure(told, 'last'), entry()], 'log_erasure_check'],
    [
      'an entry of another kind',
      () => [entry({ type: 'person.changed' }), erasure(told, 'last')],
      'act_without_entry',
    ],
    [
      'an entry that says another number',
      () => [entry({ says: saysOf(told + 1) }), erasure(told, 'last')],
      'act_without_entry',
    ],
    [
      'an entry that says the number in words',
      () => [entry({ says: JSON.stringify({ seq: String(told) }) }), erasure(told, 'last')],
      'act_without_entry',
    ],
    ['an entry that is no JSON', () => [entry({ says: 'seq' }), erasure(told, 'last')], '22P02'],
  ] as [string, () => Statement[], string][])('not with %s', async (_name, statements, constraint) => {
    expect(await sql.refusedBy(statements(), bare)).toBe(constraint);
    expect(await payloads(told)).toBe(1);
  });

  it('not with the entry of an erasure that was made before', async () => {
    const other = await another();
    expect(await sql.refusedBy([entry(), erasure(told, 'last')], bare)).toBe('');
    expect(await sql.refusedBy([erasure(other, 'last')], bare)).toBe('act_without_entry');
    expect(await payloads(other)).toBe(1);
  });

  it('and one entry stands for one erasure', async () => {
    const other = await another();
    expect(await sql.refusedBy([entry(), erasure(told, 'last'), erasure(other, 'last')], bare)).toBe(
      'act_without_entry',
    );
    expect([await payloads(told), await payloads(other)]).toEqual([1, 1]);
  });

  it('not for another clinic, from either side', async () => {
    const there = await World.create(testApp);
    expect(await sql.refusedBy([entry(), erasure(1, 'last', there.clinicId)], bare)).toBe('42501');
    expect(await sql.refusedBy([entry({ clinicId: there.clinicId }), erasure(told, 'last')], bare)).not.toBe(
      '',
    );
    expect(await payloads(told)).toBe(1);
  });
});

describe('what the application and the owner of the schema may not', () => {
  const attacks: [string, () => Statement][] = [
    ['delete a payload', () => ['delete from log_payload where seq = $1', told]],
    ['change a payload', () => ['update log_payload set payload = $2 where seq = $1', told, '{}']],
    ['change a salt', () => [`update log_payload set salt = sha256('x') where seq = $1`, told]],
    ['empty the payloads', () => ['truncate log_payload']],
  ];

  it.each(attacks)('%s', async (_name, statement) => {
    expect(await sql.refusedBy([statement()])).toBe('42501');
    expect(await owner.refusedBy([statement()])).toBe('log_append_only');
    expect(await payloads(told)).toBe(1);
  });

  it.each([
    ['take an erasure back', 'delete from log_erasure'],
    ['let an erasure mean another', 'update log_erasure set seq = 1'],
    ['empty the erasures', 'truncate log_erasure'],
  ])('%s', async (_name, statement) => {
    await sql.refusedBy([entry(), erasure(told, 'last')], bare);
    expect(await sql.refusedBy([[statement]])).toBe('42501');
    expect(await owner.refusedBy([[statement]])).toBe('log_append_only');
  });

  it('erase without an entry, as the owner either', async () => {
    expect(await owner.refusedBy([erasure(told, 'last')], bare)).toBe('log_erasure_check');
    expect(await owner.refusedBy([entry({ type: 'person.changed' }), erasure(told, 'last')], bare)).toBe(
      'act_without_entry',
    );
    expect(await payloads(told)).toBe(1);
  });
});

describe('what law keeps', () => {
  it('is kept by the schema, too', async () => {
    const { items } = await world.manager.read('log?limit=200');
    const kept = items.filter(({ type }: { type: string }) => refusalsToErase(type).length > 0);
    expect(kept.length).toBeGreaterThan(3);
    for (const { seq } of kept) {
      const statements = [entry({ says: saysOf(seq) }), erasure(seq, 'last')];
      expect(await sql.refusedBy(statements, bare)).toBe('kept_by_law');
      expect(await owner.refusedBy(statements, bare)).toBe('kept_by_law');
    }
  });

  it('is the same to the rule and to the schema, whatever the type', async () => {
    const words = ['delegation', 'member', 'api-token', 'emergency', 'payload', 'auditor', 'not-member', 'x'];
    const acts = [
      'refused',
      'recorded',
      'joined',
      'invited',
      'created',
      'erased',
      'looked-up',
      'refused-not',
      'lapsed',
    ];
    const types = words.flatMap((word) => acts.map((act) => `${word}.${act}`));
    const rows = await sql.rows<{ type: string; erasable: boolean }>(
      'select type, log_erasable(type) erasable from unnest($1::text[]) type',
      types,
    );
    expect(rows).toEqual(types.map((type) => ({ type, erasable: refusalsToErase(type).length === 0 })));
    expect(rows.filter(({ erasable }) => erasable).length).toBeGreaterThan(15);
  });
});
