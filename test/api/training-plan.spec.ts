import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayInOslo } from '../../src/law/oslo.js';
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
const giving = (more: object = {}) => ({
  kind: 'mastered',
  signedOn: day(0),
  record: { evidence: { source: 'Praksis' }, ...more },
});

const records = async (personId = pia.id): Promise<Json[]> =>
  (await world.manager.read(`people/${personId}/competence-records`)).items;

const master = (who: Colleague, level: number) =>
  world.manager.make(`people/${who.id}/competence-records`, {
    competenceId: ecg.id,
    level,
    achievedOn: day(-10),
    evidence: { source: 'Kurs' },
  });

const leave = async (who: Colleague, at: string) => {
  const { engagements } = await world.manager.read(`people/${who.id}`);
  return world.manager.make(`engagements/${engagements[0].id}/end`, { at, reason: 'Slutter' });
};

describe('a training plan', () => {
  it('is made by a manager, with goals in order, a supervisor and a period', async () => {
    const plan = await made();
    expect(plan).toMatchObject({
      status: 'in-force',
      person: { id: pia.id, name: 'Pia Elev' },
      supervisor: { id: hanne.id, name: 'Hanne Berg' },
      purpose: 'Praksis i skiftestua',
      flags: [],
      goalsWanted: 2,
      goalsMastered: 0,
      goals: [
        {
          position: 1,
          text: 'Ta EKG',
          task: { id: task.id, name: 'EKG' },
          competence: { id: ecg.id, name: 'EKG-opptak', level: 2, levelName: 'Selvstendig' },
          status: 'open',
          steps: [],
          withdrawn: null,
          can: { steps: false, record: false, withdrawal: true },
        },
        { position: 2, text: 'Ta imot pasienter', task: null, competence: null },
      ],
      supervisions: [
        { supervisor: { id: hanne.id }, reason: null, endReason: null, by: { id: world.managerId } },
      ],
      steps: [{ kind: 'made', by: { id: world.managerId }, reason: null }],
      can: { goals: true, supervision: true, completion: false, cancellation: true },
    });
    expect((await world.manager.read('log?type=training-plan.made')).items).toHaveLength(1);
  });

  it('is missed where its task is delegated to somebody in training without one', async () => {
    const proposal = world.proposal(task.id, pia.id, {
      profession: 'HE',
      validTo: day(30),
      training: { purpose: 'Praksis i skiftestua, EKG.', supervisorId: hanne.id },
    });
    const warned = async () =>
      (await hanne.client.make('delegations', proposal)).warnings.map(({ code, about }: Json) => [
        code,
        about,
      ]);
    const checked = async () =>
      (await hanne.client.post('delegations/check', proposal)).body.warnings.map(({ code }: Json) => code);
    expect(await checked()).toEqual(['no-training-plan']);
    const other = await made({ purpose: 'Noe annet', goals: [{ text: 'Ta imot pasienter' }] });
    expect(await checked()).toEqual(['no-training-plan']);
    await world.manager.make(`training-plans/${other.id}/goals`, {
      goals: [{ text: 'EKG', taskId: task.id }],
    });
    expect(await checked()).toEqual([]);
    const { goals } = await world.manager.read(`training-plans/${other.id}`);
    await world.manager.make(`training-goals/${goals[1].id}/withdrawal`, { reason: 'Utgår' });
    expect(await warned()).toEqual([['no-training-plan', { personId: pia.id, taskId: task.id }]]);
  });

  it('gives no right by itself', async () => {
    await made();
    const { allowed } = await world.manager.read(`decisions?personId=${pia.id}&taskId=${task.id}`);
    expect(allowed).toBe(false);
  });

  it('is made by whoever is to supervise, and by no other', async () => {
    expect((await hanne.client.post('training-plans', asked())).status).toBe(201);
    expect((await lege.client.post('training-plans', asked({ purpose: 'Noe annet' }))).status).toBe(403);
    expect((await pia.client.post('training-plans', asked({ purpose: 'Mitt eget' }))).status).toBe(403);
  });

  it('is refused with every reason at once', async () => {
    const gone = await world.person('Gro Gått');
    const refused = (more: object) => world.manager.refusedWith('training-plans', asked(more));
    expect(await refused({ personId: gone.id, supervisorId: gone.id, validFrom: day(-2) })).toEqual([
      'supervisor-of-oneself',
      'supervisor-not-engaged',
      'not-engaged',
      'backdated',
    ]);
    await leave(hanne, day(30));
    expect(await refused({})).toEqual(['supervisor-not-engaged']);
    expect((await made({ validTo: day(30) })).status).toBe('in-force');
  });

  it('is one at a time for the same purpose, however it is written', async () => {
    await made();
    const again = asked({ purpose: 'PRAKSIS i skiftestua', validFrom: day(20) });
    expect(await world.manager.refusedWith('training-plans', again)).toEqual(['training-plan-exists']);
    expect((await made({ purpose: 'Praksis på laboratoriet' })).status).toBe('in-force');
    expect((await made({ validFrom: day(60), validTo: day(90) })).status).toBe('coming');
  });

  it('takes no goal of what is unknown or of a level that is not there', async () => {
    const codesOf = async (goals: object[]) => {
      const { status, body } = await world.manager.post('training-plans', asked({ goals }));
      return [status, ...(body.errors ?? []).map(({ pointer, code }: Json) => `${pointer} ${code}`)];
    };
    expect(await codesOf([{ text: 'A', taskId: ecg.id }])).toEqual([404]);
    expect(await codesOf([{ text: 'A', competenceId: task.id }])).toEqual([404]);
    expect(await codesOf([{ text: 'A', competenceId: ecg.id, level: 3 }])).toEqual([
      400,
      '/goals/0/level too-great',
    ]);
    expect(await codesOf([{ text: 'A', level: 1 }])).toEqual([400, '/goals/0/competenceId required']);
    expect(await codesOf([])).toEqual([400, '/goals too-few']);
  });

  it('is read by the person, the supervisor, managers and auditors, and listed for them', async () => {
    const { id } = await made();
    const auditor = await world.login('Tilsyn', undefined, ['auditor']);
    for (const client of [pia.client, hanne.client, world.manager, auditor]) {
      expect((await client.read(`training-plans/${id}`)).id).toBe(id);
      expect((await client.read('training-plans')).items.map((plan: Json) => plan.id)).toEqual([id]);
    }
    expect((await lege.client.get(`training-plans/${id}`)).status).toBe(403);
    expect((await lege.client.read('training-plans')).items).toEqual([]);
    const found = async (query: string) => (await world.manager.read(`training-plans?${query}`)).items.length;
    expect(await found(`supervisorId=${hanne.id}&personId=${pia.id}&status=in-force&at=${day(1)}`)).toBe(1);
    expect(await found(`supervisorId=${lege.id}`)).toBe(0);
    expect(await found(`at=${day(60)}`)).toBe(0);
    expect(await found('status=completed')).toBe(0);
  });
});

