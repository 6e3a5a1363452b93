import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config.js';
import { Attacker } from '../schema/attack.js';
import { startAlone, startApp, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { day, unique, World } from '../support/world.js';

/** Ways round the product through its own front door: each was open once. */
let testApp: TestApp;
let world: World;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
});

const entitled = (of: Record<string, boolean>) => ({
  entitlements: Object.entries(of).map(([occupation, mayDelegate]) => ({ occupation, mayDelegate })),
});
const ids = (things: Json[]): string[] => things.map(({ id }) => id);

describe('own right that was there for a while', () => {
  it('takes with it what was given of a copy: no delegated task stays delegated on', async () => {
    const lege = await world.colleague('Lege', 'LE');
    const kari = await world.colleague('Kari', 'HE');
    const siri = await world.colleague('Siri', 'X-MS');
    const mona = await world.colleague('Mona', 'X-MS');
    const infusion = await world.task('Infusjon', { LE: true });
    const held = await world.delegated(lege, kari, infusion.id);
    const change = (of: Record<string, boolean>) =>
      world.manager.patch(`tasks/${infusion.id}`, entitled(of), '*');
    await change({ LE: true, HE: true });
    const copy = await world.task('Drypp', { HE: true }, { lineageOf: infusion.id });
    const given = await world.delegated(kari, siri, copy.id, { profession: 'HE' });
    const pending = await kari.client.make(
      'delegations',
      world.proposal(copy.id, mona.id, { profession: 'HE' }),
    );
    const { status, body } = await change({ LE: true });
    expect(status).toBe(200);
    expect(ids(body.lapsed.delegations)).toEqual([given.id]);
    expect((await siri.client.read(`delegations/${given.id}`)).status).toBe('lapsed');
    expect((await kari.client.read(`delegations/${held.id}`)).status).toBe('accepted');
    expect(await mona.client.refusedWith(`delegations/${pending.id}/acceptance`)).toContain(
      'delegated-task-not-delegable',
    );
  });
});

describe('duties that the authorities have stopped', () => {
  const dutyOf = async (personId: string, taskId: string): Promise<Json> =>
    world.manager.make('duties', { personId, taskId, validFrom: day(-5) });
  const periodOf = async (personId: string): Promise<Json> =>
    (await world.manager.read(`duties?personId=${personId}`)).items[0];

  it('a limited suspension ends the duty it names and its kin, and nothing else; it does not come back by itself', async () => {
    const kari = await world.colleague('Kari', 'HE');
    const ekg = await world.task('EKG', { HE: true });
    const copy = await world.task('Hvile-EKG', { HE: true }, { lineageOf: ekg.id });
    const other = await world.task('Spirometri', { HE: true });
    const [named, kin] = [await dutyOf(kari.id, ekg.id), await dutyOf(kari.id, copy.id)];
    await dutyOf(kari.id, other.id);
    const [authorisation] = (await world.manager.read(`people/${kari.id}`)).authorisations;
    const asked = { kind: 'suspension', validFrom: day(1), validTo: day(9), taskIds: [ekg.id] };
    const query = `kind=suspension&validFrom=${day(1)}&validTo=${day(9)}&taskIds=${ekg.id}`;
    const impactOf = `authorisations/${authorisation.id}/impact?${query}`;
    const impact = await world.manager.read(impactOf);
    expect(await world.manager.read(`${impactOf},%20${ekg.id.toUpperCase()}`)).toEqual(impact);
    const { status, body } = await world.manager.get(`${impactOf},${'-'.repeat(36)}`);
    expect([status, body.errors[0]]).toMatchObject([400, { pointer: '/taskIds', code: 'not-an-id' }]);
    const { lapsed } = await world.manager.make(`authorisations/${authorisation.id}/reactions`, {
      ...asked,
      note: 'Vedtak',
    });
    expect(lapsed).toEqual(impact);
    expect(ids(lapsed.duties).sort()).toEqual([named.id, kin.id].sort());
    expect((await world.manager.read(`duties?personId=${kari.id}&at=${day(20)}`)).items).toHaveLength(1);
  });

  it('a ban ends clinical duties of those who need no authorisation, too', async () => {
    const elev = await world.colleague('Elev', 'X-HEL');
    const clinical = await world.task('Måle blodtrykk', { 'X-HEL': false });
    const front = await world.task('Ta telefonen', { 'X-HEL': false }, { area: 'resepsjon' });
    const stopped = await dutyOf(elev.id, clinical.id);
    await dutyOf(elev.id, front.id);
    const impact = await world.manager.read(`people/${elev.id}/bans/impact?validFrom=${day(0)}`);
    const { lapsed } = await world.manager.make(`people/${elev.id}/bans`, {
      validFrom: day(0),
      note: 'Vedtak',
    });
    expect(ids(lapsed.duties)).toEqual([stopped.id]);
    expect(impact).toEqual(lapsed);
  });

  it('a task that becomes health care leaves the hands of somebody who is banned from giving it', async () => {
    const elev = await world.colleague('Elev', 'X-HEL');
    const task = await world.task('Veie og måle', { 'X-HEL': false }, { area: 'resepsjon' });
    const duty = await dutyOf(elev.id, task.id);
    await world.manager.make(`people/${elev.id}/bans`, { validFrom: day(0), note: 'Vedtak' });
    expect((await periodOf(elev.id)).validTo).toBeNull();
    const { body } = await world.manager.patch(`tasks/${task.id}`, { area: 'skiftestue' }, '*');
    expect(ids(body.lapsed.duties)).toEqual([duty.id]);
  });
});

