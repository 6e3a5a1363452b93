import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { verified, verifyState } from '../../src/cli/verify-state.js';
import { newKeyLine } from '../../src/log/signing-key.js';
import { SigningKeys } from '../../src/log/signing-keys.js';
import { stateTables } from '../../src/log/state/row.js';
import { logTables } from '../schema/attack.js';
import { startOn, type TestApp } from '../support/app.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';
import { World } from '../support/world.js';
import { Dice } from './dice.js';
import { History } from './history.js';

/** Somebody at the database itself, whom no trigger, no constraint and no policy binds. */
let admin: pg.Client;
let urls: DatabaseUrls;
let testApp: TestApp;
let clinicId: string;
let secondId: string;
let keys: SigningKeys;

const tables = [...stateTables, ...logTables];

beforeAll(async () => {
  urls = await createDatabase();
  testApp = await startOn(urls);
  keys = new SigningKeys(testApp.config);
  const history = await History.begin(testApp, new Dice(7));
  for (const act of history.acts) await history.act(act);
  clinicId = history.world.clinicId;
  secondId = (await World.create(testApp)).clinicId;
  admin = new pg.Client(urls.admin);
  await admin.connect();
  await admin.query(`set session_replication_role = replica; set timezone = 'UTC'; create schema kept`);
  for (const table of tables) {
    await admin.query(
      `alter table ${table} disable trigger user; create table kept.${table} as table ${table}`,
    );
  }
  const { rows } = await admin.query<{ drop: string }>(
    `select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) "drop"
     from pg_constraint where (contype in ('c', 'f') or conrelid = any($2::regclass[]) and contype in ('p', 'u', 'x')) and conrelid = any($1::regclass[])`,
    [tables, stateTables],
  );
  for (const { drop } of rows) await admin.query(drop);
  await admin.query('drop index delegation_step_once, approval_ended_once, training_plan_ended_once');
  // What the table works out for itself can be written there, too, by somebody whom nothing binds.
  for (const derived of ['media_type', 'size', 'sha256'])
    await admin.query(`alter table evidence_content alter column ${derived} drop expression`);
}, 120_000);

afterAll(async () => {
  await admin.end();
  await testApp.close();
});

const says = async (): Promise<string> => (await verified(urls.app, { id: clinicId }, keys)).says;

/** What is said after the statements; then all is as it was. */
async function saidAfter(table: string, ...statements: string[]): Promise<string> {
  for (const sql of statements) {
    const { rowCount, command } = await admin.query(sql.replaceAll(':clinic', `'${clinicId}'`));
    if (rowCount === 0 && command !== 'DO') throw new Error(`nothing was tampered with: ${sql}`);
  }
  try {
    return await says();
  } finally {
    for (const each of new Set([
      table,
      ...tables.filter((name) => statements.some((sql) => sql.includes(name))),
    ]))
      await admin.query(`delete from ${each}; insert into ${each} select * from kept.${each}`);
  }
}

const other: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column) => `coalesce(${column}, '') || 'x'`,
  int2: (column) => `${column} + 1`,
  int4: (column) => `coalesce(${column}, 0) + 1`,
  bool: (column) => `not ${column}`,
  timestamptz: (column) => `${column} + interval '1 microsecond'`,
  date: (column) => `coalesce(${column} + 1, '1970-01-01')`,
  tstzrange: (column) =>
    `tstzrange(coalesce(lower(${column}), '2000-01-01') + interval '1 microsecond', upper(${column}))`,
  _int2: (column) => `array_append(${column}, 7::smallint)`,
  _text: (column) => `array_append(coalesce(${column}, '{}'), 'X')`,
  bytea: (column) => `${column} || '\\x00'::bytea`,
  jsonb: (column) =>
    `case jsonb_typeof(${column}) when 'array' then ${column} || '[1]' else coalesce(${column}, '{}') || '{"x": 1}' end`,
};

interface Column {
  readonly name: string;
  readonly type: string;
}

const columnsOf = async (table: string): Promise<Column[]> =>
  (
    await admin.query<Column>(
      `select column_name "name", udt_name "type" from information_schema.columns
       where table_schema = 'public' and table_name = $1 and column_name <> 'clinic_id' order by ordinal_position`,
      [table],
    )
  ).rows;

const changed = ({ name, type }: Column): string => {
  const make = other[type];
  if (!make) throw new Error(`how is a ${type} changed?`);
  return make(name);
};

it('an untouched clinic holds', async () =>
  expect(await says()).toMatch(/^\d+ entries hold, and the tables say/));

