import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Tx } from '../../src/database/tx.js';
import type { By } from '../../src/session/by.js';
import { startApp, type TestApp, tenantOf } from '../support/app.js';
import { day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
});
afterAll(() => testApp.close());

/** Code that forgets what rests on an engagement: only the schema knows, and only at COMMIT. */
const forgetful = (personId: string) => async (tx: Tx) => {
  tx.log('engagement.ended', [personId], {});
  await tx.rows('update engagement set valid = tstzrange(lower(valid), $2) where person_id = $1', [
    personId,
    new Date(tx.now),
  ]);
};

it('is refused by what the act itself would be refused by at its end', async () => {
  const kari = await world.colleague('Kari', 'HE');
  const task = await world.task('EKG', { HE: true });
  await world.manager.make('duties', { personId: kari.id, taskId: task.id, validFrom: day(0) });
  const by: By = {
    clinicId: world.clinicId,
    loginId: world.managerId,
    personId: world.managerId,
    roles: ['manager'],
    language: 'nb',
  };
  const tenant = await tenantOf(testApp);
  const attempt = { noun: 'engagement', act: 'end', subjects: [kari.id], command: {} };
  const refused = { refusals: [{ code: 'not-engaged' }] };
  await expect(tenant.rehearse(by, forgetful(kari.id))).rejects.toMatchObject(refused);
  await expect(tenant.act(by, attempt, forgetful(kari.id))).rejects.toMatchObject(refused);
});

it('that nothing refuses leaves nothing, and the act gives what was foretold', async () => {
  const siri = await world.colleague('Siri', 'HE');
  const task = await world.task('Spirometri', { HE: true });
  const duty = await world.manager.make('duties', { personId: siri.id, taskId: task.id, validFrom: day(0) });
  const { engagements } = await world.manager.read(`people/${siri.id}`);
  const engagement = `engagements/${engagements[0].id}`;
  const head = () => world.manager.get('log/checkpoint').then(({ text }) => text);
  const before = await head();
  const foretold = await world.manager.read(`${engagement}/impact?at=${day(1)}`);
  expect(foretold.duties).toMatchObject([{ id: duty.id }]);
  expect(await head()).toBe(before);
  const { lapsed } = await world.manager.make(`${engagement}/end`, { at: day(1), reason: 'Slutter' });
  expect(lapsed).toEqual(foretold);
});
