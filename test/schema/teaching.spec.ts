import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let other: World;
let lege: Colleague;
let hege: Colleague;
let course: Json;
let attacker: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  other = await World.create(testApp);
  lege = await world.colleague('Live', 'LE');
  hege = await world.colleague('Hege', 'HE');
  course = await world.manager.make('competences', { name: 'HLR', kind: 'course', levels: ['Lav', 'Høy'] });
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});

type Statement = [string, ...unknown[]];

const planned = (from: number, more: object = {}): Promise<Json> =>
  world.manager.make('teaching', {
    kind: 'course',
    title: 'HLR',
    startsAt: day(from),
    endsAt: day(from + 1),
    heldBy: { personId: lege.id },
    gives: [{ competenceId: course.id }],
    ...more,
  });

const attendance = (
  id: string,
  status: string,
  more: { by?: string; person?: string; at?: string } = {},
): Statement => [
  `insert into teaching_attendance (clinic_id, id, teaching_id, held, person_id, number, status, at, actor_id, by_id)
   select $1, uuidv7(), $2, held, $3, 17, $4, $5, $6, $6 from teaching where id = $2`,
  world.clinicId,
  id,
  more.person ?? hege.id,
  status,
  more.at ?? 'now',
  more.by ?? lege.id,
];

const participation = (id: string, kind: string, by = hege.id): Statement => [
  `insert into teaching_participation (clinic_id, id, teaching_id, person_id, number, kind, at, actor_id, by_id)
   values ($1, uuidv7(), $2, $3, 17, $4, now(), $5, $5)`,
  world.clinicId,
  id,
  hege.id,
  kind,
  by,
];

const record = (id: string): Statement[] => [
  [
    `insert into competence_record (clinic_id, id, person_id, competence_id, level, achieved_on, requested, evidence, created_at)
     values ($1, $2, $3, $4, 1, '2026-01-01', '[2026-01-01,)', '{}', now())`,
    world.clinicId,
    id,
    hege.id,
    course.id,
  ],
  [
    `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id)
     values ($1, uuidv7(), $2, $3, 'claimed', 0, now(), $3, $3)`,
    world.clinicId,
    id,
    hege.id,
  ],
];

const given = (id: string, recordId: string, level = 1, at = 'now'): Statement => [
  `insert into teaching_record (clinic_id, teaching_id, held, person_id, competence_id, level, record_id, at)
   select $1, $2, held, $3, $4, $5, $6, $7 from teaching where id = $2`,
  world.clinicId,
  id,
  hege.id,
  course.id,
  level,
  recordId,
  at,
];

const cancellation = (id: string): Statement => [
  `insert into teaching_cancellation (clinic_id, teaching_id, at, actor_id, reason) values ($1, $2, now(), $1, 'x')`,
  world.clinicId,
  id,
];

describe('by SQL as the application’s role, attendance', () => {
  it('is not there before it began, nor of oneself, nor of somebody who did not belong to the clinic that day', async () => {
    const { id: coming } = await planned(5);
    expect(await attacker.refusedBy([attendance(coming, 'present')])).toBe('teaching_not_begun');
    const { id } = await planned(-5);
    const by = hege.id;
    expect(await attacker.refusedBy([attendance(id, 'present', { by })])).toBe('assessed_by_oneself');
    const late = await world.person('Lars Later');
    await world.engage(late.id, 'HE', { validFrom: day(-4) });
    expect(await attacker.refusedBy([attendance(id, 'present', { person: late.id })])).toBe(
      'attendance_rests_on_presence',
    );
    expect(await attacker.refusedBy([attendance(id, 'present')], { logged: false })).toBe(
      'act_without_entry',
    );
    expect(await attacker.refusedBy([attendance(id, 'present')])).toBe('');
  });

  it('is corrected by new rows only, which are numbered in turn whatever the writer says', async () => {
    const { id } = await planned(-5);
    for (const status of ['present', 'absent', 'partly'])
      expect(await attacker.refusedBy([attendance(id, status)])).toBe('');
    const rows = await attacker.rows<{ told: string }>(
      `select number || ' ' || status told from teaching_attendance where teaching_id = $1 order by number`,
      id,
    );
    expect(rows.map(({ told }) => told)).toEqual(['1 present', '2 absent', '3 partly']);
    for (const sql of [
      `update teaching_attendance set status = 'present' where teaching_id = $1`,
      'delete from teaching_attendance where teaching_id = $1',
      'delete from teaching where id = $1',
    ])
      expect([sql, await attacker.refusedBy([[sql, id]])]).toEqual([sql, '42501']);
  });

  it('holds the time where it is', async () => {
    const { id } = await planned(-5);
    const moved: Statement = [`update teaching set held = '[2020-01-01,2020-01-02)' where id = $1`, id];
    expect(await attacker.refusedBy([moved])).toBe('');
    expect(await attacker.refusedBy([attendance(id, 'present')])).toBe('attendance_rests_on_presence');
    const there: Statement = [`update teaching set held = '[2026-01-01,2026-01-02)' where id = $1`, id];
    expect(await attacker.refusedBy([there, attendance(id, 'present')])).toBe('');
    expect(await attacker.refusedBy([moved])).toBe('teaching_attended');
  });
});

