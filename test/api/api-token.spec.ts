import { startAlone, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { dayLong, hour, LaterClock } from '../support/clock.js';
import { World } from '../support/world.js';

const nobody = '0197a000-0000-7000-8000-000000000000';
const clock = new LaterClock();
let testApp: TestApp;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
});
afterAll(() => testApp.close());

const inAnHour = () => new Date(Date.now() + hour).toISOString();
const bearer = ({ token }: Json) => new Client(testApp).with({ Authorization: `Bearer ${token}` });

const make = ({ manager }: World, more: object = {}): Promise<Json> =>
  manager.make('api-tokens', { name: 'Vaktplan', roles: ['manager'], expiresAt: inAnHour(), ...more });

describe('an API token', () => {
  it('is shown once, and never in a list, a read or the log', async () => {
    const world = await World.create(testApp);
    const expiresAt = inAnHour();
    const made = await make(world, { expiresAt });
    expect(made.token).toMatch(/^fullmakt_[\w-]{43}$/);
    const { token, ...rest } = made;
    expect(rest).toEqual({
      id: made.id,
      name: 'Vaktplan',
      roles: ['manager'],
      createdAt: made.createdAt,
      expiresAt,
      version: 1,
    });
    expect(await world.manager.read(`api-tokens/${made.id}`)).toEqual(rest);
    expect((await world.manager.read('api-tokens')).items).toEqual([rest]);
    expect((await world.manager.get('log')).text).not.toContain(token);
    const { items } = await world.manager.read('log?type=api-token.created');
    expect(items).toMatchObject([{ subjects: [made.id], payload: { name: 'Vaktplan', roles: ['manager'] } }]);
  });

  it('acts in its own name, with its own roles and no more', async () => {
    const world = await World.create(testApp);
    const made = await make(world);
    const { id } = await bearer(made).make('people', { name: 'Ny' });
    expect((await bearer(made).get('members')).status).toBe(403);
    const path = `log?personId=${id}`;
    expect((await world.manager.read(path)).items[0].actor).toEqual({ id: made.id, name: 'Vaktplan' });
    await world.manager.delete(`api-tokens/${made.id}`, 1);
    expect((await world.manager.read(path)).items[0].actor).toEqual({ id: made.id, name: null });
  });

  it('works until it expires', async () => {
    const made = await make(await World.create(testApp));
    const before = await clock.later(0.9 * hour, async () => bearer(made).get('people'));
    const after = await clock.later(hour, async () => bearer(made).get('people'));
    expect([before.status, after.status, after.body.code]).toEqual([200, 401, 'unauthenticated']);
  });

  it('is gone at once when it is deleted', async () => {
    const world = await World.create(testApp);
    const made = await make(world);
    expect((await world.manager.delete(`api-tokens/${made.id}`)).status).toBe(428);
    expect((await world.manager.delete(`api-tokens/${made.id}`, 2)).status).toBe(412);
    expect((await bearer(made).get('people')).status).toBe(200);
    expect((await world.manager.delete(`api-tokens/${made.id}`, 1)).status).toBe(204);
    expect((await bearer(made).get('people')).status).toBe(401);
    expect((await world.manager.delete(`api-tokens/${made.id}`, 1)).status).toBe(404);
    expect((await world.manager.read('log?type=api-token.deleted')).items).toMatchObject([
      { payload: { id: made.id } },
    ]);
  });

  it.each([
    ['in the past', -hour, 'too-small'],
    ['more than a year ahead', 367 * dayLong, 'too-great'],
  ])('cannot expire %s', async (_, ahead, code) => {
    const { manager } = await World.create(testApp);
    const expiresAt = new Date(Date.now() + ahead).toISOString();
    const { status, body } = await manager.post('api-tokens', {
      name: 'Vaktplan',
      roles: ['staff'],
      expiresAt,
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/expiresAt', code }]);
    expect((await manager.read('api-tokens')).items).toEqual([]);
  });

  it('may last a year', async () => {
    const expiresAt = new Date(Date.now() + 364 * dayLong).toISOString();
    expect((await make(await World.create(testApp), { expiresAt })).expiresAt).toBe(expiresAt);
  });

  it('of another clinic is as unknown as one that is not', async () => {
    const [here, there] = [await World.create(testApp), await World.create(testApp)];
    const { id } = await make(there);
    for (const token of [id, nobody]) {
      expect((await here.manager.get(`api-tokens/${token}`)).status).toBe(404);
      expect((await here.manager.delete(`api-tokens/${token}`, 1)).status).toBe(404);
    }
    expect((await here.manager.read('api-tokens')).items).toEqual([]);
    expect((await there.manager.get(`api-tokens/${id}`)).status).toBe(200);
  });

  it('with every role is still no person', async () => {
    const made = await make(await World.create(testApp), { roles: ['manager', 'staff', 'administrator'] });
    const { status, body } = await bearer(made).post('emergencies', {
      taskId: nobody,
      at: '2026-01-01',
      note: 'Hjertestans',
    });
    expect([status, body.code]).toEqual([403, 'no-person']);
  });

  it.each(['fullmakt_', 'x'.repeat(300), `fullmakt_${'a'.repeat(43)}`])('is not «%s»', async (token) => {
    expect((await bearer({ token }).get('people')).status).toBe(401);
  });

  it('is made by administrators only', async () => {
    const world = await World.create(testApp);
    for (const role of ['manager', 'staff', 'auditor']) {
      const client = await world.login('Nina', undefined, [role]);
      expect(
        (await client.post('api-tokens', { name: 'x', roles: ['staff'], expiresAt: inAnHour() })).status,
      ).toBe(403);
      expect((await client.get('api-tokens')).status).toBe(403);
    }
  });
});
