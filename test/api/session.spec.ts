import { startAlone, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
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

const address = () => `s-${unique()}@example.no`;

const signUp = (email: string, more: object = {}) =>
  anyone.post('clinics', {
    name: 'Solsiden legekontor',
    kind: 'legekontor',
    manager: { name: 'Siv Leder', email, password },
    ...more,
  });

const cookieOf = (header: unknown): string => String(header).split(';')[0] ?? '';

describe('a session', () => {
  it('is needed for all but what is open to anyone', async () => {
    for (const path of ['session', 'people', 'members', 'log', 'api-tokens']) {
      const { status, body } = await anyone.get(path);
      expect([path, status, body.code]).toEqual([path, 401, 'unauthenticated']);
    }
  });

  it('ends with sign-out, for whoever still holds the cookie', async () => {
    const { manager } = await World.create(testApp);
    const out = await manager.delete('session');
    expect(out.status).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^fullmakt=;/);
    expect((await manager.get('session')).status).toBe(401);
  });

  it('of another sign-in lives on', async () => {
    const email = address();
    await signUp(email);
    const [one, other] = [await anyone.signIn(email, password), await anyone.signIn(email, password)];
    await one.delete('session');
    expect((await other.get('session')).status).toBe(200);
  });

  it('ends after twelve hours, used or not', async () => {
    const { manager } = await World.create(testApp);
    const before = await clock.later(11 * hour, async () => manager.get('session'));
    const after = await clock.later(12 * hour + 1000, async () => manager.get('session'));
    expect([before.status, after.status]).toEqual([200, 401]);
  });

  it.each(['', 'x', `${'a'.repeat(43)}`, "' or true --"])(
    'is not opened by the cookie «%s»',
    async (value) => {
      expect((await anyone.with({ Cookie: `fullmakt=${value}` }).get('session')).status).toBe(401);
    },
  );
});

describe('a user at several clinics', () => {
  async function twoClinics() {
    const email = address();
    const first = (await signUp(email)).body;
    const there = await World.create(testApp);
    const { link } = await there.manager.make('invitations', { email, roles: ['auditor'] });
    await anyone.make('invitations/accept', { token: link.split('#')[1], name: 'Siv Leder', password });
    return { first, there, user: await anyone.signIn(email, password) };
  }

  it('begins in the one joined first and changes with PUT; roles, person and data follow', async () => {
    const { first, there, user } = await twoClinics();
    const before = await user.read('session');
    expect(before.clinic.id).toBe(first.id);
    expect(before.clinics.map(({ id }: { id: string }) => id).sort()).toEqual(
      [first.id, there.clinicId].sort(),
    );
    const { status, body } = await user.put('session/clinic', { clinicId: there.clinicId });
    expect(status).toBe(200);
    expect(body).toMatchObject({ clinic: { id: there.clinicId }, roles: ['auditor'], person: null });
    expect(await user.read('session')).toEqual(body);
    expect((await user.get(`people/${there.managerId}`)).status).toBe(200);
    expect((await user.get(`people/${first.personId}`)).status).toBe(404);
    expect((await user.post('people', { name: 'Ny' })).status).toBe(403);
    await user.put('session/clinic', { clinicId: first.id });
    expect((await user.post('people', { name: 'Ny' })).status).toBe(201);
  });

  it('cannot choose a clinic they do not belong to, and is not told whether it exists', async () => {
    const { user } = await twoClinics();
    const elsewhere = await World.create(testApp);
    const foreign = await user.put('session/clinic', { clinicId: elsewhere.clinicId });
    const unknown = await user.put('session/clinic', { clinicId: '0197a000-0000-7000-8000-000000000000' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found']);
    expect(unknown.body).toEqual(foreign.body);
  });

  it('an API token stays where it was made', async () => {
    const { manager, clinicId } = await World.create(testApp);
    const expiresAt = new Date(Date.now() + hour).toISOString();
    const { token } = await manager.make('api-tokens', { name: 'Vaktplan', roles: ['staff'], expiresAt });
    const bearer = anyone.with({ Authorization: `Bearer ${token}` });
    expect((await bearer.put('session/clinic', { clinicId })).status).toBe(403);
    expect(await bearer.read('session')).toMatchObject({ user: null, clinic: { id: clinicId }, clinics: [] });
  });
});

describe('changes by cookie come from our own pages only', () => {
  async function cookieAlone(): Promise<Client> {
    const email = address();
    await signUp(email);
    const { headers } = await anyone.post('session', { email, password });
    return anyone.with({ Cookie: cookieOf(headers['set-cookie']) });
  }

  it.each([
    ['no Origin', undefined],
    ['a foreign Origin', 'https://ond.example'],
    ['an Origin that only begins like ours', 'http://localhost:3000.ond.example'],
    ['an Origin on another port', 'http://localhost:3001'],
    ['the opaque Origin', 'null'],
  ])('%s is refused', async (_, origin) => {
    const user = await cookieAlone();
    const called = origin === undefined ? user : user.with({ Origin: origin });
    for (const attempt of [
      () => called.post('people', { name: 'Ny' }),
      () => called.put('session/clinic', { clinicId: '0197a000-0000-7000-8000-000000000000' }),
      () => called.patch('people/0197a000-0000-7000-8000-000000000000', { name: 'Ny' }, 1),
      () => called.delete('session'),
    ]) {
      const { status, body } = await attempt();
      expect([status, body.code]).toEqual([403, 'cross-origin']);
    }
    expect((await called.get('session')).status).toBe(200);
  });

  it('our own Origin is let through', async () => {
    const user = await cookieAlone();
    expect((await user.with({ Origin: 'http://localhost:3000' }).post('people', { name: 'Ny' })).status).toBe(
      201,
    );
  });

  it('a bearer token does not travel by itself and needs no Origin', async () => {
    const { manager } = await World.create(testApp);
    const expiresAt = new Date(Date.now() + hour).toISOString();
    const { token } = await manager.make('api-tokens', { name: 'Lønn', roles: ['manager'], expiresAt });
    const bearer = anyone.with({ Authorization: `Bearer ${token}` });
    expect((await bearer.post('people', { name: 'Ny' })).status).toBe(201);
    expect((await bearer.with({ Origin: 'https://ond.example' }).post('people', { name: 'Ny' })).status).toBe(
      201,
    );
  });
});

describe('roles are asked for at every request', () => {
  async function deputy() {
    const world = await World.create(testApp);
    const client = await world.login('Nina Nestleder', undefined, ['manager']);
    const { items } = await world.manager.read('members');
    const member = items.find(({ user }: { user: { name: string } }) => user.name === 'Nina Nestleder');
    return { world, client, member };
  }

  it('a role that is taken away is gone at once', async () => {
    const { world, client, member } = await deputy();
    expect((await client.post('people', { name: 'Ny' })).status).toBe(201);
    await world.manager.patch(`members/${member.id}`, { roles: ['staff'] }, member.version);
    const { status, body } = await client.post('people', { name: 'Ny' });
    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect((await client.read('session')).roles).toEqual(['staff']);
  });

  it('who is removed is out at once, and belongs nowhere', async () => {
    const { world, client, member } = await deputy();
    expect((await world.manager.delete(`members/${member.id}`, member.version)).status).toBe(204);
    expect((await client.get('people')).status).toBe(403);
    expect(await client.read('session')).toMatchObject({
      clinic: null,
      person: null,
      roles: [],
      clinics: [],
    });
  });
});
