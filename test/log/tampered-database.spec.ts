import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newKeyLine } from '../../src/log/signing-key.js';
import { startOn, type TestApp } from '../support/app.js';
import { fetched, type Ran, ran } from '../support/bundle.js';
import { Client } from '../support/client.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';
import { unique, World } from '../support/world.js';

/** Whoever owns the server can do all of this; that it is seen afterwards is what the log promises. */
let urls: DatabaseUrls;
let testApp: TestApp;
let superuser: pg.Client;

beforeAll(async () => {
  urls = await createDatabase();
  testApp = await startOn(urls);
  superuser = new pg.Client(urls.admin);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await testApp.close();
});

const tables = ['log_entry', 'log_payload', 'log_subject', 'log_head', 'log_node', 'log_checkpoint'];

/** With every trigger out of the way, as only the database's own superuser can. */
async function tampered(clinicId: string, ...statements: string[]): Promise<void> {
  await superuser.query('begin');
  for (const table of tables) await superuser.query(`alter table ${table} disable trigger all`);
  await superuser.query(`select set_config('app.clinic_id', $1, true)`, [clinicId]);
  for (const sql of statements) await superuser.query(sql.replaceAll(':clinic', pg.escapeLiteral(clinicId)));
  for (const table of tables) await superuser.query(`alter table ${table} enable trigger all`);
  await superuser.query('commit');
}

interface Story {
  readonly world: World;
  readonly manager: Client;
  readonly size: number;
  /** Held by somebody outside. */
  readonly checkpoint: string;
}

async function story(): Promise<Story> {
  const world = await World.create(testApp);
  const doctor = await world.colleague('Dag Doktor', 'LE');
  const helper = await world.colleague('Heidi Helsesekretær', 'HE');
  const task = await world.task('Kateterisering', { LE: true });
  await world.delegated(doctor, helper, task.id);
  await doctor.client.refusedWith('delegations', world.proposal(task.id, doctor.id));
  const { note, size } = await world.manager.read('log/checkpoint');
  const checkpoint = join(tmpdir(), `fullmakt-held-${unique()}`);
  writeFileSync(checkpoint, note);
  return { world, manager: world.manager, size, checkpoint };
}

/** What an inspector finds in the bundle that is fetched now. */
async function found(manager: Client, ...args: string[]): Promise<Ran> {
  const bundle = await fetched(manager);
  const result = await ran(process.execPath, ['verify.mjs', ...args], bundle.folder);
  bundle.remove();
  return result;
}

const at = 7;

