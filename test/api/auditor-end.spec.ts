import { createHash } from 'node:crypto';
import pg from 'pg';
import { startAlone, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { hour, LaterClock } from '../support/clock.js';
import { unique, World } from '../support/world.js';

const password = 'et-godt-passord';
const clock = new LaterClock();
let testApp: TestApp;
let anyone: Client;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
  anyone = new Client(testApp);
});
afterAll(() => testApp.close());

const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

interface Auditor {
  readonly email: string;
  readonly client: Client;
  readonly member: Json;
}

async function auditorAt(world: World, roles: string[], auditorUntil: string | null): Promise<Auditor> {
  const email = `tilsyn-${unique()}@example.no`;
  const { link } = await world.manager.make('invitations', { email, roles, auditorUntil });
  await anyone.make('invitations/accept', { token: link.split('#')[1], name: 'Tor Tilsyn', password });
  const { items } = await world.manager.read('members?limit=200');
  const member = items.find(({ user }: Json) => user.email === email);
  return { email, client: await anyone.signIn(email, password), member };
}

describe('an auditor whose access has an end', () => {
  it('is told when, as are those who look after members', async () => {
    const world = await World.create(testApp);
    const until = inHours(2);
    const { client, member } = await auditorAt(world, ['auditor'], until);
    expect(await client.read('session')).toMatchObject({ roles: ['auditor'], auditorUntil: until });
    expect(member).toMatchObject({ roles: ['auditor'], auditorUntil: until });
    const lasting = await auditorAt(world, ['auditor'], null);
    expect(await lasting.client.read('session')).toMatchObject({ roles: ['auditor'], auditorUntil: null });
    const { items } = await world.manager.read('log?type=member.joined&order=desc');
    expect(items.map(({ payload }: Json) => payload.auditorUntil)).toEqual([null, until, undefined]);
  });

  it('reads until then, and from then on is answered as somebody who was removed', async () => {
    const world = await World.create(testApp);
    const [ended, removed] = [
      await auditorAt(world, ['auditor'], inHours(2)),
      await auditorAt(world, ['auditor'], null),
    ];
    await world.manager.delete(`members/${removed.member.id}`, 1);
    const before = await clock.later(1.9 * hour, async () => ended.client.get('log'));
    expect(before.status).toBe(200);
    const paths = ['log', 'log/0', 'people', 'session', `members/${removed.member.id}`];
    const answersTo = async ({ client }: Auditor) =>
      clock.later(2.1 * hour, async () => {
        const answers = [];
        for (const path of paths) answers.push(await client.get(path));
        answers.push(await client.put('session/clinic', { clinicId: world.clinicId }));
        return answers.map(({ status, body: { user: _user, ...body } }) => ({ status, body }));
      });
    const told = await answersTo(ended);
    expect(told).toEqual(await answersTo(removed));
    expect(told.map(({ status }) => status)).toEqual([403, 403, 403, 200, 403, 404]);
    expect(told[3]?.body).toMatchObject({ clinic: null, roles: [], clinics: [], auditorUntil: null });
  });

  it('ends at that very moment, not after it', async () => {
    const world = await World.create(testApp);
    const { client, member } = await auditorAt(world, ['auditor'], inHours(5));
    const db = new pg.Client(testApp.urls.app);
    await db.connect();
    try {
      const { Cookie = '' } = client.headers;
      const hash = createHash('sha256')
        .update(Cookie.split('=')[1] ?? '')
        .digest('hex');
      const rolesAt = async (moment: string) =>
        (await db.query('select roles, clinic_id from session_of($1, $2)', [hash, moment])).rows;
      const just = new Date(Date.parse(member.auditorUntil) - 1).toISOString();
      expect(await rolesAt(just)).toEqual([{ roles: ['auditor'], clinic_id: world.clinicId }]);
      expect(await rolesAt(member.auditorUntil)).toEqual([{ roles: null, clinic_id: null }]);
    } finally {
      await db.end();
    }
  });

  it('keeps the other roles', async () => {
    const world = await World.create(testApp);
    const { client, member } = await auditorAt(world, ['staff', 'auditor'], inHours(2));
    await clock.later(3 * hour, async () => {
      expect(await client.read('session')).toMatchObject({ roles: ['staff'], auditorUntil: null });
      expect((await client.get('session')).body.clinics).toMatchObject([{ roles: ['staff'] }]);
      expect((await client.get('log')).status).toBe(403);
      expect((await client.get('tasks')).status).toBe(200);
      const seen = await world.manager.read(`members/${member.id}`);
      expect(seen).toMatchObject({ roles: ['staff'], auditorUntil: member.auditorUntil });
    });
  });

  it('signs in to the clinic where something is left', async () => {
    const [first, second] = [await World.create(testApp), await World.create(testApp)];
    const { email } = await auditorAt(first, ['auditor'], inHours(2));
    const { link } = await second.manager.make('invitations', { email, roles: ['staff'] });
    await anyone.make('invitations/accept', { token: link.split('#')[1], name: 'Tor', password });
    expect((await (await anyone.signIn(email, password)).read('session')).clinic.id).toBe(first.clinicId);
    await clock.later(3 * hour, async () => {
      const session = await (await anyone.signIn(email, password)).read('session');
      expect(session).toMatchObject({ clinic: { id: second.clinicId }, roles: ['staff'] });
      expect(session.clinics).toHaveLength(1);
    });
  });
});

