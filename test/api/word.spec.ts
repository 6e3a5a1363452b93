import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { pdf } from '../support/files.js';
import { type Colleague, day, World } from '../support/world.js';

/** Whose word counts, and for how long: that of somebody who is here, and what a completed plan rests on. */
let testApp: TestApp;
let world: World;
let hanne: Colleague;
let siri: Colleague;
let pia: Colleague;
let ecg: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());
beforeEach(async () => {
  world = await World.create(testApp);
  hanne = await world.colleague('Hanne Berg', 'HE');
  siri = await world.colleague('Siri Sand', 'HE');
  pia = await world.colleague('Pia Elev', 'X-HEL');
  ecg = await world.manager.make('competences', { name: 'EKG-opptak', kind: 'observed-practice' });
  await master(siri);
  await master(hanne);
});

const evidence = { source: 'Kurs' };
const master = ({ id }: Colleague): Promise<Json> =>
  world.manager.make(`people/${id}/competence-records`, {
    competenceId: ecg.id,
    achievedOn: day(-10),
    evidence,
  });

const plan = (): Promise<Json> =>
  world.manager.make('training-plans', {
    personId: pia.id,
    supervisorId: hanne.id,
    purpose: 'Praksis',
    validFrom: day(0),
    validTo: day(60),
    goals: [{ text: 'Ta EKG', competenceId: ecg.id }],
  });

const mastered = { kind: 'mastered', signedOn: day(0) };
const sign = (by: Client, goal: Json, more: object = {}): Promise<Json> =>
  by.make(`training-goals/${goal.id}/steps`, { ...mastered, ...more });

const leave = async ({ id }: Colleague): Promise<void> => {
  const { engagements } = await world.manager.read(`people/${id}`);
  await world.manager.make(`engagements/${engagements[0].id}/end`, { at: day(0), reason: 'Slutter' });
};

const claimed = (): Promise<Json> =>
  pia.client.make(`people/${pia.id}/competence-records`, {
    competenceId: ecg.id,
    achievedOn: day(-1),
    evidence,
  });

const reason = { reason: 'Feil' };
const canTakeBack = async (by: Client, id: string): Promise<boolean> =>
  (await by.read(`training-plans/${id}`)).goals[0].steps[0].can.withdrawal;

describe('a signed step', () => {
  it('is taken back by whoever signed it or by a manager, and by nobody because they supervise', async () => {
    const { id, goals } = await plan();
    const { steps } = await sign(siri.client, goals[0]);
    const path = `training-steps/${steps[0].id}/withdrawal`;
    expect(await canTakeBack(hanne.client, id)).toBe(false);
    expect((await hanne.client.post(path, reason)).status).toBe(403);
    expect((await siri.client.make(path, reason)).steps[0].withdrawn).toMatchObject({ by: { id: siri.id } });
    const again = (await sign(siri.client, goals[0])).steps[1];
    const { status } = await world.manager.post(`training-steps/${again.id}/withdrawal`, reason);
    expect(status).toBe(201);
  });

  it('is not taken back by whoever has left; a manager still may', async () => {
    const { id, goals } = await plan();
    const { steps } = await sign(siri.client, goals[0]);
    const path = `training-steps/${steps[0].id}/withdrawal`;
    await leave(siri);
    expect(await siri.client.refusedWith(path, reason)).toEqual(['assessor-not-engaged']);
    expect(await canTakeBack(world.manager, id)).toBe(true);
    expect((await world.manager.post(path, reason)).status).toBe(201);
  });

  it('of a completed plan stands, and so does its record until that is withdrawn itself', async () => {
    const { id, goals } = await plan();
    const { steps } = await sign(hanne.client, goals[0], { record: { evidence } });
    await hanne.client.make(`training-plans/${id}/end`, { outcome: 'completed', reason: 'Ferdig' });
    const path = `training-steps/${steps[0].id}/withdrawal`;
    for (const by of [hanne.client, world.manager]) {
      expect(await canTakeBack(by, id)).toBe(false);
      expect(await by.refusedWith(path, reason)).toEqual(['training-plan-completed']);
    }
    const record = `competence-records/${steps[0].competenceRecordId}`;
    expect((await world.manager.read(record)).status).toBe('confirmed');
    expect((await world.manager.make(`${record}/withdrawal`, reason)).status).toBe('withdrawn');
    expect((await world.manager.read(`training-plans/${id}`)).status).toBe('completed');
  });

  it('of a plan that was cancelled may be taken back', async () => {
    const { id, goals } = await plan();
    const { steps } = await sign(hanne.client, goals[0]);
    await hanne.client.make(`training-plans/${id}/end`, { outcome: 'cancelled', reason: 'Sluttet' });
    expect(await canTakeBack(hanne.client, id)).toBe(true);
    expect((await hanne.client.post(`training-steps/${steps[0].id}/withdrawal`, reason)).status).toBe(201);
  });
});

describe('whoever has left the clinic and can still sign in', () => {
  it('signs no training', async () => {
    const { goals } = await plan();
    await leave(siri);
    const path = `training-goals/${goals[0].id}/steps`;
    expect(await siri.client.refusedWith(path, mastered)).toEqual(['assessor-not-engaged']);
    expect(await siri.client.refusedWith(path, { ...mastered, record: { evidence } })).toEqual([
      'assessor-not-engaged',
    ]);
  });

  it('assesses nothing, and sees no claim and no file that waits for an assessor', async () => {
    const { id } = await claimed();
    const path = `competence-records/${id}`;
    const file = await pia.client.sendFile(`${path}/evidence`, { name: 'bevis.pdf', bytes: pdf() });
    const seen = [path, `${path}/evidence`, `evidence/${file.id}`, `evidence/${file.id}/content`];
    const statuses = async (by: Client) => {
      const found: number[] = [];
      for (const one of seen) found.push((await by.get(one)).status);
      return found;
    };
    expect(await statuses(siri.client)).toEqual([200, 200, 200, 200]);
    expect((await siri.client.read(path)).can).toMatchObject({ confirmation: true, rejection: true });
    await leave(siri);
    expect(await statuses(siri.client)).toEqual([403, 403, 403, 403]);
    expect(await siri.client.refusedWith(`${path}/confirmation`, {})).toEqual(['assessor-not-engaged']);
    expect(await siri.client.refusedWith(`${path}/rejection`, reason)).toEqual(['assessor-not-engaged']);
    await leave(pia);
    expect(await statuses(pia.client)).toEqual([200, 200, 200, 200]);
    expect((await world.manager.post(`${path}/confirmation`)).status).toBe(201);
  });

  it('lets nobody back who has abstained', async () => {
    const task = await world.task('EKG', { HE: true }, { requiredCompetenceIds: [ecg.id] });
    const { id } = await hanne.client.make('people/me/abstentions', { taskId: task.id, reason: 'Usikker' });
    await world.manager.make(`people/${hanne.id}/competence-records`, {
      competenceId: ecg.id,
      achievedOn: day(-1),
      evidence,
    });
    await leave(siri);
    expect(await siri.client.refusedWith(`abstentions/${id}/end`, reason)).toEqual(['assessor-not-engaged']);
    expect((await world.manager.post(`abstentions/${id}/end`, reason)).status).toBe(201);
  });

  it('answers for competence as before where it is a manager who belongs to nobody here', async () => {
    const office = await world.login('Kontoret', undefined, ['manager']);
    const { id } = await claimed();
    expect((await office.post(`competence-records/${id}/confirmation`)).status).toBe(201);
  });
});