describe('what the owner of the database changes is found in the bundle, with its number', () => {
  const cases: [string, string[]][] = [
    [
      'a changed payload',
      [
        `update log_payload set payload = replace(payload, '"login"', '"Login"') where clinic_id = :clinic and seq = ${at}`,
      ],
    ],
    [
      'a changed salt',
      [`update log_payload set salt = sha256(salt) where clinic_id = :clinic and seq = ${at}`],
    ],
    ['a payload that is gone', [`delete from log_payload where clinic_id = :clinic and seq = ${at}`]],
    [
      'two payloads that changed places',
      [
        `update log_payload p set payload = q.payload, salt = q.salt from log_payload q
        where p.clinic_id = :clinic and q.clinic_id = :clinic and p.seq in (${at}, ${at + 1}) and q.seq = ${2 * at + 1} - p.seq`,
      ],
    ],
    [
      'another actor in the bytes of an entry',
      [
        `update log_entry set bytes = convert_to(regexp_replace(convert_from(bytes, 'UTF8'), '"actor":"........', '"actor":"00000000'), 'UTF8')
        where clinic_id = :clinic and seq = ${at}`,
      ],
    ],
    [
      'bytes and payload that were changed together',
      [
        `update log_payload set payload = '{}' where clinic_id = :clinic and seq = ${at}`,
        `update log_entry e set payload_hash = sha256(p.salt || '{}'), bytes = convert_to(regexp_replace(convert_from(bytes, 'UTF8'),
           '"payloadHash":"[0-9a-f]+"', '"payloadHash":"' || encode(sha256(p.salt || '{}'), 'hex') || '"'), 'UTF8')
         from log_payload p where e.clinic_id = :clinic and e.seq = ${at} and p.clinic_id = e.clinic_id and p.seq = e.seq`,
      ],
    ],
    [
      'an entry left out',
      tables
        .slice(0, 3)
        .toReversed()
        .map((table) => `delete from ${table} where clinic_id = :clinic and seq = ${at}`),
    ],
    [
      'two entries that changed places',
      [
        `update log_entry p set bytes = q.bytes from log_entry q where p.clinic_id = :clinic and q.clinic_id = :clinic
         and p.seq in (${at}, ${at + 1}) and q.seq = ${2 * at + 1} - p.seq`,
      ],
    ],
    [
      'an entry put in, the rest moved on',
      [
        'set constraints all deferred',
        `create temporary table moved on commit drop as select * from log_entry where clinic_id = :clinic and seq >= ${at}`,
        `create temporary table paid on commit drop as select * from log_payload where clinic_id = :clinic and seq >= ${at}`,
        `delete from log_subject where clinic_id = :clinic and seq >= ${at}`,
        `delete from log_payload where clinic_id = :clinic and seq >= ${at}`,
        `delete from log_entry where clinic_id = :clinic and seq >= ${at}`,
        'update moved set seq = seq + 1',
        'update paid set seq = seq + 1',
        `insert into moved select clinic_id, ${at}, at, type, actor_id, bytes, payload_hash, xid from moved where seq = ${at + 2}`,
        `insert into paid select clinic_id, ${at}, payload, salt from paid where seq = ${at + 2}`,
        `update moved set bytes = convert_to(regexp_replace(convert_from(bytes, 'UTF8'), '"seq":[0-9]+', '"seq":' || seq), 'UTF8')`,
        'insert into log_entry select * from moved',
        'insert into log_payload select * from paid',
      ],
    ],
  ];

  it.each(cases)('%s', async (_, statements) => {
    const { world, manager } = await story();
    expect(await found(manager)).toMatchObject({ exit: 0 });
    await tampered(world.clinicId, ...statements);
    const { exit, out } = await found(manager);
    expect([exit, out]).toEqual([1, expect.stringMatching(new RegExp(`^Oppføring ${at}: `))]);
  });
});

describe('what only an earlier checkpoint shows is found by it', () => {
  it('the end cut off, and signed as the whole', async () => {
    const { world, manager, checkpoint, size } = await story();
    const cut = size - 2;
    await tampered(
      world.clinicId,
      ...[...tables.slice(0, 3).toReversed()].map(
        (table) => `delete from ${table} where clinic_id = :clinic and seq >= ${cut}`,
      ),
      `delete from log_checkpoint where clinic_id = :clinic and size > ${cut}`,
    );
    expect(await found(manager)).toMatchObject({ exit: 0 });
    const { exit, out } = await found(manager, '--checkpoint', checkpoint);
    expect([exit, out]).toEqual([1, expect.stringContaining('[held-longer]')]);
  });

  it('an older backup put in place', async () => {
    const { manager, world, checkpoint } = await story();
    const before = await fetched(manager);
    await world.person('Per Person');
    const { note } = await manager.read('log/checkpoint');
    writeFileSync(checkpoint, note);
    expect(await ran(process.execPath, ['verify.mjs'], before.folder)).toMatchObject({ exit: 0 });
    const { exit, out } = await ran(
      process.execPath,
      ['verify.mjs', '--checkpoint', checkpoint],
      before.folder,
    );
    expect([exit, out]).toEqual([1, expect.stringContaining('[held-longer]')]);
    before.remove();
  });

  it('all of it signed again with another key', async () => {
    const { world, checkpoint } = await story();
    const usurper = await startOn(urls, undefined, { LOG_SIGNING_KEY: newKeyLine() });
    await tampered(
      world.clinicId,
      'delete from log_checkpoint where clinic_id = :clinic',
      'update log_head set signed_size = 0, signed_root = null where clinic_id = :clinic',
    );
    const { headers } = world.manager;
    const there = new Client(usurper, headers);
    await there.make('people', { name: 'Per Person' });
    const { exit, out } = await found(there, '--checkpoint', checkpoint);
    expect([exit, out]).toEqual([1, expect.stringContaining('[held-checkpoint]')]);
    await usurper.close();
  });
});