describe('what the clinic knew', () => {
  it('is never later than when it was written down', async () => {
    const lege = await world.colleague('Lege', 'LE');
    const [authorisation] = (await world.manager.read(`people/${lege.id}`)).authorisations;
    const reaction = { kind: 'suspension', validFrom: day(0), knownFrom: day(30), note: 'Vedtak' };
    const ban = { validFrom: day(0), knownFrom: day(30), note: 'Vedtak' };
    const approval = {
      profession: 'SP',
      approvalType: '1',
      validFrom: day(0),
      evidence: { source: 'HPR', checkedAt: day(30) },
    };
    const answers = [
      await world.manager.post(`authorisations/${authorisation.id}/reactions`, reaction),
      await world.manager.post(`people/${lege.id}/bans`, ban),
      await world.manager.post(`people/${lege.id}/authorisations`, approval),
    ];
    expect(answers.map(({ status, body }) => [status, body.errors?.[0]?.pointer])).toEqual([
      [400, '/knownFrom'],
      [400, '/knownFrom'],
      [400, '/evidence/checkedAt'],
    ]);
  });
});

describe('getting in', () => {
  const password = 'et-godt-passord';

  it('a new invitation closes the older one to the same address', async () => {
    const email = `to-${unique()}@example.no`;
    const older = await world.manager.make('invitations', { email, roles: ['administrator'] });
    const newer = await world.manager.make('invitations', { email, roles: ['staff'] });
    const accept = ({ link }: Json) =>
      new Client(testApp).post('invitations/accept', { token: link.split('#')[1], name: 'Kari', password });
    expect((await accept(older)).body.code).toBe('invitation-not-open');
    const joined = await accept(newer);
    expect(joined.status).toBe(201);
    const [member] = (await world.manager.read('members')).items.filter(
      ({ user }: Json) => user.email === email,
    );
    expect((await world.manager.delete(`members/${member.id}`, 1)).status).toBe(204);
    expect((await accept(older)).body.code).toBe('invitation-not-open');
  });

  it('many guesses at once are no more than ten', async () => {
    const email = `gjett-${unique()}@example.no`;
    const manager = { name: 'Lise', email, password };
    const anyone = new Client(testApp);
    await anyone.make('clinics', { name: 'Kontoret', kind: 'legekontor', manager });
    const guesses = Array.from({ length: 40 }, (_, i) => (i === 39 ? password : `feil-passord-${i}`));
    const answers = await Promise.all(
      guesses.map((guess) => anyone.post('session', { email, password: guess })),
    );
    expect(answers[39]?.status).toBe(429);
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThan(20);
  });

  it('over https, a page that came over http is a stranger', async () => {
    const publicUrl = 'https://fullmakt.example.no';
    const config = parseConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: publicUrl });
    const https = await startAlone({ Config: config });
    try {
      const email = `leder-${unique()}@example.no`;
      const anyone = new Client(https);
      await anyone.make('clinics', {
        name: 'Kontoret',
        kind: 'legekontor',
        manager: { name: 'Lise', email, password },
      });
      const answer = await anyone.post('session', { email, password });
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/^__Host-fullmakt=/);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/Secure/);
      expect(cookie).toMatch(/SameSite=Lax/);
      const from = (headers: Record<string, string>) =>
        anyone.with({ Cookie: cookie.split(';')[0] ?? '', ...headers }).post('people', { name: 'Per' });
      const host = 'fullmakt.example.no';
      const statuses = [
        await from({ Origin: publicUrl }),
        await from({ Origin: `http://${host}`, Host: host }),
        await from({ Origin: 'null', Host: 'null' }),
        await from({ Origin: 'https://ond.example', 'X-Forwarded-Host': 'ond.example' }),
        await from({}),
      ].map(({ status }) => status);
      expect(statuses).toEqual([201, 403, 403, 403, 403]);
    } finally {
      await https.close();
    }
  });
});

describe('many acts at once', () => {
  it('of one clinic do not keep another waiting', async () => {
    const other = await World.create(testApp);
    const sql = await Attacker.as(testApp.urls.app, other.clinicId);
    await sql.db.query('begin');
    await sql.db.query(`select set_config('app.clinic_id', $1, true), take_turn()`, [other.clinicId]);
    const held = Array.from({ length: 40 }, (_, i) =>
      other.manager.post('people', { name: `Per ${i}` }).then(({ status }) => status),
    );
    // All forty have been let in by the guard when a later request of the same clinic has been answered.
    expect((await other.manager.get('people')).status).toBe(200);
    expect((await world.manager.post('people', { name: 'Kari' })).status).toBe(201);
    await sql.db.query('rollback');
    expect(new Set(await Promise.all(held))).toEqual(new Set([201]));
    await sql.close();
  });
});
