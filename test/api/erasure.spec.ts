import { refusalTexts } from '../../src/law/refusal-texts.js';
import { openCheckpoint } from '../../src/log/checkpoint.js';
import { readVkey } from '../../src/log/note.js';
import { openLogProof, whyNotConsistent } from '../../src/log/proof.js';
import { leafHash } from '../../src/log/tree.js';
import { taken } from '../log/signers.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, unique, World } from '../support/world.js';
import { Footprints } from './footprint.js';

const secret = 'Pasienten i rom fire ble forvekslet';
const reason = 'Det stod opplysninger om en pasient i merknaden.';
let testApp: TestApp;
let footprints: Footprints;

beforeAll(async () => {
  testApp = await startApp();
  footprints = await Footprints.open(testApp);
});
afterAll(async () => {
  await footprints.close();
  await testApp.close();
});

interface Story {
  readonly world: World;
  readonly lege: Colleague;
  readonly administrator: Client;
  readonly emergency: Json;
}

/** A clinic where an emergency was told with words that must go, by somebody with a key that remembers the answer. */
async function story(): Promise<Story> {
  const world = await World.create(testApp);
  const lege = await world.colleague('Live Lege', 'LE');
  const administrator = await world.login('Ada Administrator', undefined, ['administrator']);
  const task = await world.task('Adrenalin', { LE: true });
  const body = { taskId: task.id, at: day(-1), note: secret };
  const { body: emergency } = await lege.client.post('emergencies', body, { 'Idempotency-Key': 'natt-1' });
  return { world, lege, administrator, emergency };
}

const erase = (by: Client, seq: number, because = reason) =>
  by.post(`log/${seq}/erasure`, { reason: because });

describe('erasing a payload', () => {
  it('leaves the entry, and says when, by whom and why', async () => {
    const { world, administrator, emergency } = await story();
    const before = await world.manager.read(`log/${emergency.seq}`);
    const { status, body } = await erase(administrator, emergency.seq);
    expect(status).toBe(201);
    const { payload: _payload, salt: _salt, erased: _erased, ...kept } = before;
    const { items } = await world.manager.read('log?type=payload.erased');
    expect(items).toMatchObject([{ payload: { seq: emergency.seq, reason }, subjects: before.subjects }]);
    const [{ seq, at, actor }] = items;
    const erased = { seq, at, by: actor, reason };
    expect(actor.name).toBe('Ada Administrator');
    expect(body).toEqual({ ...kept, payload: null, salt: null, erased });
    expect(await world.manager.read(`log/${emergency.seq}`)).toEqual(body);
    const listed = (await world.manager.read('log?type=emergency.recorded')).items;
    expect(listed).toMatchObject([{ seq: emergency.seq, payload: null, erased }]);
    expect((await world.manager.read('log/0')).erased).toBeNull();
  });

  it('leaves the words nowhere in the database', async () => {
    const { world, administrator, emergency } = await story();
    expect(await footprints.placesOf(secret, world.clinicId)).toEqual(['idempotency_key', 'log_payload']);
    await erase(administrator, emergency.seq);
    expect(await footprints.placesOf(secret, world.clinicId)).toEqual([]);
  });

  it('is not undone by repeating the request that was answered with them', async () => {
    const { world, lege, administrator, emergency } = await story();
    await erase(administrator, emergency.seq);
    const body = { taskId: emergency.taskId, at: day(-1), note: secret };
    const again = await lege.client.post('emergencies', body, { 'Idempotency-Key': 'natt-1' });
    expect([again.status, again.body.code]).toEqual([409, 'payload-erased']);
    expect((await world.manager.read('log?type=emergency.recorded')).items).toHaveLength(1);
    expect(await footprints.placesOf(secret, world.clinicId)).toEqual([]);
  });

  it('goes for refused attempts and invitations, and only once', async () => {
    const { world, administrator } = await story();
    await world.person('Den første', { hprNumber: 7_000_001 });
    await world.manager.refusedWith('people', { name: `${secret} ${unique()}`, hprNumber: 7_000_001 });
    const types = ['person.refused', 'member.invited'];
    for (const type of types) {
      const { items } = await world.manager.read(`log?type=${type}&order=desc&limit=1`);
      const [{ seq }] = items;
      expect((await erase(administrator, seq)).status).toBe(201);
      const twice = await erase(administrator, seq);
      expect([twice.status, twice.body.code]).toEqual([409, 'payload-erased']);
    }
    expect((await world.manager.read('log?type=payload.erased')).items).toHaveLength(types.length);
    expect(await footprints.placesOf(secret, world.clinicId)).toEqual(['idempotency_key', 'log_payload']);
  });

  it('by two at once happens once', async () => {
    const { world, administrator, emergency } = await story();
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => erase(administrator, emergency.seq)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect((await world.manager.read('log?type=payload.erased')).items).toHaveLength(1);
  });

  it('leaves tree, checkpoints and proofs as they were, and the words cannot be found from their hash', async () => {
    const { world, administrator, emergency } = await story();
    const path = `log/${emergency.seq}`;
    const before = await world.manager.read('log/checkpoint');
    const { bytes, payloadHash } = await world.manager.read(path);
    await erase(administrator, emergency.seq);
    const after = await world.manager.read('log/checkpoint');
    const [old, now] = [opened(before, before), opened(after, before)];
    expect(after.size).toBe(before.size + 1);
    const { hashes } = await world.manager.read(`log/consistency?from=${before.size}&to=${after.size}`);
    expect(whyNotConsistent(old, now, hashes.map(bytesOf))).toBeNull();
    const proof = (await world.manager.get(`${path}/proof`)).text;
    const shown = openLogProof(proof, leafHash(bytesOf(bytes)), trustOf(before));
    expect(shown).toMatchObject({ index: BigInt(emergency.seq) });
    const erased = await world.manager.read(path);
    expect(erased).toMatchObject({ bytes, payloadHash, payload: null, salt: null });
  });
});

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
const trustOf = ({ origin, vkeys }: Json) => ({
  origin,
  keys: vkeys.map((vkey: string) => taken(readVkey(vkey))),
});
const opened = ({ note }: Json, trusted: Json) => taken(openCheckpoint(note, trustOf(trusted)));