describe('by SQL as the application’s role, participation', () => {
  it('is by turns, before it begins, and by oneself only where it is open', async () => {
    const { id } = await planned(5);
    expect(await attacker.refusedBy([participation(id, 'signed-up')])).toBe('teaching_not_open');
    const open = await planned(5, { open: true });
    expect(await attacker.refusedBy([participation(open.id, 'signed-up', lege.id)])).toBe(
      'teaching_participation_check',
    );
    expect(await attacker.refusedBy([participation(open.id, 'signed-off')])).toBe(
      'teaching_participation_unchanged',
    );
    expect(await attacker.refusedBy([participation(open.id, 'signed-up')])).toBe('');
    expect(await attacker.refusedBy([participation(open.id, 'invited', lege.id)])).toBe(
      'teaching_participation_unchanged',
    );
    const past = await planned(-5, { open: true });
    expect(await attacker.refusedBy([participation(past.id, 'invited', lege.id)])).toBe('teaching_begun');
  });
});

describe('by SQL as the application’s role, a record given on it', () => {
  it('rests on presence, is of what the teaching gives, comes after it, and is given once', async () => {
    const { id } = await planned(-5);
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await attacker.refusedBy([...record(one), given(id, one)])).toBe('teaching_not_attended');
    await attacker.refusedBy([attendance(id, 'partly')]);
    expect(await attacker.refusedBy([...record(one), given(id, one)])).toBe('teaching_not_attended');
    await attacker.refusedBy([attendance(id, 'present')]);
    expect(await attacker.refusedBy([...record(one), given(id, one, 2)])).toMatch(/teaching_record/);
    expect(await attacker.refusedBy([...record(one), given(id, one, 1, '2020-01-01')])).toBe(
      'teaching_not_over',
    );
    expect(await attacker.refusedBy([...record(one), given(id, one)])).toBe('');
    expect(await attacker.refusedBy([...record(two), given(id, two)])).toBe('teaching_record_exists');
    const twin = await planned(-5);
    await attacker.refusedBy([attendance(twin.id, 'present')]);
    expect(await attacker.refusedBy([given(twin.id, one)])).toMatch(/teaching_record_.*key/);
  });

  it('holds attendance, competence and the event itself where they are', async () => {
    const { id } = await planned(-5);
    const one = randomUUID();
    await attacker.refusedBy([attendance(id, 'present')]);
    expect(await attacker.refusedBy([...record(one), given(id, one)])).toBe('');
    expect(await attacker.refusedBy([attendance(id, 'absent')])).toBe('teaching_record_stands');
    expect(await attacker.refusedBy([cancellation(id)])).toBe('teaching_record_stands');
    const level: Statement = ['update teaching_competence set level = null where teaching_id = $1', id];
    expect(await attacker.refusedBy([level])).toBe('teaching_record_given');
  });
});

describe('by SQL as the application’s role, what is cancelled', () => {
  it('stays as it was', async () => {
    const { id } = await planned(5, { open: true });
    expect(await attacker.refusedBy([cancellation(id)], { logged: false })).toBe('act_without_entry');
    expect(await attacker.refusedBy([cancellation(id)])).toBe('');
    for (const statement of [
      cancellation(id),
      participation(id, 'signed-up'),
      attendance(id, 'present', { at: '2100-01-01' }),
      ['update teaching set open = true where id = $1', id] as Statement,
      ['update teaching_competence set level = 2 where teaching_id = $1', id] as Statement,
    ])
      expect([statement[0], await attacker.refusedBy([statement])]).toEqual([
        statement[0],
        'teaching_cancelled',
      ]);
    for (const sql of [
      'delete from teaching_cancellation where teaching_id = $1',
      `update teaching_cancellation set reason = 'y' where teaching_id = $1`,
    ])
      expect(await attacker.refusedBy([[sql, id]])).toBe('42501');
  });

  it('and nothing of another clinic is seen or pointed at', async () => {
    const foreign = await other.manager.make('competences', { name: 'Deres', kind: 'course' });
    const { id } = await planned(5);
    const gives: Statement = [
      'insert into teaching_competence (clinic_id, teaching_id, competence_id, level) values ($1, $2, $3, 1)',
      world.clinicId,
      id,
      foreign.id,
    ];
    expect(await attacker.refusedBy([gives])).toMatch(/fkey/);
    const theirs = await other.manager.make('teaching', {
      kind: 'meeting',
      title: 'Deres',
      startsAt: day(1),
      endsAt: day(2),
      heldBy: { name: 'Noen' },
    });
    expect(await attacker.rows('select id from teaching where id = $1', theirs.id)).toEqual([]);
    expect(await attacker.refusedBy([cancellation(theirs.id)])).toMatch(/fkey/);
  });
});
