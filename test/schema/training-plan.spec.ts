import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let other: World;
let hanne: Colleague;
let pia: Colleague;
let siri: Colleague;
let ecg: Json;
let attacker: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  other = await World.create(testApp);
  hanne = await world.colleague('Hanne', 'HE');
  siri = await world.colleague('Siri', 'HE');
  pia = await world.colleague('Pia', 'X-HEL');
  ecg = await world.manager.make('competences', { name: 'EKG', kind: 'course', levels: ['Lav', 'Høy'] });
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});

type Statement = [string, ...unknown[]];

const always = '[2026-01-01,2030-01-01)';
let id: string;
let goalId: string;
beforeEach(() => {
  id = randomUUID();
  goalId = randomUUID();
});

interface Told {
  purpose?: string;
  personId?: string;
  requested?: string;
  valid?: string;
}

const plan = (told: Told = {}): Statement => [
  `insert into training_plan (clinic_id, id, person_id, purpose, requested, valid, created_at)
   values ($1, $2, $3, $4, $5, $6, '2026-01-01')`,
  world.clinicId,
  id,
  told.personId ?? pia.id,
  told.purpose ?? `Praksis ${id}`,
  told.requested ?? always,
  told.valid ?? told.requested ?? always,
];

const planStep = (kind: string, at = 'now()'): Statement => [
  `insert into training_plan_step (clinic_id, id, plan_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
   values ($1, uuidv7(), $2, $3::text, case $3::text when 'made' then 0 when 'lapsed' then 2 else 1 end, ${at}, now(), $4, $4, 'x')`,
  world.clinicId,
  id,
  kind,
  world.managerId,
];

const supervision = (
  told: { by?: string; valid?: string; number?: number; reason?: string; traineeId?: string } = {},
): Statement => [
  `insert into training_supervision (clinic_id, id, plan_id, trainee_id, supervisor_id, number, valid, reason, actor_id, created_at)
   values ($1, uuidv7(), $2, $3, $4, $5, $6, $7, $8, '2026-01-01')`,
  world.clinicId,
  id,
  told.traineeId ?? pia.id,
  told.by ?? hanne.id,
  told.number ?? 1,
  told.valid ?? always,
  told.reason ?? null,
  world.managerId,
];

const goal = (
  more: { traineeId?: string; competenceId?: string | null; level?: number | null; position?: number } = {},
): Statement => [
  `insert into training_goal (clinic_id, id, plan_id, trainee_id, position, text, competence_id, level, actor_id, created_at)
   values ($1, $2, $3, $4, $5, 'Ta EKG', $6, $7, $8, now())`,
  world.clinicId,
  goalId,
  id,
  more.traineeId ?? pia.id,
  more.position ?? 1,
  more.competenceId === undefined ? ecg.id : more.competenceId,
  more.level === undefined ? 2 : more.level,
  world.managerId,
];

const step = (
  more: { by?: string; kind?: string; at?: string; recordId?: string; traineeId?: string; id?: string } = {},
): Statement => [
  `insert into training_step (clinic_id, id, goal_id, trainee_id, kind, signed_on, record_id, at, person_id)
   values ($1, $2, $3, $4, $5, '2026-01-02', $6, ${more.at ?? 'now()'}, $7)`,
  world.clinicId,
  more.id ?? randomUUID(),
  goalId,
  more.traineeId ?? pia.id,
  more.kind ?? 'seen',
  more.recordId ?? null,
  more.by ?? hanne.id,
];

const withdrawal = (what: { goalId?: string; stepId?: string }, reason = 'x'): Statement => [
  `insert into training_withdrawal (clinic_id, id, goal_id, step_id, at, actor_id, reason)
   values ($1, uuidv7(), $2, $3, now(), $4, $5)`,
  world.clinicId,
  what.goalId ?? null,
  what.stepId ?? null,
  world.managerId,
  reason,
];

const made = (told: Told = {}): Statement[] => [plan(told), planStep('made'), supervision(), goal()];

