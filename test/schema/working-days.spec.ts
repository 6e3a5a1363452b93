import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let other: World;
let personId: string;
let attacker: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  other = await World.create(testApp);
  personId = (await world.person('Hege')).id;
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});

const week = (weekdays: string, valid: string | null, whose = personId): [string, ...unknown[]] => [
  `insert into working_days (clinic_id, id, person_id, weekdays, valid, created_at) values ($1, $2, $3, $4, $5, now())`,
  world.clinicId,
  randomUUID(),
  whose,
  weekdays,
  valid,
];

describe('by SQL as the application’s role', () => {
  it('nobody works two weeks at once', async () => {
    expect(await attacker.refusedBy([week('{1,2}', '[2026-01-01,2026-06-01)')])).toBe('');
    expect(await attacker.refusedBy([week('{3}', '[2026-05-31,)')])).toMatch(/^working_days_.*excl$/);
    expect(await attacker.refusedBy([week('{3}', '[2026-06-01,)')])).toBe('');
  });

  it.each(['{0}', '{8}', '{12}', '{1,1}', '{2,1}', '{NULL}', '{1,NULL}', '{-1}'])(
    'a week is days of the week, each once and in order, and not %s',
    async (weekdays) => {
      expect(await attacker.refusedBy([week(weekdays, '[2020-01-01,2020-02-01)')])).toBe(
        'working_days_weekdays_check',
      );
    },
  );

  it('a period has a beginning and is not empty', async () => {
    for (const valid of ['(,2020-01-01)', 'empty', '[2020-01-01,2020-02-01]'])
      expect([valid, await attacker.refusedBy([week('{1}', valid)])]).toEqual([
        valid,
        'working_days_valid_check',
      ]);
  });

  it('what was told is never rewritten, nor told without an entry in the log', async () => {
    for (const sql of [`update working_days set weekdays = '{}'`, 'delete from working_days'])
      expect([sql, await attacker.refusedBy([[sql]])]).toEqual([sql, '42501']);
    const untold = week('{1}', '[2021-01-01,2021-02-01)');
    expect(await attacker.refusedBy([untold], { logged: false })).toBe('act_without_entry');
  });

  it('nothing of another clinic is seen or pointed at', async () => {
    const foreign = await other.person('Fremmed');
    expect(await attacker.refusedBy([week('{1}', '[2020-01-01,2020-02-01)', foreign.id)])).toMatch(/fkey/);
    await other.manager
      .call('put', `people/${foreign.id}/working-days`)
      .set('If-Match', '*')
      .send({ from: '2026-01-01', weekdays: [1] });
    expect(await attacker.rows('select id from working_days where person_id = $1', foreign.id)).toEqual([]);
  });
});
