import { Clock } from '../../src/database/clock.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { hour, LaterClock } from '../support/clock.js';
import { unique, World } from '../support/world.js';

const password = 'et-godt-passord';
const clock = new LaterClock();
let testApp: TestApp;
let anyone: Client;

beforeAll(async () => {
  testApp = await startApp((module) => module.overrideProvider(Clock).useValue(clock));
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

describe('signing a clinic up', () => {
  it('makes the clinic, its first manager as a leader, and the account', async () => {
    const email = address();
    const { status, body } = await signUp(email, { organisationNumber: '889640782' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Solsiden legekontor',
      kind: 'legekontor',
      organisationNumber: '889640782',
    });
    const manager = await anyone.signIn(email, password);
    expect(await manager.read('session')).toEqual({
      user: { id: body.user.id, email, name: 'Siv Leder' },
      person: { id: body.personId, name: 'Siv Leder' },
      clinic: { id: body.id, name: 'Solsiden legekontor' },
      roles: ['manager', 'administrator'],
      clinics: [{ id: body.id, name: 'Solsiden legekontor', roles: ['manager', 'administrator'] }],
    });
    const person = await manager.read(`people/${body.personId}`);
    expect(person.engagements).toMatchObject([{ occupation: 'X-LED', kind: 'ansatt', validTo: null }]);
    const log = await manager.read('log');
    expect(log.items[0]).toMatchObject({ seq: 0, type: 'clinic.signed-up' });
  });

  it('is refused where the e-mail address has an account, in whatever case it is written', async () => {
    const email = address();
    await signUp(email);
    const { status, body } = await signUp(email.toUpperCase());
    expect([status, body.code]).toEqual([409, 'account-exists']);
    const manager = await anyone.signIn(email, password);
    expect((await manager.read('session')).clinics).toHaveLength(1);
  });

  it('two at once with one address make one clinic', async () => {
    const email = address();
    const answers = await Promise.all([signUp(email), signUp(email)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const manager = await anyone.signIn(email, password);
    expect((await manager.read('session')).clinics).toHaveLength(1);
  });

  it('takes a password of twelve characters, and none shorter', async () => {
    const short = await signUp(address(), {
      manager: { name: 'Siv', email: address(), password: 'elleve-tegn' },
    });
    expect(short.status).toBe(400);
    expect(short.body.errors).toMatchObject([{ pointer: '/manager/password', code: 'too-short' }]);
    const enough = await signUp(address(), {
      manager: { name: 'Siv', email: address(), password: 'tolv-tegn-nå' },
    });
    expect(enough.status).toBe(201);
  });
});

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const email = address();
    await signUp(email);
    const answer = await anyone.post('session', { email, password });
    expect(answer.status).toBe(201);
    const [cookie] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^fullmakt=[\w-]{43}; /);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(answer.text).not.toContain(cookieOf(cookie).slice('fullmakt='.length));
  });

  it('takes the address in whatever case', async () => {
    const email = address();
    await signUp(email);
    expect((await anyone.post('session', { email: email.toUpperCase(), password })).status).toBe(201);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const email = address();
    await signUp(email);
    const wrong = await anyone.post('session', { email, password: 'et-annet-passord' });
    const unknown = await anyone.post('session', { email: address(), password });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-failed']);
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(unknown.headers['set-cookie']).toBeUndefined();
  });

  it('pauses an address after ten wrong passwords, also for the right one, and says for how long', async () => {
    const [email, other] = [address(), address()];
    await signUp(email);
    await signUp(other);
    for (let i = 0; i < 10; i++) {
      expect((await anyone.post('session', { email, password: `feil-passord-${i}` })).status).toBe(401);
    }
    const paused = await anyone.post('session', { email, password });
    expect([paused.status, paused.body.code]).toEqual([429, 'too-many-requests']);
    const seconds = Number(paused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(900);
    expect((await anyone.post('session', { email: email.toUpperCase(), password })).status).toBe(429);
    expect((await anyone.post('session', { email: other, password })).status).toBe(201);
    const after = await clock.later(seconds * 1000, async () => anyone.post('session', { email, password }));
    expect(after.status).toBe(201);
  });

  it('pauses an unknown address just the same', async () => {
    const email = address();
    for (let i = 0; i < 10; i++) await anyone.post('session', { email, password });
    expect((await anyone.post('session', { email, password })).status).toBe(429);
  });

  it('does not count right passwords', async () => {
    const email = address();
    await signUp(email);
    for (let i = 0; i < 11; i++) expect((await anyone.post('session', { email, password })).status).toBe(201);
  });
});

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
