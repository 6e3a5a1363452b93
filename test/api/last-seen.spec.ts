import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openCheckpoint } from '../../src/log/checkpoint.js';
import { readVkey } from '../../src/log/note.js';
import { readLogProof, whyNotConsistent } from '../../src/log/proof.js';
import { taken } from '../log/signers.js';
import { startOn, type TestApp } from '../support/app.js';
import { fetched } from '../support/bundle.js';
import { Client, type Json } from '../support/client.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';
import { type Colleague, day, World } from '../support/world.js';

let urls: DatabaseUrls;
let testApp: TestApp;
/** Whom nothing in the database stops; what is done to the log is found by whoever holds a checkpoint. */
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

interface Scene {
  readonly world: World;
  readonly lege: Colleague;
  readonly delegation: Json;
  readonly auditor: Client;
}

async function scene(): Promise<Scene> {
  const world = await World.create(testApp);
  const lege = await world.colleague('Live Lege', 'LE');
  const kari = await world.colleague('Kari', 'HE');
  const task = await world.task('Kateterisering', { LE: true });
  const delegation = await world.delegated(lege, kari, task.id);
  return { world, lege, delegation, auditor: await world.login('Tor Tilsyn', undefined, ['auditor']) };
}

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
const logOf = ({ size, root }: Json) => ({ size: BigInt(size), root: bytesOf(root) });

/** What the auditor's own arithmetic says of the proof in the answer. */
const whyNot = ({ lastSeen, ...now }: Json): string | null =>
  whyNotConsistent(logOf(lastSeen), logOf(now), lastSeen.proof.map(bytesOf));

const seenBy = async (client: Client): Promise<Json> => (await client.read('log/checkpoint')).lastSeen;

