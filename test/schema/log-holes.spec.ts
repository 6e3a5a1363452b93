import pg from 'pg';
import { verified } from '../../src/cli/verify-state.js';
import { canonical } from '../../src/log/canonical.js';
import { openCheckpoint } from '../../src/log/checkpoint.js';
import { readVkey } from '../../src/log/note.js';
import { appended, emptyFrontier, leafHash, rootOf, type StoredNode } from '../../src/log/tree.js';
import { taken } from '../log/signers.js';
import { startOn, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { LaterClock } from '../support/clock.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';
import { World } from '../support/world.js';
import { Attacker, logTables } from './attack.js';

let urls: DatabaseUrls;
let testApp: TestApp;
/** Whom nothing in this database stops any more. */
let superuser: pg.Client;

beforeAll(async () => {
  urls = await createDatabase();
  testApp = await startOn(urls, { Clock: new LaterClock() });
  superuser = new pg.Client(urls.admin);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await testApp.close();
});

/** Statements that no trigger sees. */
async function tampering(work: () => Promise<unknown>): Promise<void> {
  for (const table of logTables) await superuser.query(`alter table ${table} disable trigger user`);
  await work();
  for (const table of logTables) await superuser.query(`alter table ${table} enable trigger user`);
}

interface Tree {
  readonly peaks: readonly Uint8Array[];
  readonly root: Uint8Array;
  readonly nodes: readonly StoredNode[];
}

function treeOf(leaves: readonly Buffer[]): Tree {
  let frontier = emptyFrontier;
  const nodes: StoredNode[] = [];
  for (const bytes of leaves) {
    const next = appended(frontier, leafHash(bytes));
    frontier = next.frontier;
    nodes.push(...next.completed.filter(({ level }) => level > 0));
  }
  return { peaks: frontier.peaks, root: rootOf(frontier), nodes };
}

/** The last entry told otherwise, and everything about it that needs no key: payload, bytes, nodes, peaks and roots. */
async function rewriteLast({ clinicId }: World): Promise<void> {
  const { rows } = await superuser.query<{ seq: string; bytes: Buffer }>(
    'select seq, bytes from log_entry where clinic_id = $1 order by seq',
    [clinicId],
  );
  const last = rows.at(-1)!;
  const bytes = Buffer.from(
    canonical({ ...JSON.parse(last.bytes.toString()), at: '2020-01-01T00:00:00.000Z' }),
  );
  const { peaks, root, nodes } = treeOf(rows.map((row) => (row === last ? bytes : row.bytes)));
  await superuser.query(
    `update log_entry set bytes = $3, at = '2020-01-01T00:00:00Z' where clinic_id = $1 and seq = $2`,
    [clinicId, last.seq, bytes],
  );
  for (const { level, index, hash } of nodes)
    await superuser.query(
      'update log_node set hash = $4 where clinic_id = $1 and level = $2 and index = $3',
      [clinicId, level, String(index), hash],
    );
  await superuser.query('update log_head set peaks = $2, signed_root = $3 where clinic_id = $1', [
    clinicId,
    peaks,
    root,
  ]);
  await superuser.query(
    `update log_checkpoint set root = $3, note = replace(note, encode(root, 'base64'), encode($3, 'base64'))
     where clinic_id = $1 and size = $2`,
    [clinicId, rows.length, root],
  );
}

const signed = async (world: World): Promise<Json> => {
  const { note, origin, vkeys, size } = await world.manager.read('log/checkpoint');
  const keys = vkeys.map((vkey: string) => taken(readVkey(vkey)));
  return { size, opens: !('rejected' in openCheckpoint(note, { origin, keys })) };
};

describe('the process that signed a log last', () => {
  it('signs nothing after it was rewritten at the very size it had', async () => {
    const world = await World.create(testApp);
    const { size } = await world.manager.read('log/checkpoint');
    await tampering(() => rewriteLast(world));
    await world.person('Etter omskrivingen');
    expect(await signed(world)).toEqual({ size, opens: false });
    expect((await world.manager.read('log?order=desc&limit=1')).items[0].seq).toBe(size);
  });

  it('signs nothing on a backup that was restored beneath it', async () => {
    const world = await World.create(testApp);
    const { rows } = await superuser.query('select * from log_head where clinic_id = $1', [world.clinicId]);
    const { size, peaks, signed_size, signed_root } = rows[0];
    await world.person('Skal forsvinne');
    const given = await world.manager.read('log/checkpoint');
    await tampering(async () => {
      for (const table of ['log_subject', 'log_payload', 'log_entry'])
        await superuser.query(`delete from ${table} where clinic_id = $1 and seq >= $2`, [
          world.clinicId,
          size,
        ]);
      await superuser.query('delete from log_node where clinic_id = $1 and (index + 1) << level > $2', [
        world.clinicId,
        size,
      ]);
      await superuser.query('delete from log_checkpoint where clinic_id = $1 and size > $2', [
        world.clinicId,
        size,
      ]);
      await superuser.query(
        'update log_head set size = $2, peaks = $3, signed_size = $4, signed_root = $5 where clinic_id = $1',
        [world.clinicId, size, peaks, signed_size, signed_root],
      );
    });
    for (let i = 0; i < 3; i++) await world.person('Skrevet om');
    expect(await signed(world)).toEqual({ size: Number(size), opens: true });
    expect(given.size).toBeGreaterThan(Number(size));
  });

  it('goes on after an act that was taken back', async () => {
    const world = await World.create(testApp);
    const doctor = await world.colleague('Dag Doktor', 'LE');
    await world.manager.post(`people/${doctor.id}/engagements`, {
      occupation: 'LE',
      kind: 'ansatt',
      validFrom: '2024-06-01',
    });
    const { size } = await world.manager.read('log/checkpoint');
    expect((await world.manager.read('log?order=desc&limit=1')).items[0]).toMatchObject({
      seq: size - 1,
      type: 'engagement.refused',
    });
    expect(await signed(world)).toEqual({ size, opens: true });
  });
});

describe('a checkpoint that nobody signed', () => {
  /** As the application's role: an entry, and a checkpoint of it that is right but for its signature. */
  const unsigned: [string, ...unknown[]] = [
    `insert into log_checkpoint (clinic_id, size, root, note, signed_at)
     select h.clinic_id, h.size, r.root,
       concat_ws(E'\\n', h.origin, h.size::text, encode(r.root, 'base64'), '', '— ' || h.origin || ' AAAAAAAA', ''), now()
     from log_head h, lateral (select root_of(h.peaks) root) r`,
  ];

  async function written(world: World): Promise<void> {
    const sql = await Attacker.as(urls.app, world.clinicId);
    for (let i = 0; i < 3; i++) {
      expect(await sql.refusedBy([])).toBe('');
      expect(await sql.refusedBy([unsigned], { logged: false })).toBe('');
    }
    await sql.close();
    expect((await signed(world)).opens).toBe(false);
  }

  it('silences no process that has signed before it', async () => {
    const world = await World.create(testApp);
    const { size } = await world.manager.read('log/checkpoint');
    await written(world);
    await world.person('Signert igjen');
    expect(await signed(world)).toEqual({ size: size + 4, opens: true });
  });

  it('nor one that begins after it', async () => {
    const world = await World.create(testApp);
    const { size } = await world.manager.read('log/checkpoint');
    await written(world);
    const later = await startOn(urls, undefined, { LOG_SIGNING_KEY: testApp.config.logSigningKey ?? '' });
    await new Client(later, world.manager.headers).make('people', { name: 'Signert igjen' });
    await later.close();
    expect(await signed(world)).toEqual({ size: size + 4, opens: true });
  });

  it('and hides no rewriting of what was signed before it', async () => {
    const world = await World.create(testApp);
    await tampering(() => rewriteLast(world));
    await written(world);
    const later = await startOn(urls, undefined, { LOG_SIGNING_KEY: testApp.config.logSigningKey ?? '' });
    for (const app of [testApp, later]) {
      await new Client(app, world.manager.headers).make('people', { name: 'Usignert' });
      expect((await signed(world)).opens).toBe(false);
    }
    await later.close();
  });
});

const says = async ({ clinicId }: World): Promise<string> =>
  (await verified(urls.app, { id: clinicId }, null)).says;

describe('verify --state', () => {
  /** An entry as the product would write it, but for what it says. */
  const entry = (world: World, type: string, payload: string) =>
    world.testApp &&
    ([
      `with head as (select size from log_head where clinic_id = $1), made as (
         select size, sha256(sha256('salt') || convert_to($3, 'UTF8')) hash from head), entry as (
         insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
         select $1, size, '2026-01-01T00:00:00Z', $2, $1, convert_to('{"actor":"' || $1 || '","at":"2026-01-01T00:00:00.000Z","clinic":"' || $1
           || '","payloadHash":"' || encode(hash, 'hex') || '","seq":' || size || ',"subjects":[],"type":"' || $2 || '","v":1}', 'UTF8'), hash
         from made)
       insert into log_payload (clinic_id, seq, payload, salt) select $1, size, $3, sha256('salt') from head`
        .replaceAll('$1', '$1::uuid')
        .replaceAll(`|| $1::uuid`, `|| $1::uuid::text`)
        .replaceAll('$2', '$2::text')
        .replaceAll('$3', '$3::text'),
      world.clinicId,
      type,
      payload,
    ] as [string, ...unknown[]]);

  it.each([
    ['auditor.looked-up', 'what an inspector has looked at'],
    ['clinic.signed-up', 'what law keeps'],
  ])('finds the payload of %s gone, whatever is said of an erasure: %s', async (type) => {
    const world = await World.create(testApp);
    const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
    await auditor.read('people');
    const doctor = await world.colleague('Dag Doktor', 'LE');
    await world.manager.post(`people/${doctor.id}/engagements`, {
      occupation: 'LE',
      kind: 'ansatt',
      validFrom: '2024-06-01',
    });
    const { items } = await world.manager.read('log?type=engagement.refused');
    await world.manager.make(`log/${items[0].seq}/erasure`, { reason: 'Fordi.' });
    expect(await says(world)).toMatch(/^\d+ entries hold/);
    const { items: kept } = await world.manager.read(`log?type=${type}`);
    const seq = kept[0].seq;
    await tampering(async () => {
      await superuser.query('delete from log_payload where clinic_id = $1 and seq = $2', [
        world.clinicId,
        seq,
      ]);
      await superuser.query(
        `insert into log_erasure select clinic_id, $2, seq from log_entry where clinic_id = $1 and type = 'payload.erased'`,
        [world.clinicId, seq],
      );
    });
    expect(await says(world)).toMatch(new RegExp(`^the payload of entry ${seq} is gone`));
  });

  it('finds an erasure whose entry speaks of another one', async () => {
    const world = await World.create(testApp);
    const doctor = await world.colleague('Dag Doktor', 'LE');
    const again = { occupation: 'LE', kind: 'ansatt', validFrom: '2024-06-01' };
    for (let i = 0; i < 2; i++) await world.manager.post(`people/${doctor.id}/engagements`, again);
    const { items } = await world.manager.read('log?type=engagement.refused');
    const [one, other] = items.map(({ seq }: Json) => seq);
    await world.manager.make(`log/${one}/erasure`, { reason: 'Fordi.' });
    await tampering(async () => {
      await superuser.query('delete from log_payload where clinic_id = $1 and seq = $2', [
        world.clinicId,
        other,
      ]);
      await superuser.query(
        `insert into log_erasure select clinic_id, $2, by_seq from log_erasure where clinic_id = $1`,
        [world.clinicId, other],
      );
    });
    expect(await says(world)).toMatch(new RegExp(`^the payload of entry ${other} is gone`));
  });

  it.each(['not json', '[]', '{"a":1,"a":2}', '{ "a": 1 }', '{"a":1e2}'])(
    'names an entry whose payload is %j, which no product writes; and the log can still be read',
    async (payload) => {
      const world = await World.create(testApp);
      const sql = await Attacker.as(urls.app, world.clinicId);
      const { size } = await world.manager.read('log/checkpoint');
      expect(await sql.refusedBy([entry(world, 'person.changed', payload)], { logged: false })).toBe('');
      await sql.close();
      expect(await says(world)).toMatch(new RegExp(`^the payload of entry ${size} is not`));
      expect((await world.manager.get('log')).status).toBe(200);
      expect((await world.manager.get(`log/${size}`)).status).toBe(200);
      const task = await world.task('EKG', { HE: true });
      const asked = `decisions?personId=${world.managerId}&taskId=${task.id}`;
      for (const query of ['', '&at=2026-01-01', '&knownAt=2026-01-01'])
        expect([query, (await world.manager.get(asked + query)).status]).not.toEqual([query, 500]);
    },
  );

  it('names an entry whose bytes say nothing; and the log can still be read', async () => {
    const world = await World.create(testApp);
    const sql = await Attacker.as(urls.app, world.clinicId);
    const { size } = await world.manager.read('log/checkpoint');
    expect(await sql.refusedBy([])).toBe('');
    await sql.close();
    expect(await says(world)).toMatch(new RegExp(`^the bytes of entry ${size} are not JSON`));
    expect((await world.manager.get('log')).status).toBe(200);
    expect((await world.manager.get(`log/${size}`)).status).toBe(200);
  });
});
