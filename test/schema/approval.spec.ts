import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let other: World;
let hege: Colleague;
let task: Json;
let attacker: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  other = await World.create(testApp);
  hege = await world.colleague('Hege', 'HE');
  task = await world.task('Injeksjon', { LE: true }, { medicineHandling: true });
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});

type Statement = [string, ...unknown[]];

interface Told {
  id?: string;
  taskId?: string;
  approver?: string;
  signedBy?: string;
  source?: string;
  requested?: string;
  valid?: string;
  marked?: boolean;
}

const approval = (told: Told = {}): Statement => [
  `insert into approval (clinic_id, id, task_id, medicine_handling, person_id, approver_id, requested, valid, course_source,
     course_completed_on, test_source, test_passed_on, signed_on, signed_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2026-01-01', 'Prøve', '2026-01-01', '2026-01-01', $10, now())`,
  world.clinicId,
  told.id ?? randomUUID(),
  told.taskId ?? task.id,
  told.marked ?? true,
  hege.id,
  told.approver ?? world.managerId,
  told.requested ?? '[2027-01-01,2028-01-01)',
  told.valid ?? told.requested ?? '[2027-01-01,2028-01-01)',
  told.source ?? 'Kurs',
  told.signedBy ?? world.managerId,
];

const step = (id: string, kind: string, by = world.managerId): Statement => [
  `insert into approval_step (clinic_id, id, approval_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
   values ($1, uuidv7(), $2, $3::text, case $3::text when 'granted' then 0 when 'lapsed' then 2 else 1 end, now(), now(), $4, $4, 'x')`,
  world.clinicId,
  id,
  kind,
  by,
];

const granted = (told: Told = {}): Statement[] => {
  const id = told.id ?? randomUUID();
  return [approval({ ...told, id }), step(id, 'granted', told.approver)];
};

describe('by SQL as the application’s role, an approval', () => {
  it('stands on the approver’s signature, and on nothing else', async () => {
    expect(await attacker.refusedBy([approval()])).toBe('approval_not_in_force');
    const id = randomUUID();
    expect(await attacker.refusedBy([approval({ id }), step(id, 'granted', hege.id)])).toBe(
      'approval_not_in_force',
    );
  });

  it.each([
    ['for oneself', () => granted({ approver: hege.id }), 'approval_to_self'],
    ['on what one has seen of oneself', () => granted({ signedBy: hege.id }), 'assessed_by_oneself'],
    ['on no course', () => granted({ source: ' ' }), 'approval_basis_missing'],
    ['for three years', () => granted({ requested: '[2027-01-01,2030-01-01)' }), 'approval_too_long'],
    [
      'without being there',
      () => granted({ requested: '[2001-01-01,2002-01-01)' }),
      'approval_rests_on_presence',
    ],
    [
      'of a task that says it is not one',
      () => granted({ marked: false }),
      'approval_medicine_handling_check',
    ],
    ['longer than was asked', () => granted({ valid: '[2027-01-01,2028-06-01)' }), 'approval_check'],
  ] as [string, () => Statement[], string][])('is not given %s', async (_, statements, constraint) => {
    expect(await attacker.refusedBy(statements())).toBe(constraint);
  });

  it('is not given for a task that is not medicine handling, nor for another clinic’s', async () => {
    const plain = await world.task('Sårstell', { HE: true });
    const foreign = await other.task('Injeksjon', { LE: true }, { medicineHandling: true });
    for (const { id } of [plain, foreign])
      expect(await attacker.refusedBy(granted({ taskId: id }))).toBe('not_medicine_handling');
  });

  it('stands once, is ended once, and does not revive', async () => {
    const id = randomUUID();
    const when = { requested: '[2026-11-01,2027-01-01)' };
    expect(await attacker.refusedBy(granted({ id, ...when }))).toBe('');
    expect(await attacker.refusedBy(granted(when))).toBe('approval_exists');
    expect(await attacker.refusedBy([step(id, 'withdrawn')])).toBe('approval_not_in_force');
    const cut: Statement = ['update approval set valid = null where id = $1', id];
    expect(await attacker.refusedBy([cut, step(id, 'withdrawn')])).toBe('');
    expect(await attacker.refusedBy([step(id, 'relinquished')])).toBe('approval_ended_once');
    const back: Statement = ['update approval set valid = requested where id = $1', id];
    expect(await attacker.refusedBy([back])).toBe('approval_not_in_force');
  });

  it('is not rewritten, removed, or done without an entry', async () => {
    const id = randomUUID();
    const when = { requested: '[2028-01-01,2028-02-01)' };
    expect(await attacker.refusedBy(granted({ id, ...when }), { logged: false })).toBe('act_without_entry');
    expect(await attacker.refusedBy(granted({ id, ...when }))).toBe('');
    for (const sql of [
      `update approval set conditions = 'ingen' where id = $1`,
      'update approval set person_id = approver_id where id = $1',
      'delete from approval where id = $1',
      `update approval_step set reason = 'y' where approval_id = $1`,
    ])
      expect(await attacker.refusedBy([[sql, id]])).toBe('42501');
  });

  it('keeps its task medicine handling, and is passed on by nobody', async () => {
    const marked: Statement = ['update task set medicine_handling = false where id = $1', task.id];
    await attacker.refusedBy(granted({ requested: '[2029-01-01,2029-02-01)' }));
    expect(await attacker.refusedBy([marked])).toBe('not_medicine_handling');
    const copy = await world.task('Injeksjon, kopi', { LE: true, HE: true }, { lineageOf: task.id });
    const given: Statement = [
      `insert into delegation (clinic_id, id, task_id, delegator_id, delegator_profession, delegatee_id, requested, task_nature,
         qualifications, follow_up, review_by, reachable_how, created_at)
       values ($1, uuidv7(), $2, $3, 'HE', $4, '[2029-01-01,2029-02-01)', 'x', 'x', 'x', now(), 'x', now())`,
      world.clinicId,
      copy.id,
      hege.id,
      world.managerId,
    ];
    expect(await attacker.refusedBy([given])).toBe('approved_task_not_delegable');
  });
});