const ended = (kind: string): Statement[] => [
  [`update training_plan set valid = valid * tstzrange(null, now()) where id = $1`, id],
  [`update training_supervision set valid = valid * tstzrange(null, now()) where plan_id = $1`, id],
  planStep(kind),
];

const record = (recordId: string, level = 2, assessor = hanne.id, person = pia.id): Statement[] => [
  [
    `insert into competence_record (clinic_id, id, person_id, competence_id, level, achieved_on, requested, valid, assessor_id, evidence, created_at)
     values ($1, $2, $3, $4, $5, '2026-01-02', '[2026-01-02,2029-01-01)', null, $6, '{"source":"x"}', now())`,
    world.clinicId,
    recordId,
    person,
    ecg.id,
    level,
    assessor,
  ],
  [
    `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id)
     values ($1, uuidv7(), $2, $3, 'confirmed', 1, now(), $4, $4)`,
    world.clinicId,
    recordId,
    person,
    assessor,
  ],
];

const refusedBy = (statements: Statement[], options = {}): Promise<string> =>
  attacker.refusedBy(statements, options);

describe('by SQL as the application’s role, a plan', () => {
  it('is made as it should be, and then stands', async () => {
    expect(await refusedBy([...made(), step()])).toBe('');
  });

  it.each([
    ['without a step that made it', () => [plan()], 'training_plan_not_in_force'],
    [
      'longer than was asked',
      () => [plan({ requested: '[2026-02-01,2027-01-01)', valid: always }), planStep('made')],
      'training_plan_check',
    ],
    [
      'without an end',
      () => [plan({ requested: '[2026-01-01,)' }), planStep('made')],
      'training_plan_requested_check',
    ],
    ['without anybody who supervises it', () => [plan(), planStep('made')], 'training_plan_supervised'],
    [
      'supervised in a part of its time only',
      () => [plan(), planStep('made'), supervision({ valid: '[2026-01-01,2027-01-01)' })],
      'training_plan_supervised',
    ],
    [
      'supervised from later than its start',
      () => [plan(), planStep('made'), supervision({ valid: '[2026-02-01,2030-01-01)' })],
      'training_plan_supervised',
    ],
    ['for nothing', () => [plan({ purpose: ' ' }), planStep('made')], 'training_plan_purpose_check'],
    [
      'while the person is away',
      () => [plan({ requested: '[2001-01-01,2002-01-01)' }), planStep('made')],
      'trainee_present',
    ],
    ['completed while a goal is open', () => [...made(), ...ended('completed')], 'training_goals_open'],
    [
      'completed without a goal',
      () => [plan(), planStep('made'), ...ended('completed')],
      'training_goals_open',
    ],
    ['beyond what ended it', () => [...made(), planStep('cancelled')], 'training_plan_not_in_force'],
  ] as [string, () => Statement[], string][])('does not stand %s', async (_, statements, constraint) => {
    expect(await refusedBy(statements())).toBe(constraint);
  });

  it('is not of another clinic’s person, nor seen from there', async () => {
    const stranger = await other.colleague('Ola', 'HE');
    expect(await refusedBy([plan({ personId: stranger.id }), planStep('made')])).toMatch(
      /trainee_present|fkey/,
    );
    expect(await refusedBy(made())).toBe('');
    const there = await Attacker.as(testApp.urls.app, other.clinicId);
    expect(await there.rows('select * from training_plan')).toEqual([]);
    await there.close();
  });

  it('is one at a time for the same purpose', async () => {
    expect(await refusedBy(made({ purpose: 'Det samme' }))).toBe('');
    id = randomUUID();
    expect(await refusedBy([plan({ purpose: 'DET SAMME' }), planStep('made')])).toBe('training_plan_exists');
  });

  it('is ended once, and does not revive; nothing is added or taken out after it', async () => {
    await refusedBy(made());
    expect(await refusedBy(ended('cancelled'))).toBe('');
    expect(await refusedBy([planStep('completed')])).toMatch(/training_plan_ended_once|training_goals_open/);
    expect(await refusedBy([['update training_plan set valid = requested where id = $1', id]])).toBe(
      'training_plan_revived',
    );
    const before = goalId;
    goalId = randomUUID();
    expect(await refusedBy([goal({ position: 2 })])).toBe('training_plan_not_in_force');
    expect(await refusedBy([withdrawal({ goalId: before })])).toBe('training_plan_not_in_force');
    const late = { number: 2, reason: 'x', valid: '[2026-02-01,2026-03-01)' };
    expect(await refusedBy([supervision(late)])).toMatch(/training_plan_not_in_force|overlaps|_key/);
  });

  it('is not ended without a reason', async () => {
    await refusedBy(made());
    const silent = planStep('cancelled').map((part) =>
      typeof part === 'string' ? part.replace(`'x')`, 'null)') : part,
    );
    expect(await refusedBy([silent as Statement])).toMatch(/^training_plan_step_check/);
  });

  it('is not rewritten, removed, or done without an entry', async () => {
    expect(await refusedBy(made(), { logged: false })).toBe('act_without_entry');
    await refusedBy([...made(), step()]);
    for (const sql of [
      `update training_plan set purpose = 'x' where id = $1`,
      'update training_plan set requested = valid where id = $1',
      'delete from training_plan where id = $1',
      `update training_plan_step set reason = 'y' where plan_id = $1`,
      'update training_supervision set supervisor_id = trainee_id where plan_id = $1',
      'delete from training_supervision where plan_id = $1',
      `update training_goal set text = 'y' where plan_id = $1`,
      'delete from training_goal where plan_id = $1',
      `update training_step set kind = 'mastered' where goal_id = $1`,
      'delete from training_step where goal_id = $1',
      'delete from training_withdrawal where goal_id = $1',
    ])
      expect(await refusedBy([[sql, id]])).toBe('42501');
  });
});

