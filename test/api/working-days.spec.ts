import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let hege: Colleague;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  hege = await world.colleague('Hege', 'HE');
});

const path = () => `people/${hege.id}/working-days`;
const set = (body: object, version = '*') =>
  world.manager.call('put', path()).set('If-Match', version).send(body);
const read = (): Promise<Json> => world.manager.read(path());

describe('working days', () => {
  it('are Monday to Friday until something is registered', async () => {
    const { note, ...view } = await read();
    expect(view).toEqual({ personId: hege.id, version: 1, weekdays: [1, 2, 3, 4, 5], items: [] });
    expect(note).toMatch(/teller bare når dekningen/);
  });

  it('hold from a day on, one week after the other and never two at once', async () => {
    expect((await set({ from: day(-30), weekdays: [3, 1] }, '"1"')).status).toBe(200);
    const { body } = await set({ from: day(10), weekdays: [] }, '"2"');
    expect(body).toMatchObject({ version: 3, weekdays: [1, 3] });
    const [before, after] = body.items;
    expect(before).toMatchObject({ weekdays: [1, 3] });
    expect(before.validTo).toBe(after.validFrom);
    expect(after).toMatchObject({ weekdays: [], validTo: null });
  });

  it('that had not begun are replaced as if they had never been told', async () => {
    await set({ from: day(10), weekdays: [1] });
    const { body } = await set({ from: day(5), weekdays: [2] });
    expect(body.items).toMatchObject([{ weekdays: [2], validTo: null }]);
    expect(body.version).toBe(3);
  });

  it('are changed on the version that was read', async () => {
    await set({ from: day(0), weekdays: [1] });
    expect((await set({ from: day(0), weekdays: [2] }, '"1"')).body.code).toBe('stale');
    const bare = await world.manager.put(path(), { from: day(0), weekdays: [2] });
    expect(bare.status).toBe(428);
  });

  it.each([[[8]], [[0]], [[1, 1]], [[1.5]], ['1'], [[1, 2, 3, 4, 5, 6, 7, 1]]])(
    'are not %j',
    async (weekdays) => {
      const { status, body } = await set({ from: day(0), weekdays });
      expect([status, body.code]).toEqual([400, 'invalid']);
    },
  );

  it('are read by the person, the manager and the auditor, and told in the log', async () => {
    await set({ from: '2026-03-01', weekdays: [1] });
    expect((await hege.client.read(path())).version).toBe(2);
    const other = await world.colleague('Mona', 'X-MS');
    expect((await other.client.get(path())).status).toBe(403);
    const { items } = await world.manager.read(`log?type=working-days.changed&personId=${hege.id}`);
    expect(items).toMatchObject([{ payload: { weekdays: [1], from: '2026-02-28T23:00:00.000Z' } }]);
  });

  it('say nothing of whether somebody may do a task', async () => {
    const { id } = await world.task('EKG', { HE: false });
    await set({ from: day(-30), weekdays: [] });
    const decision = await world.manager.read(`decisions?personId=${hege.id}&taskId=${id}`);
    expect(decision).toMatchObject({ allowed: true, until: null });
  });
});