describe('what law keeps', () => {
  it('is refused with the statute, in the reader’s language, and the attempt is logged', async () => {
    const { world, administrator } = await story();
    const { items } = await world.manager.read('log?type=person.registered');
    for (const language of ['nb', 'nn', 'en'] as const) {
      const { status, body } = await administrator
        .with({ 'Accept-Language': language })
        .post(`log/${items[0].seq}/erasure`, { reason });
      const { detail } = refusalTexts['kept-by-law'];
      expect([status, body.code, body.detail]).toEqual([409, 'kept-by-law', detail[language]]);
      expect(body.refusals).toMatchObject([
        { about: { type: 'person.registered' }, legalBases: [{ id: 'ledelse-6-9', strength: 'LAW' }] },
      ]);
    }
    const refused = (await world.manager.read('log?type=payload.refused')).items;
    expect(refused).toHaveLength(3);
    expect(refused[0].payload).toMatchObject({ act: 'erase', command: { reason }, codes: ['kept-by-law'] });
    expect((await world.manager.read(`log/${items[0].seq}`)).payload).not.toBeNull();
  });

  it('is every entry that bears state or is a trace, and the erasure itself', async () => {
    const { world, lege, administrator, emergency } = await story();
    const kari = await world.colleague('Kari', 'HE');
    const task = await world.task('EKG', { LE: true });
    await world.delegated(lege, kari, task.id);
    const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
    await auditor.get('people');
    await erase(administrator, emergency.seq);
    const { items } = await world.manager.read('log?limit=200');
    const outcomes = new Map<string, string>();
    for (const { seq, type } of items) {
      const { status, body } = await erase(administrator, seq);
      outcomes.set(type, `${status} ${body.code ?? ''}`.trim());
    }
    const erasable = [...outcomes].filter(([, outcome]) => outcome !== '409 kept-by-law');
    expect(Object.fromEntries(erasable)).toEqual({
      'emergency.recorded': '409 payload-erased',
      'member.invited': '201',
    });
    expect([...outcomes.keys()]).toEqual(
      expect.arrayContaining([
        'delegation.proposed',
        'auditor.looked-up',
        'payload.erased',
        'task.created',
        'member.joined',
      ]),
    );
  });
});

describe('a request to erase', () => {
  it.each(['999999', '-1', '1.5', 'siste'])('number %s is 404', async (seq) => {
    const { administrator } = await story();
    const { status, body } = await administrator.post(`log/${seq}/erasure`, { reason });
    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  it.each([
    ['', 'blank'],
    ['   ', 'blank'],
    ['Fødselsnummer 01010750160 stod der.', 'identity-number'],
  ])('must give a reason that can stay: «%s»', async (because, code) => {
    const { administrator, emergency } = await story();
    const { status, body } = await erase(administrator, emergency.seq, because);
    expect([status, body.errors[0]]).toMatchObject([400, { pointer: '/reason', code }]);
  });

  it('is for the administrator of that clinic alone', async () => {
    const { world, lege, emergency } = await story();
    const other = await story();
    const manager = await world.login('Bare leder', undefined, ['manager']);
    const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
    for (const client of [manager, auditor, lege.client])
      expect((await erase(client, emergency.seq)).status).toBe(403);
    // The same number is another entry at another clinic.
    await erase(other.administrator, other.emergency.seq);
    expect((await world.manager.read(`log/${emergency.seq}`)).payload.note).toBe(secret);
  });
});