describe('supervision', () => {
  it.each([
    ['of oneself', () => supervision({ by: pia.id }), 'supervisor_of_oneself'],
    [
      'by somebody who is not there',
      () => supervision({ valid: always, by: world.managerId }),
      'supervisor_present',
    ],
    ['beyond the plan', () => supervision({ valid: '[2026-01-01,2031-01-01)' }), 'supervision_within_plan'],
    [
      'before it was decided',
      () => supervision({ valid: '[2025-06-01,2027-01-01)' }),
      'training_supervision_check',
    ],
    ['by another, without a reason', () => supervision({ number: 2 }), 'training_supervision_check1'],
    [
      'as somebody else’s plan',
      () => supervision({ traineeId: siri.id }),
      'training_supervision_clinic_id_plan_id_trainee_id_fkey',
    ],
  ] as [string, () => Statement, string][])('is not %s', async (_, statement, constraint) => {
    const found = await refusedBy([plan(), planStep('made'), statement()]);
    if (constraint.startsWith('training_supervision_check'))
      expect(found).toMatch(/^training_supervision_.*check/);
    else expect(found).toBe(constraint);
  });

  it('is by one at a time, and revives by nobody’s hand', async () => {
    await refusedBy(made());
    expect(await refusedBy([supervision({ by: siri.id, number: 2, reason: 'x' })])).toBe(
      'training_supervision_clinic_id_plan_id_valid_key',
    );
    const until = (end: string): Statement => [
      `update training_supervision set valid = tstzrange('2026-01-01', $2), end_reason = 'x' where plan_id = $1`,
      id,
      end,
    ];
    expect(await refusedBy([until('2027-01-01')])).toBe('');
    expect(await refusedBy([until('2028-01-01')])).toBe('supervision_revived');
  });

  it('does not end for no reason while the plan goes on, nor is the reason taken away', async () => {
    await refusedBy(made());
    const set = (what: string): Statement => [
      `update training_supervision set ${what} where plan_id = $1`,
      id,
    ];
    const short = `valid = tstzrange('2026-01-01', '2027-01-01')`;
    for (const untold of ['valid = null', short, `valid = null, end_reason = ' '`])
      expect(await refusedBy([set(untold)])).toBe('supervision_end_untold');
    expect(await refusedBy([set(`${short}, end_reason = 'x'`)])).toBe('');
    for (const taken of ['end_reason = null', `end_reason = ''`])
      expect(await refusedBy([set(taken)])).toBe('supervision_end_untold');
    expect(await refusedBy(ended('cancelled'))).toBe('');
  });

  it('by another lasts for what is left of the plan, and needs no other reason', async () => {
    await refusedBy(made());
    const cut = (why: string | null): Statement => [
      `update training_supervision set valid = tstzrange('2026-01-01', '2027-01-01'), end_reason = $2 where plan_id = $1`,
      id,
      why,
    ];
    const next = (valid: string) => supervision({ by: siri.id, number: 2, reason: 'Bytte', valid });
    const short = next('[2027-01-01,2028-01-01)');
    expect(await refusedBy([cut('x'), short])).toBe('training_plan_supervised');
    expect(await refusedBy([cut(null), short])).toBe('supervision_end_untold');
    expect(await refusedBy([cut(null), next('[2027-01-01,2030-01-01)')])).toBe('');
  });

  it('cannot outlive the supervisor’s engagement: cut first, or the engagement stays', async () => {
    const leaving = await world.colleague('Lars', 'HE');
    const away: Statement = [
      `update engagement set valid = tstzrange(lower(valid), '2027-06-01') where person_id = $1`,
      leaving.id,
    ];
    expect(await refusedBy([plan(), planStep('made'), supervision({ by: leaving.id })])).toBe('');
    expect(await refusedBy([away])).toBe('supervisor_present');
    const short: Statement = [
      `update training_supervision set valid = valid * tstzrange(null, '2027-06-01'), end_reason = 'x' where plan_id = $1`,
      id,
    ];
    expect(await refusedBy([away, short])).toBe('');
  });

  it('cannot outlive the plan, nor the plan the engagement of whoever is in training', async () => {
    const elev = await world.colleague('Eli', 'X-HEL');
    const own = (statement: Statement): Statement =>
      statement.map((value) => (value === pia.id ? elev.id : value)) as Statement;
    expect(await refusedBy([own(plan()), planStep('made'), own(supervision())])).toBe('');
    const away: Statement = [
      `update engagement set valid = tstzrange(lower(valid), '2027-06-01') where person_id = $1`,
      elev.id,
    ];
    expect(await refusedBy([away])).toBe('trainee_present');
    const short: Statement = [
      `update training_plan set valid = valid * tstzrange(null, '2027-06-01') where id = $1`,
      id,
    ];
    expect(await refusedBy([away, short])).toBe('supervision_within_plan');
  });
});