describe.each(stateTables)('the table %s', (table) => {
  it('changed in any column, by however little, is found and named', async () => {
    for (const column of await columnsOf(table)) {
      const said = await saidAfter(
        table,
        `update ${table} set ${column.name} = ${changed(column)} where ctid = (select ctid from ${table} where clinic_id = :clinic limit 1)`,
      );
      expect(said).toMatch(
        new RegExp(
          `^table ${table}, row .*(, column ${column.name}: the log says|: it is in the table, and the log|: the log says it is there)`,
        ),
      );
    }
  });

  it('without a row of its own is found', async () =>
    expect(
      await saidAfter(
        table,
        `delete from ${table} where ctid = (select ctid from ${table} where clinic_id = :clinic limit 1)`,
      ),
    ).toMatch(
      new RegExp(`^table ${table}, row .*: the log says it is there, and it is missing in the table\\.$`),
    ));

  it('with a row that the log knows nothing of is found', async () => {
    const columns = await columnsOf(table);
    const id = columns.find(({ type }) => type === 'uuid')?.name;
    const values = columns.map(({ name }) => (name === id ? 'gen_random_uuid()' : name));
    const insert = `insert into ${table} (clinic_id, ${columns.map(({ name }) => name).join(', ')})
      select clinic_id, ${values.join(', ')} from ${table} where clinic_id = :clinic limit 1`;
    expect(await saidAfter(table, insert)).toMatch(
      new RegExp(`^table ${table}, row .*: it is in the table, and the log knows nothing of it\\.$`),
    );
  });
});

/** Entry 20 as somebody writes it anew who knows how entries are made; everything about it agrees. */
const forgery = `do $$
  declare told text; leaf text; hash bytea;
  begin
    select replace(payload, '"login":"', '"login":"forged-') into told from log_payload where clinic_id = :clinic and seq = 20;
    select sha256(salt || convert_to(told, 'UTF8')) into hash from log_payload where clinic_id = :clinic and seq = 20;
    select regexp_replace(convert_from(bytes, 'UTF8'), '"payloadHash":"[0-9a-f]+"', '"payloadHash":"' || encode(hash, 'hex') || '"')
      into leaf from log_entry where clinic_id = :clinic and seq = 20;
    update log_payload set payload = told where clinic_id = :clinic and seq = 20;
    update log_entry set bytes = convert_to(leaf, 'UTF8'), payload_hash = hash where clinic_id = :clinic and seq = 20;
  end $$`;

const ofEntry = (seq: number): string => `where clinic_id = :clinic and seq = ${seq}`;
const last = '(select max(seq) from log_entry where clinic_id = :clinic)';

describe('the log', () => {
  it.each<[string, string, RegExp]>([
    [
      'of an entry of another type',
      `update log_entry set type = 'duty.ended' ${ofEntry(9)}`,
      /^the columns of entry 9 say something else than its bytes/,
    ],
    [
      'of an entry of another time',
      `update log_entry set at = at + interval '1 microsecond' ${ofEntry(9)}`,
      /^the columns of entry 9/,
    ],
    [
      'of another actor',
      `update log_entry set actor_id = gen_random_uuid() ${ofEntry(9)}`,
      /^the columns of entry 9/,
    ],
    [
      'with other bytes',
      `update log_entry set bytes = bytes || '\\x20' ${ofEntry(9)}`,
      /^the columns of entry 9/,
    ],
    [
      'with bytes that say nothing',
      `update log_entry set bytes = '\\x00' ${ofEntry(9)}`,
      /^the bytes of entry 9 are not JSON/,
    ],
    [
      'with another payload',
      `update log_payload set payload = replace(payload, 'login', 'logon') ${ofEntry(9)}`,
      /^the payload of entry 9 is not the one/,
    ],
    [
      'with another salt',
      `update log_payload set salt = sha256(salt) ${ofEntry(9)}`,
      /^the payload of entry 9 is not the one/,
    ],
    ['without a payload', `delete from log_payload ${ofEntry(9)}`, /^the payload of entry 9 is gone/],
    ['without an entry', `delete from log_entry ${ofEntry(9)}`, /^entry 9 is missing/],
    ['without its first entry', `delete from log_entry ${ofEntry(0)}`, /^entry 0 is missing/],
    [
      'without its last entry',
      `delete from log_entry where clinic_id = :clinic and seq = ${last}`,
      /^the log is \d+ entries long, and there are \d+/,
    ],
    ['without a subject', `delete from log_subject ${ofEntry(9)}`, /^the subjects of entry 9 are not those/],
    [
      'with a subject more',
      `insert into log_subject select :clinic, gen_random_uuid(), 9`,
      /^the subjects of entry 9 are not those/,
    ],
    [
      'with another node',
      `update log_node set hash = sha256(hash) where clinic_id = :clinic and level = 2 and index = 3`,
      /^the stored node over entries 12 to 15 is not the one/,
    ],
    [
      'without a node',
      `delete from log_node where clinic_id = :clinic and level = 3 and index = 0`,
      /^the stored node over entries 0 to 7 is missing/,
    ],
    [
      'with a node more',
      `insert into log_node select :clinic, 1, 900, sha256('x')`,
      /^there are stored nodes beyond the \d+ entries/,
    ],
    [
      'with other peaks',
      `update log_head set peaks[1] = sha256('x') where clinic_id = :clinic`,
      /^the peaks of the head are not those/,
    ],
    [
      'longer than it is',
      `update log_head set size = size + 1 where clinic_id = :clinic`,
      /^the log is \d+ entries long, and there are \d+/,
    ],
    [
      'signed for less',
      `update log_head set signed_size = 3 where clinic_id = :clinic`,
      /^the head was signed at 3 entries/,
    ],
    [
      'without its last checkpoint',
      `delete from log_checkpoint where (clinic_id, size) = (select clinic_id, max(size) from log_checkpoint where clinic_id = :clinic group by 1)`,
      /^the head was signed at \d+ entries/,
    ],
    [
      'of another root',
      `update log_checkpoint set root = sha256(root) where (clinic_id, size) = (select clinic_id, min(size) from log_checkpoint where clinic_id = :clinic and size > 9 group by 1)`,
      /^entr(y|ies) .* not what the checkpoint of \d+ entries was made of/,
    ],
    [
      'with another text',
      `update log_checkpoint set note = replace(note, 'localhost', 'elsewhere') where clinic_id = :clinic and size > 9`,
      /^the checkpoint of \d+ entries says something else than its columns/,
    ],
    [
      'signed by nobody',
      `update log_checkpoint set note = regexp_replace(note, '— (\\S+) \\S+', '— \\1 AAAA') where clinic_id = :clinic and size > 9`,
      /^the checkpoint of \d+ entries is not signed by the key of this log/,
    ],
    [
      'with a checkpoint of more',
      `insert into log_checkpoint select clinic_id, size + 1000, root, note, signed_at from log_checkpoint where clinic_id = :clinic limit 1`,
      /^there are checkpoints of more than/,
    ],
    [
      'with an erasure that is none',
      `insert into log_erasure select :clinic, 9, 10`,
      /^the payload of entry 9 is said to be erased and is there/,
    ],
    [
      'with an entry written anew, whole',
      forgery,
      /^entry 20 is not what the checkpoint of 21 entries was made of/,
    ],
  ])('%s is found', async (_how, sql, found) => expect(await saidAfter('log_head', sql)).toMatch(found));

  it('with two payloads swapped is found', async () =>
    expect(
      await saidAfter(
        'log_payload',
        `update log_payload a set payload = b.payload, salt = b.salt from kept.log_payload b
         where a.clinic_id = :clinic and b.clinic_id = :clinic and a.seq in (9, 10) and b.seq = 19 - a.seq`,
      ),
    ).toMatch(/^the payload of entry 9 is not the one/));

  it('signed by another key is found by whoever has the right one', async () => {
    const foreign = new SigningKeys({ ...testApp.config, logSigningKey: newKeyLine(), cookieName: '' });
    const { says: said } = await verified(urls.app, { id: clinicId }, foreign);
    expect(said).toMatch(/^the checkpoint of \d+ entries is not signed by the key of this log/);
  });
});

