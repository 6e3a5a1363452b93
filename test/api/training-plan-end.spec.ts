import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startAlone, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { hour, LaterClock } from '../support/clock.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hanne: Colleague;
let pia: Colleague;
let task: Json;
let ecg: Json;
const clock = new LaterClock();
/** Sessions last longer than that. */
const hence = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
});
afterAll(() => testApp.close());
beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Anders Vik', 'LE');
  hanne = await world.colleague('Hanne Berg', 'HE');
  pia = await world.colleague('Pia Elev', 'X-HEL');
  task = await world.task('EKG', { HE: true });
  ecg = await world.manager.make('competences', {
    name: 'EKG-opptak',
    kind: 'observed-practice',
    levels: ['Under tilsyn', 'Selvstendig'],
    validityMonths: 24,
  });
});

const asked = (more: object = {}) => ({
  personId: pia.id,
  supervisorId: hanne.id,
  purpose: 'Praksis i skiftestua',
  validFrom: day(0),
  validTo: day(60),
  goals: [{ text: 'Ta EKG', taskId: task.id, competenceId: ecg.id, level: 2 }, { text: 'Ta imot pasienter' }],
  ...more,
});

const made = (more: object = {}): Promise<Json> => world.manager.make('training-plans', asked(more));

const seen = (more: object = {}) => ({ kind: 'seen', signedOn: day(0), ...more });
const leave = async (who: Colleague, at: string) => {
  const { engagements } = await world.manager.read(`people/${who.id}`);
  return world.manager.make(`engagements/${engagements[0].id}/end`, { at, reason: 'Slutter' });
};

describe('a plan ends', () => {
  it('completed only when every goal that is left is mastered', async () => {
    const { id, goals } = await made();
    const end = { outcome: 'completed', reason: 'Praksisen er over' };
    expect(await hanne.client.refusedWith(`training-plans/${id}/end`, end)).toEqual(['training-goals-open']);
    await hanne.client.make(`training-goals/${goals[0].id}/withdrawal`, { reason: 'Ikke tid' });
    await hanne.client.make(`training-goals/${goals[1].id}/steps`, seen({ kind: 'mastered' }));
    expect((await hanne.client.read(`training-plans/${id}`)).can.completion).toBe(true);
    expect((await pia.client.post(`training-plans/${id}/end`, end)).status).toBe(403);
    const plan = await hanne.client.make(`training-plans/${id}/end`, end);
    expect(plan).toMatchObject({
      status: 'completed',
      supervisor: { id: hanne.id },
      steps: [{ kind: 'made' }, { kind: 'completed', reason: 'Praksisen er over' }],
      can: { goals: false, supervision: false, completion: false, cancellation: false },
    });
    for (const [path, body] of [
      ['goals', { goals: [{ text: 'Mer' }] }],
      ['supervision', { supervisorId: lege.id, reason: 'x' }],
      ['end', { outcome: 'cancelled', reason: 'x' }],
    ] as const)
      expect(await world.manager.refusedWith(`training-plans/${id}/${path}`, body)).toEqual([
        'training-plan-not-in-force',
      ]);
    expect(await hanne.client.refusedWith(`training-goals/${goals[1].id}/steps`, seen())).toEqual([
      'training-plan-not-in-force',
    ]);
    expect(
      await hanne.client.refusedWith(`training-goals/${goals[1].id}/withdrawal`, { reason: 'x' }),
    ).toEqual(['training-plan-not-in-force']);
  });

  it('cancelled at any time, also before it began; then there may be another', async () => {
    const { id } = await made({ validFrom: day(10) });
    const plan = await world.manager.make(`training-plans/${id}/end`, {
      outcome: 'cancelled',
      reason: 'Møtte ikke',
    });
    expect(plan).toMatchObject({ status: 'cancelled', standsTo: null, supervisor: null, flags: [] });
    expect((await made()).status).toBe('in-force');
  });

  it('earlier than it was to, when whoever is in training leaves before that', async () => {
    const { id } = await made();
    await leave(pia, day(40));
    expect((await leave(pia, day(20))).lapsed.training).toMatchObject([{ id }]);
    const plan = await world.manager.read(`training-plans/${id}`);
    expect(plan.steps.map(({ kind }: Json) => kind)).toEqual(['made', 'lapsed', 'lapsed']);
  });

  it('with the engagement of whoever was in training, and says so', async () => {
    const { id } = await made();
    const { lapsed, validTo } = await leave(pia, hence(1));
    expect(lapsed.training).toMatchObject([{ id, personId: pia.id, supervisorId: null, at: validTo }]);
    const plan = await world.manager.read(`training-plans/${id}`);
    expect(plan).toMatchObject({
      status: 'in-force',
      standsTo: validTo,
      flags: [],
      steps: [{ kind: 'made' }, { kind: 'lapsed', at: validTo, reason: 'engagement-ended' }],
      supervisions: [{ validTo }],
    });
    await clock.later(2 * hour, async () => {
      expect((await world.manager.read(`training-plans/${id}`)).status).toBe('lapsed');
    });
  });
});

