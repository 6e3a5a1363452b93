import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { World } from '../support/world.js';

const nobody = '0197a000-0000-7000-8000-000000000000';
let testApp: TestApp;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();
const note = 'Pasient med hjertestans på venterommet; startet HLR og ga sjokk.';

/** A helper with no right whatever to the task, and no delegation of it. */
async function atTheClinic() {
  const world = await World.create(testApp);
  const task = await world.task('Hjertestarter', { LE: false });
  const helper = await world.colleague('Heidi Hjelper', 'X-MS');
  return { world, task, helper };
}

const sizeOf = async ({ manager }: World): Promise<number> =>
  (await manager.read('log?order=desc&limit=1')).items[0].seq + 1;

describe('emergency help (hpl-7)', () => {
  it('is recorded afterwards, whoever gave it: no rule refuses it', async () => {
    const { world, task, helper } = await atTheClinic();
    const at = anHourAgo();
    const { status, body } = await helper.client.post('emergencies', { taskId: task.id, at, note });
    expect(status).toBe(201);
    expect(body).toEqual({
      seq: body.seq,
      taskId: task.id,
      personId: helper.id,
      at,
      note,
      recordedAt: body.recordedAt,
      legalBases: [{ id: 'hpl-7', strength: 'LAW', citation: expect.stringContaining('§ 7') }],
    });
    expect(await world.manager.read(`log/${body.seq}`)).toMatchObject({
      at: body.recordedAt,
      type: 'emergency.recorded',
      actor: { id: helper.id, name: 'Heidi Hjelper' },
      subjects: [helper.id, task.id],
      payload: { taskId: task.id, personId: helper.id, at, note, legalBases: ['hpl-7'] },
    });
  });

  it('leaves one entry in the log and changes nothing else', async () => {
    const { world, task, helper } = await atTheClinic();
    const before = [await sizeOf(world), (await helper.client.read('me/responsibilities')).areas];
    const { seq } = await helper.client.make('emergencies', { taskId: task.id, at: anHourAgo(), note });
    const after = [await sizeOf(world), (await helper.client.read('me/responsibilities')).areas];
    expect(seq).toBe(before[0]);
    expect(after).toEqual([seq + 1, before[1]]);
  });

  it('is told of oneself; only a manager may tell it of another', async () => {
    const { world, task, helper } = await atTheClinic();
    const other = await world.colleague('Olav Observatør', 'X-MS');
    const command = { taskId: task.id, personId: helper.id, at: anHourAgo(), note };
    const refused = await other.client.post('emergencies', command);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await helper.client.post('emergencies', command)).status).toBe(201);
    expect(await world.manager.make('emergencies', command)).toMatchObject({ personId: helper.id });
  });

  it('cannot have happened later than now', async () => {
    const { world, task, helper } = await atTheClinic();
    const before = await sizeOf(world);
    const at = new Date(Date.now() + 60_000).toISOString();
    const { status, body } = await helper.client.post('emergencies', { taskId: task.id, at, note });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/at', code: 'too-great' }]);
    expect(await sizeOf(world)).toBe(before);
  });

  it('on a bare date is that day’s midnight in Oslo', async () => {
    const { task, helper } = await atTheClinic();
    const { at } = await helper.client.make('emergencies', { taskId: task.id, at: '2026-03-29', note });
    expect(at).toBe('2026-03-28T23:00:00.000Z');
  });

  it('says the same 404 for what is unknown and what is another clinic’s', async () => {
    const [{ world, task }, there] = [await atTheClinic(), await atTheClinic()];
    const told = async (command: Json) => {
      const { status, body } = await world.manager.post('emergencies', { at: anHourAgo(), note, ...command });
      return { status, body };
    };
    const unknown = await told({ taskId: nobody });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found']);
    expect(await told({ taskId: there.task.id })).toEqual(unknown);
    expect(await told({ taskId: task.id, personId: there.helper.id })).toEqual(unknown);
    expect(await told({ taskId: task.id, personId: nobody })).toEqual(unknown);
  });

  it('needs somebody who gave it: a login that is no person’s must name one', async () => {
    const { world, task } = await atTheClinic();
    const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
    const { status, body } = await auditor.post('emergencies', { taskId: task.id, at: anHourAgo(), note });
    expect([status, body.code]).toEqual([403, 'no-person']);
  });

  it.each([
    ['no note', { note: '' }, '/note'],
    ['a national identity number in the note', { note: 'Pasient 13097248022 falt om.' }, '/note'],
    ['no time', { at: undefined }, '/at'],
    ['an unknown field', { allowed: true }, '/allowed'],
  ])('is not recorded with %s', async (_, wrong, pointer) => {
    const { task, helper } = await atTheClinic();
    const { status, body } = await helper.client.post('emergencies', {
      taskId: task.id,
      at: anHourAgo(),
      note,
      ...wrong,
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });
});
