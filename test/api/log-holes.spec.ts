import { BundleReader } from '../../src/log/export/bundle.reader.js';
import { lastCheckpoint } from '../../src/log/proofs.js';
import type { By } from '../../src/session/by.js';
import { startApp, type TestApp, tenantOf } from '../support/app.js';
import { fetched } from '../support/bundle.js';
import type { Client, Json } from '../support/client.js';
import { World } from '../support/world.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

const managerOf = ({ clinicId, managerId }: World): By => ({
  clinicId,
  loginId: managerId,
  personId: managerId,
  roles: ['manager'],
  language: 'nb',
});

const lookUps = async ({ manager }: World): Promise<Json[]> =>
  (await manager.read('log?type=auditor.looked-up&order=desc')).items;

describe('a clinic that asks about its past many times at once', () => {
  it('keeps no other clinic waiting', async () => {
    const [busy, other] = [await World.create(testApp), await World.create(testApp)];
    const tenant = await tenantOf(testApp);
    const asked: Promise<unknown>[] = [];
    let answer = (): void => undefined;
    const long = new Promise<void>((resolve) => {
      answer = resolve;
    });
    for (let i = 0; i < 40; i++) asked.push(tenant.read(managerOf(busy), () => long));
    expect(await other.person('Noen andre')).toMatchObject({ name: 'Noen andre' });
    answer();
    await Promise.all(asked);
    expect(await busy.manager.read('people')).toMatchObject({ nextCursor: null });
  });
});

describe('a part of the log that is fetched while something in it is erased', () => {
  it('breaks off: the entry that would say so comes after all that is signed of it', async () => {
    const world = await World.create(testApp);
    const doctor = await world.colleague('Dag', 'LE');
    const again = { occupation: 'LE', kind: 'ansatt', validFrom: '2024-06-01' };
    await world.manager.post(`people/${doctor.id}/engagements`, again);
    const by = managerOf(world);
    const tenant = await tenantOf(testApp);
    const checkpoint = await tenant.read(by, (tx) => lastCheckpoint(tx));
    const partOf = async (): Promise<string> => {
      const reader = new BundleReader(tenant, by, { first: 2, end: checkpoint!.size });
      reader.checkpoint = checkpoint;
      let text = '';
      for await (const lines of reader.lines(() => undefined)) text += lines;
      return text;
    };
    expect((await partOf()).split('\n')).toHaveLength(checkpoint!.size - 2 + 1);
    await world.manager.make(`log/${checkpoint!.size - 1}/erasure`, { reason: 'Fordi.' });
    await expect(partOf()).rejects.toThrow('erased');
    expect((await fetched(world.manager, '?from=2024-01-01')).read('range.json')).toContain('"end"');
  });
});

describe('what the bundle tells an inspector to run', () => {
  it('is fetched from nowhere: whoever holds our name in a registry would be trusted with the verdict', async () => {
    const world = await World.create(testApp);
    for (const query of ['', '?from=2024-01-01'])
      expect((await fetched(world.manager, query)).read('LESMEG.txt')).not.toMatch(/\bnpx\b|\bnpm\b/);
  });
});

describe('an auditor leaves a trace', () => {
  async function scene(): Promise<{ world: World; auditor: Client; task: Json; helper: string }> {
    const world = await World.create(testApp);
    const helper = await world.colleague('Heidi', 'HE');
    const doctor = await world.colleague('Dag', 'LE');
    const auditor = await world.login('Dag som tilsyn', doctor.id, ['auditor']);
    return { world, auditor, helper: helper.id, task: await world.task('Kateterisering', { LE: true }) };
  }

  it('also by a question that is put with POST, with whom and what it was about', async () => {
    const { world, auditor, task, helper } = await scene();
    const answer = await auditor.post('delegations/check', world.proposal(task.id, helper));
    expect(answer.status).toBe(200);
    const [last] = await lookUps(world);
    expect(last).toMatchObject({
      payload: { operation: 'checkDelegation', status: 200, query: { delegateeId: helper, taskId: task.id } },
    });
    expect(last.subjects).toEqual(expect.arrayContaining([helper, task.id]));
    expect(JSON.stringify(last.payload)).not.toContain('Til stede');
  });

  it('also by a question that cannot be answered', async () => {
    const { world, auditor } = await scene();
    expect((await auditor.post('delegations/check', { taskId: { $ne: 1 }, delegateeId: '<b>' })).status).toBe(
      400,
    );
    const [last] = await lookUps(world);
    expect(last.payload).toMatchObject({ operation: 'checkDelegation', status: 400, query: {} });
  });

  it('and whoever is no auditor asks without one', async () => {
    const { world, task, helper } = await scene();
    await world.manager.post('delegations/check', world.proposal(task.id, helper));
    expect(await lookUps(world)).toEqual([]);
  });
});