describe('a step', () => {
  it('is signed by the supervisor, with day and note, and moves the goal on', async () => {
    const { id, goals } = await made();
    const path = `training-goals/${goals[1].id}/steps`;
    const first = await hanne.client.make(path, seen({ note: 'Vist én gang.' }));
    expect(first).toMatchObject({
      planId: id,
      status: 'seen',
      steps: [
        {
          kind: 'seen',
          signedOn: day(0),
          signedBy: { id: hanne.id },
          note: 'Vist én gang.',
          withdrawn: null,
        },
      ],
      can: { steps: true, record: false, withdrawal: true },
    });
    expect((await hanne.client.make(path, seen({ kind: 'practised' }))).status).toBe('practised');
    expect((await hanne.client.make(path, seen())).status).toBe('practised');
    expect((await hanne.client.make(path, seen({ kind: 'mastered' }))).status).toBe('mastered');
    expect(await pia.client.read(`training-plans/${id}`)).toMatchObject({ goalsMastered: 1, goalsWanted: 2 });
  });

  it('is signed by nobody for themselves, by no token, and by no manager who does not supervise', async () => {
    const { goals } = await made();
    const path = `training-goals/${goals[0].id}/steps`;
    expect(await pia.client.refusedWith(path, seen())).toEqual(['assessed-by-oneself']);
    expect(await lege.client.refusedWith(path, seen())).toEqual(['not-the-supervisor']);
    expect(await world.manager.refusedWith(path, seen())).toEqual(['not-the-supervisor']);
    const { token } = await world.manager.make('api-tokens', {
      name: 'Robot',
      roles: ['manager'],
      expiresAt: day(3),
    });
    const robot = world.manager.with({ Authorization: `Bearer ${token}`, Cookie: '' });
    expect((await robot.post(path, seen())).body.code).toBe('no-person');
    expect((await world.manager.read('log?type=training-step.refused')).items).toHaveLength(3);
  });

  it('is signed by another who masters it, who sees the goal and not the plan', async () => {
    const { id, goals } = await made();
    const path = `training-goals/${goals[0].id}/steps`;
    await master(lege, 1);
    expect(await lege.client.refusedWith(path, seen())).toEqual(['not-the-supervisor']);
    const siri = await world.colleague('Siri Sand', 'HE');
    await master(siri, 2);
    expect((await siri.client.make(path, seen())).status).toBe('seen');
    expect((await siri.client.get(`training-plans/${id}`)).status).toBe(403);
    expect(await siri.client.refusedWith(`training-goals/${goals[1].id}/steps`, seen())).toEqual([
      'not-the-supervisor',
    ]);
  });

  it('is of a day that has come, and not before the plan', async () => {
    const { goals } = await made();
    const answer = async (signedOn: string) =>
      (await hanne.client.post(`training-goals/${goals[0].id}/steps`, seen({ signedOn }))).body.errors;
    expect(await answer(day(1))).toMatchObject([{ pointer: '/signedOn', code: 'after-today' }]);
    expect(await answer(day(-1))).toMatchObject([{ pointer: '/signedOn', code: 'before-start' }]);
  });

  it('waits until the plan is in force, and is not signed after it', async () => {
    const { goals } = await made({ validFrom: hence(1), validTo: hence(3) });
    const path = `training-goals/${goals[0].id}/steps`;
    const signedOn = dayInOslo(Date.now() + hour);
    const sign = (hours: number) =>
      clock.later(hours * hour, () => hanne.client.post(path, seen({ signedOn })));
    expect((await sign(0)).status).toBeGreaterThanOrEqual(400);
    expect((await sign(2)).body.status).toBe('seen');
    expect((await sign(4)).body.code).toBe('training-plan-not-in-force');
  });

  it('that is taken back counts no longer, and stays to be seen', async () => {
    const { id, goals } = await made();
    const path = `training-goals/${goals[1].id}/steps`;
    await hanne.client.make(path, seen());
    const { steps } = await hanne.client.make(path, seen({ kind: 'mastered' }));
    const withdrawal = `training-steps/${steps[1].id}/withdrawal`;
    expect((await pia.client.post(withdrawal, { reason: 'x' })).status).toBe(403);
    const goal = await hanne.client.make(withdrawal, { reason: 'Feil elev' });
    expect(goal).toMatchObject({
      status: 'seen',
      steps: [
        { withdrawn: null, can: { withdrawal: true } },
        { withdrawn: { by: { id: hanne.id }, reason: 'Feil elev' }, can: { withdrawal: false } },
      ],
    });
    expect(await world.manager.refusedWith(withdrawal, { reason: 'Igjen' })).toEqual([
      'training-step-withdrawn',
    ]);
    expect((await pia.client.read(`training-plans/${id}`)).goalsMastered).toBe(0);
  });
});