describe('a step', () => {
  it.each([
    ['by oneself', () => step({ by: pia.id }), 'assessed_by_oneself'],
    [
      'in another’s name, so as to sign for oneself',
      () => step({ by: pia.id, traineeId: siri.id }),
      'training_step_clinic_id_goal_id_trainee_id_fkey',
    ],
    ['by somebody who neither supervises nor masters it', () => step({ by: siri.id }), 'not_the_supervisor'],
    ['after its supervision', () => step({ at: `'2030-01-01'` }), 'not_the_supervisor'],
    ['before its supervision', () => step({ at: `'2025-12-31'` }), 'not_the_supervisor'],
  ] as [string, () => Statement, string][])('is not signed %s', async (_, statement, constraint) => {
    expect(await refusedBy([...made(), statement()])).toBe(constraint);
  });

  it('is not signed on a plan that has ended, however it is dated, nor on a goal that was taken out', async () => {
    await refusedBy(made());
    expect(await refusedBy([withdrawal({ goalId })])).toBe('');
    expect(await refusedBy([step()])).toBe('training_goal_not_in_force');
    expect(await refusedBy([withdrawal({ goalId })])).toBe('training_goal_withdrawn_once');
    await refusedBy(ended('cancelled'));
    expect(await refusedBy([step({ at: `'2026-02-01'` })])).toBe('training_plan_not_in_force');
  });

  it('is signed by another only with a record of mastering it, at that level, at that time', async () => {
    await refusedBy(made());
    const held = randomUUID();
    const stands: Statement = ['update competence_record set valid = requested where id = $1', held];
    expect(await refusedBy([...record(held, 1, world.managerId, siri.id), stands])).toBe('');
    expect(await refusedBy([step({ by: siri.id })])).toBe('not_the_supervisor');
    const another = randomUUID();
    expect(
      await refusedBy([
        ['update competence_record set valid = null where id = $1', held],
        ...record(another, 2, world.managerId, siri.id),
        ['update competence_record set valid = requested where id = $1', another],
      ]),
    ).toBe('');
    expect(await refusedBy([step({ by: siri.id })])).toBe('');
    expect(await refusedBy([step({ by: siri.id, at: `'2026-01-01T12:00:00Z'` })])).toBe('not_the_supervisor');
    [id, goalId] = [randomUUID(), randomUUID()];
    const short = { requested: '[2026-01-01,2027-06-01)' };
    expect(
      await refusedBy([plan(short), planStep('made'), supervision({ valid: short.requested }), goal()]),
    ).toBe('');
    expect(await refusedBy([step({ by: siri.id, at: `'2028-01-01'` })])).toBe('training_plan_not_in_force');
    expect(await refusedBy([step({ by: siri.id })])).toBe('');
  });

  it('gives a record of its own goal, on the signer’s word, once, and only with mastery', async () => {
    await refusedBy(made());
    const of = (recordId: string, kind = 'mastered') => step({ kind, recordId });
    const [low, theirs, right] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await refusedBy([...record(low, 1), of(low)])).toBe('record_of_another_goal');
    expect(await refusedBy([...record(theirs, 2, siri.id), of(theirs)])).toBe('record_of_another_goal');
    expect(await refusedBy([...record(right), of(right, 'seen')])).toBe('training_step_check');
    expect(await refusedBy([...record(right), of(right)])).toBe('');
    expect(await refusedBy([of(right)])).toBe('training_step_clinic_id_record_id_key');
  });

  it('is taken back once, with a reason; the goal is then open again', async () => {
    await refusedBy(made());
    const signed = randomUUID();
    expect(await refusedBy([step({ id: signed, kind: 'mastered' })])).toBe('');
    expect(await refusedBy([withdrawal({ stepId: signed }, ' ')])).toBe('training_withdrawal_reason_check');
    expect(await refusedBy([withdrawal({ stepId: signed, goalId })])).toBe('training_withdrawal_check');
    expect(await refusedBy([withdrawal({ stepId: signed })])).toBe('');
    expect(await refusedBy([withdrawal({ stepId: signed })])).toBe('training_step_withdrawn_once');
    expect(await refusedBy(ended('completed'))).toBe('training_goals_open');
    expect(await refusedBy([step({ kind: 'mastered' }), ...ended('completed')])).toBe('');
  });
});

describe('a goal', () => {
  it('is of the plan’s own person, in a place of its own, and has a level if and only if it has a competence', async () => {
    await refusedBy(made());
    goalId = randomUUID();
    expect(await refusedBy([goal({ position: 1 })])).toBe('training_goal_clinic_id_plan_id_position_key');
    expect(await refusedBy([goal({ position: 201 })])).toBe('training_goal_position_check');
    expect(await refusedBy([goal({ position: 2, traineeId: siri.id })])).toBe(
      'training_goal_clinic_id_plan_id_trainee_id_fkey',
    );
    expect(await refusedBy([goal({ position: 2, competenceId: null })])).toBe('training_goal_check');
    expect(await refusedBy([goal({ position: 2, competenceId: null, level: null })])).toBe('');
  });
});