describe('a returning auditor', () => {
  it('is shown what was given last, with the proof that the log of today begins with it', async () => {
    const { world, auditor } = await scene();
    const first = await auditor.read('log/checkpoint');
    expect(first.lastSeen).toBeNull();
    await world.person('Kom til senere');
    const second = await auditor.read('log/checkpoint');
    const { size, root } = first;
    expect(second.lastSeen).toMatchObject({ size, root, consistent: true, detail: null });
    expect(second.lastSeen.proof.length).toBeGreaterThan(0);
    expect(whyNot(second)).toBeNull();
    expect(Date.parse(second.lastSeen.seenAt)).toBeLessThanOrEqual(Date.now());
    const third = await auditor.read('log/checkpoint');
    expect(third.lastSeen).toMatchObject({ size: second.size, root: second.root, consistent: true });
  });

  it('is shown the same with the first page of the log, and not with the next', async () => {
    const { world, auditor } = await scene();
    const { origin, vkeys, ...given } = await auditor.read('log/checkpoint');
    await world.person('Kom til senere');
    const first = await auditor.read('log?limit=3');
    expect(first.lastSeen).toMatchObject({ size: given.size, root: given.root, consistent: true });
    expect(whyNot({ ...first.checkpoint, lastSeen: first.lastSeen })).toBeNull();
    const keys = vkeys.map((vkey: string) => taken(readVkey(vkey)));
    expect(taken(openCheckpoint(first.checkpoint.note, { origin, keys })).size).toBe(
      BigInt(first.checkpoint.size),
    );
    const next = await auditor.read(`log?limit=3&cursor=${first.nextCursor}`);
    expect(next).toMatchObject({ checkpoint: null, lastSeen: null });
    expect(await seenBy(auditor)).toMatchObject({ size: first.checkpoint.size });
  });

  it('is held to whatever carried a checkpoint, and to nothing else', async () => {
    const { delegation, auditor } = await scene();
    const inNote = (text: string): number => Number(taken(readLogProof(text)).checkpoint.split('\n')[1]);
    const carriers: [string, (answer: Json, text: string) => number][] = [
      ['log/checkpoint', ({ size }) => size],
      ['log?limit=1', ({ checkpoint }) => checkpoint.size],
      ['log/3/proof', (_, text) => inNote(text)],
      [`delegations/${delegation.id}`, ({ receipt }) => inNote(receipt)],
    ];
    for (const [path, sizeIn] of carriers) {
      const { body, text } = await auditor.get(path);
      await auditor.read('people');
      await auditor.read('log/0');
      expect([path, (await seenBy(auditor)).size]).toEqual([path, sizeIn(body, text)]);
    }
  });

  it('finds in the bundle that was taken home the very checkpoint that is shown next time', async () => {
    const { world, auditor } = await scene();
    const bundle = await fetched(auditor);
    const notes: string[] = bundle
      .read('checkpoints.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    bundle.remove();
    await world.person('Kom til senere');
    const { size, root, consistent } = await seenBy(auditor);
    expect(notes.filter((note) => note.includes(`\n${size}\n${root}\n`))).toHaveLength(1);
    expect(consistent).toBe(true);
    const [entry] = (await world.manager.read('log?type=auditor.looked-up')).items;
    expect(entry.payload).toMatchObject({ operation: 'exportLog', status: 200 });
  });

  it('is known by the login: nobody is shown what another was given', async () => {
    const { world, auditor } = await scene();
    const body = { name: 'Tilsyn', roles: ['auditor'], expiresAt: day(9) };
    const { token } = await world.manager.make('api-tokens', body);
    const others = [
      await world.login('Turid Tilsyn', undefined, ['auditor']),
      new Client(testApp, { Authorization: `Bearer ${token}` }),
    ];
    await auditor.read('log/checkpoint');
    for (const other of others) expect(await seenBy(other)).toBeNull();
    for (const client of [auditor, ...others]) expect(await seenBy(client)).not.toBeNull();
    await world.manager.read('log/checkpoint');
    expect(await seenBy(world.manager)).toBeNull();
    expect((await world.manager.read('log')).lastSeen).toBeNull();
  });

  it('loses nothing when several look at once', async () => {
    const { auditor } = await scene();
    const answers = await Promise.all(Array.from({ length: 8 }, async () => auditor.read('log/checkpoint')));
    const newest = Math.max(...answers.map(({ size }) => size));
    expect(await seenBy(auditor)).toMatchObject({ size: newest, consistent: true });
  });
});

const held = (client: Client, { size, root }: { size: number | string; root: string }): Promise<Json> =>
  client.read(`log/checkpoint?seenSize=${size}&seenRoot=${encodeURIComponent(root)}`);

const told = async ({ manager }: World): Promise<Json[]> =>
  (await manager.read('log?type=log.inconsistent')).items;

describe('a checkpoint that the caller holds', () => {
  it('is judged in place of what we remember, for managers too', async () => {
    const { world, auditor } = await scene();
    const old = await world.manager.read('log/checkpoint');
    await world.person('Kom til senere');
    await auditor.read('log/checkpoint');
    for (const client of [world.manager, auditor]) {
      const answer = await held(client, old);
      const { size, root } = old;
      expect(answer.lastSeen).toMatchObject({ size, root, seenAt: null, consistent: true, detail: null });
      expect(whyNot(answer)).toBeNull();
    }
    expect(await told(world)).toEqual([]);
  });

  it('that the log does not begin with is told loudly, in three languages, and is no entry: anybody could make one up', async () => {
    const { world, auditor } = await scene();
    const now = await world.manager.read('log/checkpoint');
    const other = randomBytes(32).toString('base64');
    const details = new Set();
    for (const language of ['nb', 'nn', 'en']) {
      const client = world.manager.with({ 'Accept-Language': language });
      const { lastSeen } = await held(client, { size: now.size - 1, root: other });
      expect(lastSeen).toMatchObject({ consistent: false });
      details.add(lastSeen.detail);
    }
    expect(details.size).toBe(3);
    expect(details.has(null)).toBe(false);
    await held(auditor, { size: now.size - 1, root: other });
    const beyond = await held(world.manager, { size: now.size + 1000, root: now.root });
    expect(beyond.lastSeen).toMatchObject({ consistent: false, proof: [] });
    expect(await told(world)).toEqual([]);
  });

  it('may be written with the plus signs as they are', async () => {
    const { manager } = await World.create(testApp);
    let now: Json = {};
    for (let made = 0; !now.root?.includes('+'); made++) {
      await manager.make('people', { name: `Person ${made}` });
      now = await manager.read('log/checkpoint');
    }
    const answer = await manager.read(`log/checkpoint?seenSize=${now.size}&seenRoot=${now.root}`);
    expect(answer.lastSeen).toMatchObject({ root: now.root, consistent: true, proof: [] });
  });

  it.each([
    ['seenSize=3', '/seenRoot', 'required'],
    [`seenRoot=${'A'.repeat(43)}=`, '/seenSize', 'required'],
    [`seenSize=0&seenRoot=${'A'.repeat(43)}=`, '/seenSize', 'too-small'],
    [`seenSize=tre&seenRoot=${'A'.repeat(43)}=`, '/seenSize', 'wrong-type'],
    [`seenSize=3&seenRoot=${'A'.repeat(44)}`, '/seenRoot', 'not-a-root'],
    ['seenSize=3&seenRoot=', '/seenRoot', 'not-a-root'],
  ])('is refused where it is none: ?%s', async (query, pointer, code) => {
    const { manager } = await World.create(testApp);
    const { status, body } = await manager.get(`log/checkpoint?${query}`);
    expect([status, body.errors[0]]).toMatchObject([400, { pointer, code }]);
  });
});

/** Puts the log back to what it was, as somebody who owns the machine could: an old backup, and then life goes on. */
class Backup {
  private constructor(
    private readonly clinicId: string,
    private readonly head: Json,
  ) {}

  static async of({ clinicId }: World): Promise<Backup> {
    const { rows } = await superuser.query('select * from log_head where clinic_id = $1', [clinicId]);
    return new Backup(clinicId, rows[0]);
  }

  async restore(): Promise<void> {
    const { size, peaks, signed_size, signed_root } = this.head;
    const cuts = [
      ['log_subject', 'log_append_only', 'seq >= $2'],
      ['log_payload', 'log_append_only_delete', 'seq >= $2'],
      ['log_entry', 'log_append_only', 'seq >= $2'],
      ['log_node', 'log_append_only', '(index + 1) << level > $2'],
      ['log_checkpoint', 'log_append_only', 'size > $2'],
    ];
    for (const [table, trigger, later] of cuts) {
      await superuser.query(`alter table ${table} disable trigger ${trigger}`);
      await superuser.query(`delete from ${table} where clinic_id = $1 and ${later}`, [this.clinicId, size]);
      await superuser.query(`alter table ${table} enable always trigger ${trigger}`);
    }
    await superuser.query(
      'update log_head set size = $2, peaks = $3, signed_size = $4, signed_root = $5 where clinic_id = $1',
      [this.clinicId, size, peaks, signed_size, signed_root],
    );
  }
}

describe('a log that was changed behind everybody’s back', () => {
  it.each([
    ['by the checkpoint', 'log/checkpoint'],
    ['by the list', 'log'],
    ['by a proof, and then by the checkpoint', 'log/1/proof'],
  ])('is found %s, each time, and is in the log once', async (_name, first) => {
    const { world, auditor } = await scene();
    const backup = await Backup.of(world);
    await world.person('Skal forsvinne');
    const given = await auditor.read('log/checkpoint');
    await backup.restore();
    for (let i = 0; i < 4; i++) await world.person('Skrevet om');
    await auditor.get(first);
    for (const path of ['log/checkpoint', 'log', 'log/checkpoint']) {
      const { lastSeen } = await auditor.read(path);
      expect(lastSeen).toMatchObject({ size: given.size, root: given.root, consistent: false });
      expect(lastSeen.detail).toContain('sjekkpunkt');
    }
    const entries = await told(world);
    expect(entries).toMatchObject([
      { payload: { size: given.size, root: given.root, seenAt: expect.any(String) } },
    ]);
    expect((await held(world.manager, given)).lastSeen.consistent).toBe(false);
    expect(await told(world)).toHaveLength(1);
  });

  it('is found while it is shorter than it was', async () => {
    const { world, auditor } = await scene();
    const backup = await Backup.of(world);
    for (let i = 0; i < 9; i++) await world.person(`Person ${i}`);
    const given = await auditor.read('log/checkpoint');
    await backup.restore();
    const { size, lastSeen } = await auditor.read('log/checkpoint');
    expect(size).toBeLessThan(given.size);
    expect(lastSeen).toMatchObject({ size: given.size, consistent: false, proof: [] });
  });

  it('is found, and answered, when the tree has lost its nodes', async () => {
    const { world, auditor } = await scene();
    await auditor.read('log/checkpoint');
    await world.person('Kom til senere');
    await superuser.query('alter table log_node disable trigger log_append_only');
    await superuser.query('delete from log_node where clinic_id = $1', [world.clinicId]);
    await superuser.query('alter table log_node enable always trigger log_append_only');
    expect(await seenBy(auditor)).toMatchObject({ consistent: false, proof: [] });
  });
});