describe('a competence record given with a step', () => {
  it('is confirmed at once, on the word of whoever signs and masters it', async () => {
    const { goals } = await made();
    const path = `training-goals/${goals[0].id}/steps`;
    expect(await hanne.client.refusedWith(path, giving())).toEqual(['not-an-assessor']);
    expect(await records()).toEqual([]);
    await master(hanne, 2);
    const goal = await hanne.client.make(path, giving());
    const [record] = await records();
    expect(goal.steps[0].competenceRecordId).toBe(record.id);
    expect(record).toMatchObject({
      status: 'confirmed',
      level: 2,
      achievedOn: day(0),
      assessedBy: { id: hanne.id },
      evidence: { source: 'Praksis', note: null },
    });
    const { items } = await world.manager.read('log?order=desc&limit=2');
    expect(items.map(({ type }: Json) => type)).toEqual([
      'training-step.signed',
      'competence-record.registered',
    ]);
  });

  it('falls with the step, and is let be where it has fallen already', async () => {
    await master(hanne, 2);
    const { goals } = await made({
      goals: [
        { text: 'Under tilsyn', competenceId: ecg.id, level: 2 },
        {
          text: 'Noe annet',
          competenceId: (await world.manager.make('competences', { name: 'Sårstell', kind: 'course' })).id,
        },
      ],
    });
    const [first, second] = goals.map(({ id }: Json) => `training-goals/${id}/steps`);
    const { steps } = await hanne.client.make(first, giving());
    const [record] = await records();
    await hanne.client.make(`training-steps/${steps[0].id}/withdrawal`, { reason: 'Feil' });
    expect(await records()).toMatchObject([
      { id: record.id, status: 'withdrawn', steps: [{}, { reason: 'Feil' }] },
    ]);
    await world.manager.make(`training-plans/${goals[0].planId}/supervision`, {
      supervisorId: world.managerId,
      reason: 'Ferie',
    });
    const other = (await world.manager.make(second, giving())).steps[0];
    await world.manager.make(`competence-records/${other.competenceRecordId}/withdrawal`, { reason: 'Feil' });
    await world.manager.make(`training-steps/${other.id}/withdrawal`, { reason: 'Feil' });
    expect((await records()).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('is given only for what is mastered, and for a competence; where it cannot stand, nothing is signed', async () => {
    await master(hanne, 2);
    const { id, goals } = await made();
    const [first, second] = goals.map((goal: Json) => `training-goals/${goal.id}/steps`);
    const errors = async (path: string, body: object) => (await hanne.client.post(path, body)).body.errors;
    expect(await errors(first, { ...giving(), kind: 'seen' })).toMatchObject([
      { pointer: '/kind', code: 'not-one-of' },
    ]);
    expect(await errors(second, giving())).toMatchObject([{ pointer: '/record', code: 'no-competence' }]);
    expect(await errors(first, giving({ validTo: day(-1) }))).toMatchObject([{ pointer: '/record/validTo' }]);
    await master(pia, 2);
    await hanne.client.make(first, giving());
    expect(await hanne.client.refusedWith(first, giving())).toEqual(['competence-record-exists']);
    expect((await world.manager.read(`training-plans/${id}`)).goals[0].steps).toHaveLength(1);
  });
});

describe('goals', () => {
  it('are added after the others by the supervisor or a manager, and taken out with a reason', async () => {
    const { id, goals } = await made();
    const more = { goals: [{ text: 'Blodprøve' }] };
    expect((await pia.client.post(`training-plans/${id}/goals`, more)).status).toBe(403);
    const plan = await hanne.client.make(`training-plans/${id}/goals`, more);
    expect(plan.goals.map(({ text, position }: Json) => [position, text])).toEqual([
      [1, 'Ta EKG'],
      [2, 'Ta imot pasienter'],
      [3, 'Blodprøve'],
    ]);
    const path = `training-goals/${goals[0].id}`;
    expect((await pia.client.post(`${path}/withdrawal`, { reason: 'x' })).status).toBe(403);
    const goal = await hanne.client.make(`${path}/withdrawal`, { reason: 'Ikke tid' });
    expect(goal).toMatchObject({
      status: 'withdrawn',
      withdrawn: { reason: 'Ikke tid' },
      can: { steps: false },
    });
    expect(await hanne.client.refusedWith(`${path}/steps`, seen())).toEqual(['training-goal-not-in-force']);
    expect(await hanne.client.refusedWith(`${path}/withdrawal`, { reason: 'x' })).toEqual([
      'training-goal-not-in-force',
    ]);
    expect((await pia.client.read(`training-plans/${id}`)).goalsWanted).toBe(2);
  });

  it('are at most 200 in a plan', async () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ text: `Mål ${i}` }));
    const { id } = await made({ goals: many });
    await world.manager.make(`training-plans/${id}/goals`, { goals: many });
    const { body } = await world.manager.post(`training-plans/${id}/goals`, { goals: [{ text: 'Ett til' }] });
    expect(body.errors).toMatchObject([{ pointer: '/goals', code: 'too-many' }]);
  });
});
