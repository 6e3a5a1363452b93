import pg from 'pg';
import { openCheckpoint } from '../../src/log/checkpoint.js';
import { readVkey } from '../../src/log/note.js';
import { openLogProof, readLogProof, whyNotConsistent } from '../../src/log/proof.js';
import { newKeyLine } from '../../src/log/signing-key.js';
import { leafHash } from '../../src/log/tree.js';
import { taken } from '../log/signers.js';
import { startApp, startOn, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { type Colleague, World } from '../support/world.js';

const key = newKeyLine();
let testApp: TestApp;
/** A second process on the same database, with the same key. */
let second: TestApp;

beforeAll(async () => {
  const first = await startApp();
  await first.close();
  testApp = await startOn(first.urls, undefined, { LOG_SIGNING_KEY: key });
  second = await startOn(first.urls, undefined, { LOG_SIGNING_KEY: key });
});
afterAll(async () => {
  await second.close();
  await testApp.close();
});

const opened = ({ note, origin, vkeys }: Json) =>
  taken(openCheckpoint(note, { origin, keys: vkeys.map((vkey: string) => taken(readVkey(vkey))) }));

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

async function consistent(auditor: Client, old: Json, now: Json): Promise<string | null> {
  const { hashes } = await auditor.read(`log/consistency?from=${old.size}&to=${now.size}`);
  return whyNotConsistent(opened(old), opened(now), hashes.map(bytesOf));
}

/** What a receipt shows by itself, with nothing but the log's key beside it. */
function shown(receipt: string, { origin, vkeys }: Json) {
  const { extra = Buffer.of() } = taken(readLogProof(receipt));
  const keys = vkeys.map((vkey: string) => taken(readVkey(vkey)));
  const { index, checkpoint } = taken(openLogProof(receipt, leafHash(extra), { origin, keys }));
  return { seq: Number(index), size: checkpoint.size, entry: JSON.parse(Buffer.from(extra).toString()) };
}

/** The same sign-in at another process: sessions are in the database. */
const at = (app: TestApp, world: World): Client => new Client(app, world.manager.headers);

async function clinic(): Promise<{ world: World; doctor: Colleague; helper: Colleague; task: Json }> {
  const world = await World.create(testApp);
  const doctor = await world.colleague('Dag Doktor', 'LE');
  const helper = await world.colleague('Heidi Helsesekretær', 'HE');
  return { world, doctor, helper, task: await world.task('Kateterisering', { LE: true }) };
}

describe('GET /log/checkpoint', () => {
  it('is signed for the whole log after every act, and extends every one before', async () => {
    const { world, doctor, helper, task } = await clinic();
    const held = [await world.manager.read('log/checkpoint')];
    await world.delegated(doctor, helper, task.id);
    held.push(await world.manager.read('log/checkpoint'));
    await helper.client.refusedWith('delegations', world.proposal(task.id, doctor.id, { profession: 'HE' }));
    held.push(await world.manager.read('log/checkpoint'));
    const last = held.at(-1);
    expect(last.origin).toBe(`localhost:3000/log/${world.clinicId}`);
    const { items } = await world.manager.read('log?order=desc&limit=1');
    expect(last.size).toBe(items[0].seq + 1);
    expect(last.root).toBe(opened(last).root && Buffer.from(opened(last).root).toString('base64'));
    for (const old of held) expect(await consistent(world.manager, old, last)).toBeNull();
    expect(new Set(held.map(({ size }) => size)).size).toBe(3);
  });

  it('is not given to staff, and never of another clinic', async () => {
    const { helper } = await clinic();
    expect((await helper.client.get('log/checkpoint')).status).toBe(403);
    const other = await World.create(testApp);
    const { origin } = await other.manager.read('log/checkpoint');
    expect(origin).toContain(other.clinicId);
  });
});

describe('GET /log/consistency', () => {
  it('needs no proof from nothing or to the same size, and refuses sizes that are not there', async () => {
    const { world } = await clinic();
    const { size } = await world.manager.read('log/checkpoint');
    expect(await world.manager.read('log/consistency?from=0')).toEqual({ from: 0, to: size, hashes: [] });
    expect((await world.manager.read(`log/consistency?from=${size}&to=${size}`)).hashes).toEqual([]);
    for (const query of [
      `from=1&to=${size + 1}`,
      'from=3&to=2',
      'from=-1',
      'from=01',
      'from=x',
      '',
      'from=1&to=',
    ]) {
      const answer = await world.manager.get(`log/consistency?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });
});

describe('GET /log/{seq}/proof', () => {
  it('shows every entry to be in the log, by itself', async () => {
    const { world } = await clinic();
    const log = await world.manager.read('log/checkpoint');
    for (let seq = 0; seq < log.size; seq++) {
      const answer = await world.manager.get(`log/${seq}/proof`);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toContain('text/plain');
      const proof = shown(answer.text, log);
      expect(proof).toMatchObject({ seq, size: BigInt(log.size) });
      expect(proof.entry).toEqual(
        JSON.parse(bytesOf((await world.manager.read(`log/${seq}`)).bytes).toString()),
      );
    }
    expect((await world.manager.get(`log/${log.size}/proof`)).status).toBe(404);
    expect((await world.manager.get('log/00/proof')).status).toBe(404);
  });
});

describe('receipts', () => {
  it('come with every step, and with the delegation as long as it is read', async () => {
    const { world, doctor, helper, task } = await clinic();
    const log = await world.manager.read('log/checkpoint');
    const steps: Json[] = [await doctor.client.make('delegations', world.proposal(task.id, helper.id))];
    const [{ id }] = steps;
    steps.push(await helper.client.make(`delegations/${id}/acceptance`));
    steps.push(
      await doctor.client.make(`delegations/${id}/reviews`, { outcome: 'videreføres', note: 'Går fint.' }),
    );
    steps.push(await doctor.client.make(`delegations/${id}/revocation`, { reason: 'Ny rutine.' }));
    expect(steps.map(({ receipt }) => shown(receipt, log).entry.type)).toEqual(
      ['proposed', 'accepted', 'reviewed', 'revoked'].map((kind) => `delegation.${kind}`),
    );
    for (const { receipt } of steps) expect(shown(receipt, log).entry.subjects).toContain(id);
    const read = await helper.client.read(`delegations/${id}`);
    expect(shown(read.receipt, log).entry.type).toBe('delegation.revoked');
    const { items } = await helper.client.read('delegations');
    expect(items.map(({ receipt }: Json) => receipt)).toEqual([undefined]);
  });

  it('are replayed exactly with the answer they came with', async () => {
    const { world, doctor, helper, task } = await clinic();
    const headers = { 'Idempotency-Key': 'kvittering' };
    const first = await doctor.client.post('delegations', world.proposal(task.id, helper.id), headers);
    const again = await doctor.client.post('delegations', world.proposal(task.id, helper.id), headers);
    expect(again.body.receipt).toBe(first.body.receipt);
    expect(first.body.receipt).toContain('c2sp.org/tlog-proof@v1');
  });
});

describe('two processes that sign', () => {
  it('never sign two logs of one size, however they mix', async () => {
    const { world } = await clinic();
    const elsewhere = at(second, world);
    const held: Json[] = [];
    for (let round = 0; round < 4; round++) {
      await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          (i % 2 ? world.manager : elsewhere).make('people', { name: `Nr. ${round}.${i}` }),
        ),
      );
      held.push(await world.manager.read('log/checkpoint'));
    }
    const last = held.at(-1);
    for (const old of held) expect(await consistent(world.manager, old, last)).toBeNull();
    const { items } = await world.manager.read('log?order=desc&limit=1');
    expect(last.size).toBe(items[0].seq + 1);
  });
});

describe('keys', () => {
  const read = (app: TestApp, world: World) => at(app, world).read('log/checkpoint');

  it('are changed with both signing, and the log is one', async () => {
    const { world } = await clinic();
    const old = await world.manager.read('log/checkpoint');
    const newer = newKeyLine();
    const rotated = await startOn(testApp.urls, undefined, { LOG_SIGNING_KEY: `${newer}\n${key}` });
    await at(rotated, world).make('people', { name: 'Etter byttet' });
    const both = await read(rotated, world);
    await rotated.close();
    expect(both.vkeys).toHaveLength(2);
    expect(opened({ ...both, vkeys: old.vkeys }).keys).toHaveLength(1);
    expect(opened(both).keys).toHaveLength(2);

    const alone = await startOn(testApp.urls, undefined, { LOG_SIGNING_KEY: `${newer}\n${old.vkeys[0]}` });
    const manager = at(alone, world);
    await manager.make('people', { name: 'Med den nye alene' });
    const after = await manager.read('log/checkpoint');
    expect(opened(after).keys).toHaveLength(1);
    expect(after.vkeys).toEqual(both.vkeys);
    expect(await consistent(manager, old, { ...after })).toBeNull();
    await alone.close();
  });

  it('that have nothing to do with the last checkpoint sign nothing after it; the act stands, and the entry waits', async () => {
    const { world } = await clinic();
    const before = await world.manager.read('log/checkpoint');
    const stranger = await startOn(testApp.urls, undefined, { LOG_SIGNING_KEY: newKeyLine() });
    await at(stranger, world).make('people', { name: 'Usignert' });
    expect((await read(stranger, world)).note).toBe(before.note);
    await stranger.close();
    await world.manager.make('people', { name: 'Signert igjen' });
    const after = await world.manager.read('log/checkpoint');
    expect(after.size).toBe(before.size + 2);
    expect(await consistent(world.manager, before, after)).toBeNull();
  });
});

describe('a log that was changed in the database', () => {
  it('is not signed any more, and whoever held a checkpoint knows', async () => {
    const { world } = await clinic();
    const held = await world.manager.read('log/checkpoint');
    const owner = new pg.Client(testApp.urls.owner);
    await owner.connect();
    await owner.query(`begin; select set_config('app.clinic_id', '${world.clinicId}', true);
      update log_head set peaks = (select array_agg(sha256(p)) from unnest(peaks) p); commit`);
    await owner.end();
    await world.manager.make('people', { name: 'Etter endringen' });
    expect((await world.manager.read('log/checkpoint')).note).toBe(held.note);
    expect((await world.manager.read('log?order=desc&limit=1')).items[0].seq).toBe(held.size);
  });
});