describe('supervision', () => {
  it('is changed by a manager, with a reason, from that moment; both are to be seen', async () => {
    const { id, goals } = await made();
    const change = { supervisorId: lege.id, reason: 'Hanne er på kurs' };
    expect((await hanne.client.post(`training-plans/${id}/supervision`, change)).status).toBe(403);
    expect(
      (await world.manager.post(`training-plans/${id}/supervision`, { supervisorId: lege.id })).status,
    ).toBe(400);
    const plan = await world.manager.make(`training-plans/${id}/supervision`, change);
    expect(plan.supervisor).toEqual({ id: lege.id, name: 'Anders Vik' });
    expect(plan.supervisions).toMatchObject([
      { supervisor: { id: hanne.id } },
      { supervisor: { id: lege.id }, reason: 'Hanne er på kurs', validTo: plan.validTo },
    ]);
    expect(plan.supervisions[0].validTo).toBe(plan.supervisions[1].validFrom);
    const path = `training-goals/${goals[1].id}/steps`;
    expect(await hanne.client.refusedWith(path, seen())).toEqual(['not-the-supervisor']);
    expect((await hanne.client.get(`training-plans/${id}`)).status).toBe(403);
    expect((await lege.client.make(path, seen())).status).toBe('seen');
  });

  it('of a plan to come is as if the first had never been', async () => {
    const { id } = await made({ validFrom: day(5) });
    const change = { supervisorId: lege.id, reason: 'Byttet vakt' };
    const { supervisions } = await world.manager.make(`training-plans/${id}/supervision`, change);
    expect(supervisions).toMatchObject([{ validFrom: null, validTo: null }, { supervisor: { id: lege.id } }]);
  });

  it('is by somebody else, who is there for what is left', async () => {
    const { id } = await made();
    const gone = await world.person('Gro Gått');
    const refused = (supervisorId: string) =>
      world.manager.refusedWith(`training-plans/${id}/supervision`, { supervisorId, reason: 'x' });
    expect(await refused(pia.id)).toEqual(['supervisor-of-oneself']);
    expect(await refused(gone.id)).toEqual(['supervisor-not-engaged']);
  });

  it('ends with the engagement, the plan goes on, and somebody has to be named', async () => {
    const { id, goals } = await made();
    const needs = async () =>
      (await world.manager.read('needs')).items.filter(({ kind }: Json) => kind.startsWith('supervis'));
    expect(await needs()).toEqual([]);
    const { lapsed, validTo } = await leave(hanne, hence(1));
    expect(await needs()).toMatchObject([
      { kind: 'supervision-ends', person: { id: pia.id }, subjectId: id, at: validTo, within: 30, hits: [] },
    ]);
    expect(lapsed.training).toMatchObject([
      { id, supervisorId: hanne.id, supervisorName: 'Hanne Berg', at: validTo },
    ]);
    const before = await world.manager.read(`training-plans/${id}`);
    expect(before).toMatchObject({
      status: 'in-force',
      flags: ['supervision-ends'],
      supervisor: { id: hanne.id },
      supervisions: [{ validTo, endReason: 'engagement-ended' }],
    });
    await clock.later(2 * hour, async () => {
      const plan = await world.manager.read(`training-plans/${id}`);
      expect(plan).toMatchObject({ status: 'in-force', supervisor: null, flags: ['no-supervisor'] });
      expect(await needs()).toMatchObject([
        { kind: 'supervisor-missing', person: { id: pia.id }, subjectId: id, at: validTo, within: null },
      ]);
      expect(await hanne.client.refusedWith(`training-goals/${goals[0].id}/steps`, seen())).toEqual([
        'not-the-supervisor',
        'assessor-not-engaged',
      ]);
      await world.engage(hanne.id, 'HE', { validFrom: hence(2) });
      expect((await world.manager.read(`training-plans/${id}`)).supervisor).toBeNull();
      const back = { supervisorId: hanne.id, reason: 'Kom tilbake' };
      expect(await world.manager.make(`training-plans/${id}/supervision`, back)).toMatchObject({
        supervisor: { id: hanne.id },
        flags: [],
      });
      expect(await needs()).toEqual([]);
    });
  });
});
