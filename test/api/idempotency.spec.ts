import type request from 'supertest';
import { startAlone, type TestApp } from '../support/app.js';
import { type Client, type Json } from '../support/client.js';
import { dayLong, hour, LaterClock } from '../support/clock.js';
import { unique, World } from '../support/world.js';

const clock = new LaterClock();
let testApp: TestApp;
let world: World;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
  world = await World.create(testApp);
});
afterAll(() => testApp.close());

const register = (client: Client, key: string, body: object): request.Test =>
  client.post('people', body, { 'Idempotency-Key': key });

const entriesAbout = async (type: string, name: string): Promise<Json[]> => {
  const { items } = await world.manager.read(`log?type=${type}&limit=200&order=desc`);
  return items.filter(({ payload }: Json) => (payload.name ?? payload.command?.name) === name);
};

describe('a POST with an Idempotency-Key', () => {
  it('is answered the same, byte for byte, and done once', async () => {
    const [key, name] = [unique(), unique()];
    const first = await register(world.manager, key, { name });
    const second = await register(world.manager, key, { name });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await entriesAbout('person.registered', name)).toHaveLength(1);
  });

  it('is the same request however its members are ordered', async () => {
    const [key, name] = [unique(), unique()];
    const first = await register(world.manager, key, { name, birthDate: '1980-02-29' });
    const second = await register(world.manager, key, { birthDate: '1980-02-29', name });
    expect([second.status, second.text]).toEqual([201, first.text]);
  });

  it('many at once have one effect and one answer', async () => {
    const [key, name] = [unique(), unique()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => register(world.manager, key, { name })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await entriesAbout('person.registered', name)).toHaveLength(1);
  });

  it('means nothing else: another body or another path is 422', async () => {
    const [key, name] = [unique(), unique()];
    await register(world.manager, key, { name });
    const otherBody = await register(world.manager, key, { name: `${name} Jr.` });
    const otherPath = await world.manager.post(
      `people/${world.managerId}/engagements`,
      { occupation: 'X-MS', kind: 'ansatt', validFrom: '2024-01-01' },
      { 'Idempotency-Key': key },
    );
    for (const { status, body } of [otherBody, otherPath]) {
      expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect(await entriesAbout('person.registered', `${name} Jr.`)).toEqual([]);
  });

  it('remembers a refusal, too, and writes it to the log once', async () => {
    const [key, name, hprNumber] = [unique(), unique(), 8_000_001];
    await world.person('Den første', { hprNumber });
    const first = await register(world.manager, key, { name, hprNumber });
    const second = await register(world.manager, key, { name, hprNumber });
    expect([first.status, first.body.code]).toEqual([409, 'person-exists']);
    expect([second.status, second.text]).toEqual([409, first.text]);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    expect(await entriesAbout('person.refused', name)).toHaveLength(1);
  });

  it('does not remember what was invalid: it can be mended and sent again', async () => {
    const [key, name] = [unique(), unique()];
    expect((await register(world.manager, key, { name, birthDate: 'i går' })).status).toBe(400);
    expect((await register(world.manager, key, { name })).status).toBe(201);
  });

  it('is one’s own: the same key from another is another', async () => {
    const [key, name] = [unique(), unique()];
    const deputy = await world.login('Nina Nestleder', undefined, ['manager']);
    const [mine, theirs] = [
      await register(world.manager, key, { name }),
      await register(deputy, key, { name }),
    ];
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is forgotten after 24 hours', async () => {
    const [key, name] = [unique(), unique()];
    const expiresAt = new Date(Date.now() + 2 * dayLong).toISOString();
    const { token } = await world.manager.make('api-tokens', { name: 'Lønn', roles: ['manager'], expiresAt });
    const lasting = world.manager.with({ Cookie: '', Authorization: `Bearer ${token}` });
    const first = await register(lasting, key, { name });
    const within = await clock.later(23 * hour, async () => register(lasting, key, { name }));
    const after = await clock.later(24 * hour + 1000, async () => register(lasting, key, { name }));
    expect(within.text).toBe(first.text);
    expect(after.status).toBe(201);
    expect(after.body.id).not.toBe(first.body.id);
  });

  it.each([['a b'], ['é'], ['x'.repeat(256)]])('cannot be «%s»', async (key) => {
    const { status, body } = await register(world.manager, key, { name: 'Ny' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ code: 'not-a-key' }]);
  });
});