describe('the end of an auditor’s access', () => {
  const change = async (world: World, { member }: Auditor, body: object): Promise<Json> => {
    const { status, body: view } = await world.manager.patch(`members/${member.id}`, body, '*');
    return status === 200 ? view : [status, view.errors?.[0]];
  };

  it('can be moved, taken away and set, and the log says so', async () => {
    const world = await World.create(testApp);
    const auditor = await auditorAt(world, ['auditor'], inHours(2));
    const later = inHours(9);
    expect(await change(world, auditor, { roles: ['auditor'], auditorUntil: later })).toMatchObject({
      auditorUntil: later,
    });
    expect(await change(world, auditor, { roles: ['auditor', 'staff'] })).toMatchObject({
      roles: ['staff', 'auditor'],
      auditorUntil: later,
    });
    expect(await change(world, auditor, { roles: ['auditor'], auditorUntil: null })).toMatchObject({
      auditorUntil: null,
    });
    const { items } = await world.manager.read('log?type=member.roles-changed');
    expect(items.map(({ payload }: Json) => payload.auditorUntil)).toEqual([later, later, null]);
  });

  it('goes with the role, and an end that has passed does not come back with it', async () => {
    const world = await World.create(testApp);
    const auditor = await auditorAt(world, ['auditor'], inHours(2));
    expect(await change(world, auditor, { roles: ['staff'] })).toMatchObject({ auditorUntil: null });
    const lapsed = await auditorAt(world, ['auditor'], inHours(2));
    await clock.later(3 * hour, async () => {
      expect(await change(world, lapsed, { roles: ['staff'] })).toMatchObject({
        roles: ['staff'],
        auditorUntil: null,
      });
    });
    const again = await auditorAt(world, ['auditor', 'staff'], inHours(2));
    await clock.later(3 * hour, async () => {
      const given = await change(world, again, { roles: ['auditor'] });
      expect(given).toMatchObject({ roles: ['auditor'], auditorUntil: null });
      expect((await again.client.get('log')).status).toBe(200);
    });
  });

  it.each([
    ['in the past', ['auditor'], () => inHours(-1), 'too-small'],
    ['for somebody who is none', ['staff'], () => inHours(5), 'not-an-auditor'],
    ['that is no time', ['auditor'], () => 'i morgen', 'not-an-instant'],
  ])('cannot be %s', async (_, roles, until, code) => {
    const world = await World.create(testApp);
    const auditor = await auditorAt(world, ['auditor'], null);
    const fault = { pointer: '/auditorUntil', code };
    expect(await change(world, auditor, { roles, auditorUntil: until() })).toMatchObject([400, fault]);
    const invited = await world.manager.post('invitations', {
      email: `tilsyn-${unique()}@example.no`,
      roles,
      auditorUntil: until(),
    });
    expect([invited.status, invited.body.errors[0]]).toMatchObject([400, fault]);
  });

  it('that comes before the invitation is accepted leaves the rest of it, or nothing', async () => {
    const world = await World.create(testApp);
    const invited = async (roles: string[]): Promise<string> => {
      const { link } = await world.manager.make('invitations', {
        email: `tilsyn-${unique()}@example.no`,
        roles,
        auditorUntil: inHours(2),
      });
      return link.split('#')[1];
    };
    const [alone, both] = [await invited(['auditor']), await invited(['staff', 'auditor'])];
    await clock.later(3 * hour, async () => {
      const accept = (token: string) =>
        anyone.post('invitations/accept', { token, name: 'Tor Tilsyn', password });
      const closed = await accept(alone);
      expect([closed.status, closed.body.code]).toEqual([409, 'invitation-not-open']);
      expect((await accept(both)).body).toMatchObject({ roles: ['staff'] });
    });
  });

  it('cannot be given by SQL to somebody who is no auditor', async () => {
    const world = await World.create(testApp);
    const db = new pg.Client(testApp.urls.app);
    await db.connect();
    try {
      await db.query('begin');
      await db.query(`select set_config('app.clinic_id', $1, true)`, [world.clinicId]);
      await expect(db.query('update membership set auditor_until = now()')).rejects.toMatchObject({
        constraint: 'auditor_until_of_auditor',
      });
    } finally {
      await db.end();
    }
  });
});
