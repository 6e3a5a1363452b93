import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let hege: Colleague;
let other: World;
let course: Json;
let attacker: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  hege = await world.colleague('Hege', 'HE');
  other = await World.create(testApp);
  course = await world.manager.make('competences', { name: 'Kurs', kind: 'course' });
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});

type Statement = [string, ...unknown[]];

const record = (id: string, more: { valid?: string | null; assessor?: string | null } = {}): Statement => [
  `insert into competence_record (clinic_id, id, person_id, competence_id, level, achieved_on, requested, valid, assessor_id,
     evidence, created_at) values ($1, $2, $3, $4, 1, '2026-01-01', '[2026-01-01,2027-01-01)', $5, $6, '{}', now())`,
  world.clinicId,
  id,
  hege.id,
  course.id,
  more.valid === undefined ? '[2026-01-01,2027-01-01)' : more.valid,
  more.assessor ?? null,
];

const step = (recordId: string, kind: string, by: string): Statement => [
  `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id, reason)
   values ($1, uuidv7(), $2, $3, $4::text, case $4::text when 'claimed' then 0 when 'withdrawn' then 2 else 1 end, now(), $5, $5, 'x')`,
  world.clinicId,
  recordId,
  hege.id,
  kind,
  by,
];

const abstention = (id: string): Statement => [
  `insert into abstention (clinic_id, id, person_id, task_id, reason, valid, created_at)
   select $1, $2, $3, id, 'mestrer ikke', '[2026-01-01,)', now() from task limit 1`,
  world.clinicId,
  id,
  hege.id,
];

describe('by SQL as the application’s role', () => {
  it('a record stands on its confirmation by somebody else, and on nothing else', async () => {
    const id = randomUUID();
    expect(await attacker.refusedBy([record(id)])).toBe('competence_record_not_in_force');
    expect(await attacker.refusedBy([record(id), step(id, 'claimed', hege.id)])).toBe(
      'competence_record_not_in_force',
    );
    expect(await attacker.refusedBy([record(id), step(id, 'confirmed', hege.id)])).toBe(
      'assessed_by_oneself',
    );
    expect(await attacker.refusedBy([record(id, { assessor: hege.id })])).toBe('assessed_by_oneself');
    const whole = [record(id), step(id, 'confirmed', world.managerId)];
    expect(await attacker.refusedBy(whole, { logged: false })).toBe('act_without_entry');
    expect(await attacker.refusedBy(whole)).toBe('');
  });

  it('two records of the same competence never stand at once, and none is answered twice', async () => {
    const id = randomUUID();
    expect(await attacker.refusedBy([record(id), step(id, 'confirmed', world.managerId)])).toBe(
      'competence_record_exists',
    );
    const [{ id: standing = '' } = {}] = await attacker.rows<{ id: string }>(
      'select id from competence_record where valid is not null',
    );
    expect(await attacker.refusedBy([step(standing, 'rejected', world.managerId)])).toBe(
      'competence_record_not_claimed',
    );
    expect(await attacker.refusedBy([step(standing, 'withdrawn', world.managerId)])).toBe(
      'competence_record_not_in_force',
    );
    const cut: Statement = [
      'update competence_record set valid = valid * tstzrange(null, now()) where id = $1',
      standing,
    ];
    expect(await attacker.refusedBy([cut, step(standing, 'withdrawn', world.managerId)])).toBe('');
    const revived: Statement = ['update competence_record set valid = requested where id = $1', standing];
    expect(await attacker.refusedBy([revived])).toBe('competence_record_not_in_force');
  });

  it('what was shown is never rewritten', async () => {
    for (const sql of [
      `update competence_record set level = 9`,
      `update competence_record set evidence = '{}'`,
      `update competence_record_step set person_id = null`,
      `update competence set levels = '{x}'`,
      `update requirement_option set min_level = 1`,
      `delete from competence_record_step`,
      `delete from abstention`,
    ])
      expect([sql, await attacker.refusedBy([[sql]])]).toEqual([sql, '42501']);
  });

  it('who abstains is let back by somebody else, and abstains once at a time', async () => {
    await world.task('EKG', { HE: false });
    const id = randomUUID();
    expect(await attacker.refusedBy([abstention(id)])).toBe('');
    expect(await attacker.refusedBy([abstention(randomUUID())])).toBe('abstention_exists');
    const end = (by: string): Statement => [
      `update abstention set valid = tstzrange(lower(valid), now()), end_reason = 'ok', ended_by = $2 where id = $1`,
      id,
      by,
    ];
    expect(await attacker.refusedBy([end(hege.id)])).toBe('assessed_by_oneself');
    expect(await attacker.refusedBy([end(world.managerId)])).toBe('');
  });

  it('nothing of another clinic is seen or pointed at', async () => {
    const foreign = await other.manager.make('competences', { name: 'Deres', kind: 'course' });
    expect(await attacker.rows('select id from competence where id = $1', foreign.id)).toEqual([]);
    const required: Statement = [
      `with made as (insert into requirement (clinic_id, id, task_id, valid, created_at)
         select $1, $2, id, '(,)', now() from task limit 1)
       insert into requirement_option (clinic_id, requirement_id, competence_id, min_level) values ($1, $2, $3, 1)`,
      world.clinicId,
      randomUUID(),
      foreign.id,
    ];
    expect(await attacker.refusedBy([required])).toMatch(/fkey/);
  });
});