describe('verify --state', () => {
  let out: string[];
  beforeEach(() => {
    out = [];
    for (const method of ['log', 'error'] as const)
      jest.spyOn(console, method).mockImplementation((line: unknown) => void out.push(String(line)));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const env = () => ({
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    LOG_SIGNING_KEY: testApp.config.logSigningKey ?? '',
  });

  it('says one line for each clinic and exits with 0', async () => {
    expect(await verifyState(['--state'], env())).toBe(0);
    expect(out.map((line) => line.replace(/\d+ entries/, 'N entries'))).toEqual(
      [clinicId, secondId].map(
        (id) => `Prøvekontoret (${id}): N entries hold, and the tables say what the log says.`,
      ),
    );
  });

  it('exits with 1 and says what differs, in that clinic only', async () => {
    await admin.query(`update person set name = 'Noen andre' where clinic_id = $1 and name = 'Hanne'`, [
      clinicId,
    ]);
    expect(await verifyState(['--state'], env())).toBe(1);
    expect(out.filter((line) => line.includes('Noen andre'))).toEqual([
      expect.stringMatching(/column name: the log says "Hanne", the table says "Noen andre"\.$/),
    ]);
    await admin.query(`delete from person; insert into person select * from kept.person`);
  });

  it('checks one clinic without knowing the others', async () => {
    const { DATABASE_OWNER_URL: _, ...alone } = env();
    expect(await verifyState(['--state', '--clinic', clinicId], alone)).toBe(0);
    expect(await verifyState(['--state'], alone)).toBe(1);
    expect(out.at(-1)).toMatch(/set DATABASE_OWNER_URL, or name one with --clinic ID/);
  });

  it('checks no signature where there is no key, and says so', async () => {
    expect(
      await verifyState(['--clinic', clinicId], {
        ...env(),
        LOG_SIGNING_KEY: '',
        LOG_SIGNING_KEY_FILE: '/nowhere/key',
      }),
    ).toBe(0);
    expect(out[0]).toBe('No signing key is here, so signatures are not checked.');
  });

  it.each([
    [['--clinic', 'x'], /takes the id of a clinic/],
    [['--clinic', '00000000-0000-7000-8000-000000000000'], /There is no clinic 00000000/],
    [['--all'], /^Usage: /],
  ])('exits with 1 for %j', async (args, line) => {
    expect(await verifyState(args, env())).toBe(1);
    expect(out.at(-1)).toMatch(line);
  });
});
