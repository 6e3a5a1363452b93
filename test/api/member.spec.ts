import { startApp, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { unique, World } from '../support/world.js';

const password = 'et-godt-passord';
const nobody = '0197a000-0000-7000-8000-000000000000';
let testApp: TestApp;
let anyone: Client;

beforeAll(async () => {
  testApp = await startApp();
  anyone = new Client(testApp);
});
afterAll(() => testApp.close());

const address = () => `m-${unique()}@example.no`;
const tokenIn = ({ link }: Json): string => link.split('#')[1];

const accept = (invitation: Json, more: object = {}) =>
  anyone.post('invitations/accept', { token: tokenIn(invitation), name: 'Mona Medlem', password, ...more });

const memberNamed = async ({ manager }: World, name: string): Promise<Json> =>
  (await manager.read('members')).items.find(({ user }: Json) => user.name === name);

describe('members', () => {
  async function withMembers(...names: string[]): Promise<World> {
    const world = await World.create(testApp);
    for (const name of names) await world.login(name, undefined, ['staff']);
    return world;
  }

  it('are listed page by page, each once', async () => {
    const { manager } = await withMembers('Anne', 'Berit', 'Cato', 'Dina');
    const names: string[] = [];
    let path = 'members?limit=2';
    for (let pages = 1; ; pages++) {
      const { items, nextCursor } = await manager.read(path);
      names.push(...items.map(({ user }: Json) => user.name));
      if (nextCursor === null) {
        expect(pages).toBe(3);
        break;
      }
      path = `members?limit=2&cursor=${nextCursor}`;
    }
    expect(names).toEqual(['Lise Leder', 'Anne', 'Berit', 'Cato', 'Dina']);
  });

  it('change roles with If-Match only, and the log tells before and after', async () => {
    const world = await withMembers('Anne');
    const { id } = await memberNamed(world, 'Anne');
    const read = await world.manager.get(`members/${id}`);
    expect(read.headers.etag).toBe('"1"');
    const without = await world.manager.call('patch', `members/${id}`).send({ roles: ['manager'] });
    expect([without.status, without.body.code]).toEqual([428, 'precondition-required']);
    const { status, body, headers } = await world.manager.patch(
      `members/${id}`,
      { roles: ['auditor', 'manager'] },
      1,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, roles: ['manager', 'auditor'], version: 2 });
    expect(headers.etag).toBe('"2"');
    expect((await world.manager.patch(`members/${id}`, { roles: ['staff'] }, 1)).status).toBe(412);
    expect((await world.manager.delete(`members/${id}`, 1)).status).toBe(412);
    const { items } = await world.manager.read('log?type=member.roles-changed');
    expect(items).toMatchObject([{ payload: { id, before: ['staff'], after: ['manager', 'auditor'] } }]);
    expect(items[0].subjects).toContain(id);
  });

  it('two changes at once on the same version are one', async () => {
    const world = await withMembers('Anne');
    const { id } = await memberNamed(world, 'Anne');
    const answers = await Promise.all(
      ['manager', 'auditor', 'staff'].map(async (role) =>
        world.manager.patch(`members/${id}`, { roles: [role] }, 1),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('who is removed stays in the log, without a name there', async () => {
    const world = await withMembers('Anne');
    const { id, user } = await memberNamed(world, 'Anne');
    expect((await world.manager.delete(`members/${id}`, 1)).status).toBe(204);
    expect((await world.manager.get(`members/${id}`)).status).toBe(404);
    const { items } = await world.manager.read('log?type=member.removed');
    expect(items).toMatchObject([{ payload: { id, account: user.id, personId: null, roles: ['staff'] } }]);
    const joined = (await world.manager.read('log?type=member.joined')).items.at(-1);
    expect(joined.actor).toEqual({ id: user.id, name: null });
  });

  it('who was removed can be invited again, with the same account', async () => {
    const world = await World.create(testApp);
    const email = address();
    const joined = await accept(await world.manager.make('invitations', { email, roles: ['staff'] }));
    const { id } = await memberNamed(world, 'Mona Medlem');
    await world.manager.delete(`members/${id}`, 1);
    const again = await accept(await world.manager.make('invitations', { email, roles: ['auditor'] }));
    expect(again.body.user).toEqual(joined.body.user);
  });

  it('of another clinic are as unknown as those that are not', async () => {
    const [here, there] = [await World.create(testApp), await withMembers('Anne')];
    const { id } = await memberNamed(there, 'Anne');
    const answersFor = async (member: string) => [
      await here.manager.get(`members/${member}`),
      await here.manager.patch(`members/${member}`, { roles: ['staff'] }, 1),
      await here.manager.delete(`members/${member}`, 1),
    ];
    const [foreign, unknown] = [await answersFor(id), await answersFor(nobody)];
    const told = (answers: typeof foreign) =>
      answers.map(({ status, body: { instance, ...body } }) => ({ status, body }));
    expect(told(foreign)).toEqual(told(unknown));
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await there.manager.read(`members/${id}`)).roles).toEqual(['staff']);
  });
});

describe('the last administrator', () => {
  it('can neither be removed nor lose the role', async () => {
    const world = await World.create(testApp);
    const { id } = await memberNamed(world, 'Lise Leder');
    const changed = await world.manager.patch(`members/${id}`, { roles: ['manager'] }, 1);
    const removed = await world.manager.delete(`members/${id}`, 1);
    for (const { status, body } of [changed, removed])
      expect([status, body.code]).toEqual([409, 'last-administrator']);
    expect((await world.manager.patch(`members/${id}`, { roles: ['administrator'] }, 1)).status).toBe(200);
  });

  it('is not who has another beside', async () => {
    const world = await World.create(testApp);
    await world.login('Anne', undefined, ['administrator']);
    const { id } = await memberNamed(world, 'Lise Leder');
    expect((await world.manager.delete(`members/${id}`, 1)).status).toBe(204);
  });

  it('remains when two take the role from each other at once', async () => {
    const world = await World.create(testApp);
    const anne = await world.login('Anne', undefined, ['administrator']);
    const [first, second] = [await memberNamed(world, 'Lise Leder'), await memberNamed(world, 'Anne')];
    const answers = await Promise.all([
      world.manager.patch(`members/${second.id}`, { roles: ['staff'] }, 1),
      anne.patch(`members/${first.id}`, { roles: ['staff'] }, 1),
    ]);
    // The slower one finds that she is the last, or that the role has been taken from her before she asked.
    const [done, refused] = answers.map(({ status }) => status).sort();
    expect(done).toBe(200);
    expect([403, 409]).toContain(refused);
    const { items } = await (answers[0].status === 200 ? world.manager : anne).read('members');
    expect(items.filter(({ roles }: Json) => roles.includes('administrator'))).toHaveLength(1);
  });
});
