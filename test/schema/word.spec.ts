import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, unique, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let hanne: Colleague;
let siri: Colleague;
let gone: Colleague;
let pia: Colleague;
let ecg: Json;
let plan: Json;
let attacker: Attacker;

const evidence = { source: 'Kurs' };

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  hanne = await world.colleague('Hanne', 'HE');
  siri = await world.colleague('Siri', 'HE');
  gone = await world.colleague('Gro', 'HE');
  pia = await world.colleague('Pia', 'X-HEL');
  ecg = await world.manager.make('competences', { name: 'EKG', kind: 'course' });
  const record = { competenceId: ecg.id, achievedOn: day(-10), evidence };
  await world.manager.make(`people/${gone.id}/competence-records`, record);
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});
beforeEach(async () => {
  plan = await world.manager.make('training-plans', {
    personId: pia.id,
    supervisorId: hanne.id,
    purpose: `Praksis ${unique()}`,
    validFrom: day(0),
    validTo: day(60),
    goals: [{ text: 'Ta EKG', competenceId: ecg.id }],
  });
});

type Statement = [string, ...unknown[]];
const refusedBy = (...statements: Statement[]): Promise<string> => attacker.refusedBy(statements);

const signed = async (by: Colleague): Promise<string> => {
  const step = { kind: 'mastered', signedOn: day(0) };
  const { steps } = await by.client.make(`training-goals/${plan.goals[0].id}/steps`, step);
  return steps.at(-1).id;
};

const leave = async ({ id }: Colleague): Promise<void> => {
  const { engagements } = await world.manager.read(`people/${id}`);
  await world.manager.make(`engagements/${engagements[0].id}/end`, { at: day(0), reason: 'Slutter' });
};

const takenBack = (stepId: string, actor: string, person: string | null = actor): Statement => [
  `insert into training_withdrawal (clinic_id, id, step_id, at, actor_id, person_id, reason)
   values ($1, uuidv7(), $2, now(), $3, $4, 'x')`,
  world.clinicId,
  stepId,
  actor,
  person,
];

const step = (by: string): Statement => [
  `insert into training_step (clinic_id, id, goal_id, trainee_id, kind, signed_on, at, person_id)
   values ($1, uuidv7(), $2, $3, 'seen', current_date, now(), $4)`,
  world.clinicId,
  plan.goals[0].id,
  pia.id,
  by,
];

const claim = async (): Promise<string> => {
  const { id: competenceId } = await world.manager.make('competences', { name: unique(), kind: 'course' });
  const body = { competenceId, achievedOn: day(-1), evidence };
  return (await pia.client.make(`people/${pia.id}/competence-records`, body)).id;
};

const judged = (recordId: string, actor: string, person: string | null = actor): Statement => [
  `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id, reason)
   values ($1, uuidv7(), $2, $3, 'rejected', 1, now(), $4, $5, 'x')`,
  world.clinicId,
  recordId,
  pia.id,
  actor,
  person,
];

describe('by SQL as the application’s role, a step is taken back', () => {
  it('by whoever signed it or a manager, in their own name', async () => {
    const id = await signed(hanne);
    expect(await refusedBy(takenBack(id, siri.id))).toBe('step_of_another_signer');
    expect(await refusedBy(takenBack(id, pia.id))).toBe('step_of_another_signer');
    expect(await refusedBy(takenBack(id, siri.id, hanne.id))).toMatch(/^training_withdrawal_check/);
    expect(await refusedBy(takenBack(id, randomUUID(), null))).toBe('step_of_another_signer');
    expect(await refusedBy(takenBack(id, hanne.id))).toBe('');
    expect(await refusedBy(takenBack(await signed(hanne), world.managerId))).toBe('');
  });

  it('by nobody once the plan is completed', async () => {
    const id = await signed(hanne);
    const end = { outcome: 'completed', reason: 'Ferdig' };
    await hanne.client.make(`training-plans/${plan.id}/end`, end);
    for (const by of [hanne.id, world.managerId])
      expect(await refusedBy(takenBack(id, by))).toBe('training_plan_completed');
  });
});

describe('whoever has left', () => {
  it('signs, takes back and assesses nothing, and lets nobody back', async () => {
    const id = await signed(gone);
    expect(await refusedBy(step(gone.id))).toBe('');
    await leave(gone);
    expect(await refusedBy(step(gone.id))).toBe('assessor_present');
    expect(await refusedBy(takenBack(id, gone.id))).toBe('assessor_present');
    const record = await claim();
    expect(await refusedBy(judged(record, gone.id))).toBe('assessor_present');
    expect(await refusedBy(judged(record, siri.id))).toBe('');
    const task = await world.task('EKG', { HE: true });
    const abstained = { taskId: task.id, reason: 'Usikker' };
    const { id: abstention } = await pia.client.make('people/me/abstentions', abstained);
    const back = (by: string): Statement => [
      `update abstention set valid = tstzrange(lower(valid), now()), end_reason = 'ok', ended_by = $2 where id = $1`,
      abstention,
      by,
    ];
    expect(await refusedBy(back(gone.id))).toBe('assessor_present');
    expect(await refusedBy(back(world.managerId))).toBe('');
  });

  it('says of nobody that they came, by the way of the screens or past it', async () => {
    const holder = await world.colleague('Heldt Kurset', 'LE');
    const id = await held(holder);
    await leave(holder);
    const people = [{ personId: siri.id, status: 'present' }];
    expect((await holder.client.read(`teaching/${id}`)).can.attendance).toBe(false);
    expect(await holder.client.refusedWith(`teaching/${id}/attendance`, { people })).toEqual([
      'assessor-not-engaged',
    ]);
    expect(await refusedBy(present(id, holder.id))).toBe('assessor_present');
    expect(await refusedBy(present(id, world.managerId))).toBe('');
  });
});

const held = async (by: Colleague): Promise<string> => {
  const course = {
    kind: 'course',
    title: 'EKG',
    startsAt: day(-5),
    endsAt: day(-4),
    heldBy: { personId: by.id },
  };
  return (await world.manager.make('teaching', course)).id;
};

const present = (teachingId: string, actor: string, by: string | null = actor): Statement => [
  `insert into teaching_attendance (clinic_id, id, teaching_id, held, person_id, number, status, at, actor_id, by_id)
   select $1, uuidv7(), $2, held, $3, 1, 'present', now(), $4, $5 from teaching where id = $2`,
  world.clinicId,
  teachingId,
  siri.id,
  actor,
  by,
];

describe('nobody', () => {
  it('assesses themselves under the name of nobody or of another', async () => {
    const record = await claim();
    expect(await refusedBy(judged(record, pia.id, null))).toBe('assessed_by_oneself');
    expect(await refusedBy(judged(record, pia.id, siri.id))).toMatch(/assessed_by_oneself|check/);
    expect(await refusedBy(judged(record, siri.id, world.managerId))).toMatch(
      /^competence_record_step_check/,
    );
    expect(await refusedBy(judged(record, randomUUID(), null))).toBe('assessor_present');
  });

  it('vouches for their own presence under the name of nobody', async () => {
    const id = await held(hanne);
    expect(await refusedBy(present(id, siri.id, null))).toBe('assessed_by_oneself');
    expect(await refusedBy(present(id, siri.id, hanne.id))).toMatch(/assessed_by_oneself|check/);
    expect(await refusedBy(present(id, hanne.id, world.managerId))).toMatch(/^teaching_attendance_check/);
    expect(await refusedBy(present(id, hanne.id))).toBe('');
  });
});
