import { PasswordCost } from '../../src/session/password.js';
import { startAlone, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { LaterClock } from '../support/clock.js';
import { unique } from '../support/world.js';

const password = 'et-godt-passord';
const clock = new LaterClock();
let testApp: TestApp;
let anyone: Client;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock, PasswordCost: new PasswordCost() });
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
      auditorUntil: null,
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
