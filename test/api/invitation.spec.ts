import { startAlone, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { dayLong, LaterClock } from '../support/clock.js';
import { unique, World } from '../support/world.js';

const password = 'et-godt-passord';
const nobody = '0197a000-0000-7000-8000-000000000000';
const clock = new LaterClock();
let testApp: TestApp;
let anyone: Client;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
  anyone = new Client(testApp);
});
afterAll(() => testApp.close());

const address = () => `m-${unique()}@example.no`;
const tokenIn = ({ link }: Json): string => link.split('#')[1];

const accept = (invitation: Json, more: object = {}) =>
  anyone.post('invitations/accept', { token: tokenIn(invitation), name: 'Mona Medlem', password, ...more });

const memberNamed = async ({ manager }: World, name: string): Promise<Json> =>
  (await manager.read('members')).items.find(({ user }: Json) => user.name === name);

describe('an invitation', () => {
  it('is a link to our own address, open for a week, whose secret is nowhere else', async () => {
    const world = await World.create(testApp);
    const person = await world.person('Mona Medlem');
    const email = address();
    const invitation = await world.manager.make('invitations', {
      email,
      personId: person.id,
      roles: ['staff', 'manager'],
    });
    expect(invitation).toMatchObject({ email, personId: person.id, roles: ['manager', 'staff'] });
    expect(invitation.link).toMatch(/^http:\/\/localhost:3000\/invitation#[\w-]{43}$/);
    const ahead = Date.parse(invitation.expiresAt) - Date.now();
    expect(ahead).toBeGreaterThan(6.9 * dayLong);
    expect(ahead).toBeLessThanOrEqual(7 * dayLong);
    await accept(invitation);
    const log = (await world.manager.get('log?limit=200')).text;
    expect(log).toContain('member.invited');
    expect(log).not.toContain(tokenIn(invitation));
  });

  it('makes an account and a member of whoever accepts it, and the log says so', async () => {
    const world = await World.create(testApp);
    const person = await world.person('Mona Medlem');
    const email = address();
    const invitation = await world.manager.make('invitations', {
      email,
      personId: person.id,
      roles: ['staff'],
    });
    const { status, body } = await accept(invitation, { name: 'Mona M. Medlem' });
    expect(status).toBe(201);
    expect(body).toEqual({
      user: { id: body.user.id, email, name: 'Mona M. Medlem' },
      clinic: { id: world.clinicId, name: 'Prøvekontoret' },
      person: { id: person.id, name: 'Mona Medlem' },
      roles: ['staff'],
    });
    const user = await anyone.signIn(email, password);
    expect(await user.read('session')).toMatchObject({ ...body, clinics: [{ id: world.clinicId }] });
    const { items } = await world.manager.read(`log?personId=${person.id}&type=member.joined`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actor: { id: person.id, name: 'Mona Medlem' },
      payload: { account: body.user.id, personId: person.id, roles: ['staff'], invitationId: invitation.id },
    });
  });

  it('works once; used, expired and unknown are told alike', async () => {
    const world = await World.create(testApp);
    const [used, expired] = [
      await world.manager.make('invitations', { email: address(), roles: ['auditor'] }),
      await world.manager.make('invitations', { email: address(), roles: ['auditor'] }),
    ];
    expect((await accept(used)).status).toBe(201);
    const answers = [
      await accept(used),
      await clock.later(7 * dayLong + 1000, async () => accept(expired)),
      await accept({ link: `#${'x'.repeat(43)}` }),
    ];
    for (const { status, body } of answers) {
      expect([status, body.code]).toEqual([409, 'invitation-not-open']);
      expect(body).toEqual(answers[0]?.body);
    }
    expect((await accept(expired)).status).toBe(201);
  });

  it('accepted many times at once makes one member', async () => {
    const world = await World.create(testApp);
    const invitation = await world.manager.make('invitations', { email: address(), roles: ['auditor'] });
    const answers = await Promise.all(Array.from({ length: 6 }, async () => accept(invitation)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['invitation-not-open']));
    expect((await world.manager.read('members')).items).toHaveLength(2);
    expect((await world.manager.read('log?type=member.joined')).items).toHaveLength(2);
  });

  it('to an address that has an account asks for that account’s password and makes no second', async () => {
    const [here, there] = [await World.create(testApp), await World.create(testApp)];
    const email = address();
    const first = await accept(await here.manager.make('invitations', { email, roles: ['staff'] }));
    const second = await there.manager.make('invitations', { email, roles: ['auditor'] });
    const wrong = await accept(second, { password: 'et-annet-passord' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-failed']);
    expect((await there.manager.read('members')).items).toHaveLength(1);
    const right = await accept(second, { name: 'Et annet navn' });
    expect(right.status).toBe(201);
    expect(right.body.user).toEqual(first.body.user);
    const user = await anyone.signIn(email, password);
    expect((await user.read('session')).clinics).toHaveLength(2);
  });

  it('is no way around the pause after ten wrong passwords', async () => {
    const [here, there] = [await World.create(testApp), await World.create(testApp)];
    const email = address();
    await accept(await here.manager.make('invitations', { email, roles: ['staff'] }));
    const invitation = await there.manager.make('invitations', { email, roles: ['staff'] });
    for (let i = 0; i < 10; i++)
      expect((await accept(invitation, { password: `feil-passord-${i}` })).status).toBe(401);
    const paused = await accept(invitation);
    expect(paused.status).toBe(429);
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is refused for who is a member, and one sent before cannot make them one twice', async () => {
    const world = await World.create(testApp);
    const email = address();
    const [one, other] = [
      await world.manager.make('invitations', { email, roles: ['administrator'] }),
      await world.manager.make('invitations', { email, roles: ['staff'] }),
    ];
    const superseded = await accept(one);
    expect([superseded.status, superseded.body.code]).toEqual([409, 'invitation-not-open']);
    expect((await accept(other)).status).toBe(201);
    const again = await world.manager.post('invitations', { email, roles: ['staff'] });
    expect([again.status, again.body.code]).toEqual([409, 'member-exists']);
    const twice = await accept(other);
    expect([twice.status, twice.body.code]).toEqual([409, 'invitation-not-open']);
    expect((await memberNamed(world, 'Mona Medlem')).roles).toEqual(['staff']);
  });

  it('says the same 404 for an unknown person and for another clinic’s', async () => {
    const [here, there] = [await World.create(testApp), await World.create(testApp)];
    const invite = (personId: string) =>
      here.manager.post('invitations', { email: address(), personId, roles: ['staff'] });
    const [foreign, unknown] = [await invite(there.managerId), await invite(nobody)];
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found']);
    expect(unknown.body).toEqual(foreign.body);
  });

  it.each([
    ['no role', { roles: [] }, '/roles'],
    ['a role that is none', { roles: ['eier'] }, '/roles'],
    ['no address', { email: 'mona' }, '/email'],
  ])('is not made with %s', async (_, wrong, pointer) => {
    const { manager } = await World.create(testApp);
    const { status, body } = await manager.post('invitations', {
      email: address(),
      roles: ['staff'],
      ...wrong,
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });

  it('takes no password under twelve characters', async () => {
    const { manager } = await World.create(testApp);
    const invitation = await manager.make('invitations', { email: address(), roles: ['staff'] });
    const { status, body } = await accept(invitation, { password: 'elleve-tegn' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/password', code: 'too-short' }]);
  });

  it('and members are the administrator’s business alone', async () => {
    const world = await World.create(testApp);
    for (const role of ['manager', 'staff', 'auditor']) {
      const client = await world.login('Nina', undefined, [role]);
      expect((await client.post('invitations', { email: address(), roles: ['administrator'] })).status).toBe(
        403,
      );
      expect((await client.get('members')).status).toBe(403);
    }
  });

  it('is listed while it can be accepted, without its secret', async () => {
    const { manager } = await World.create(testApp);
    const [first, second] = [address(), address()];
    const taken = await manager.make('invitations', { email: first, roles: ['staff'] });
    const { link, ...open } = await manager.make('invitations', { email: second, roles: ['auditor'] });
    await accept(taken);
    const listed = await manager.read('invitations');
    expect(listed.items).toEqual([open]);
    expect(JSON.stringify(listed)).not.toContain(tokenIn({ link }));
  });

  it('that is withdrawn lets nobody in, once, and the log says so', async () => {
    const { manager } = await World.create(testApp);
    const invitation = await manager.make('invitations', { email: address(), roles: ['staff'] });
    const path = `invitations/${invitation.id}/withdrawal`;
    expect((await manager.make(path)).id).toBe(invitation.id);
    expect((await accept(invitation)).body.code).toBe('invitation-not-open');
    expect((await manager.post(path)).body.code).toBe('invitation-not-open');
    expect((await manager.read('invitations')).items).toEqual([]);
    const { items } = await manager.read('log?type=member.invitation-withdrawn');
    expect(items).toMatchObject([{ payload: { id: invitation.id } }]);
  });
});
