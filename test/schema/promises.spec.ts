import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';
import { Attacker, standing } from './attack.js';

let testApp: TestApp;
let world: World;
let sql: Attacker;
let lege: Colleague;
let kari: Colleague;
let siri: Colleague;
let infusion: Json;
let ekg: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  sql = await Attacker.as(testApp.urls.app, world.clinicId);
  lege = await world.colleague('Lege', 'LE');
  kari = await world.colleague('Kari', 'HE');
  siri = await world.colleague('Siri', 'X-MS');
  infusion = await world.task('Intravenøs infusjon', { LE: true });
  ekg = await world.task('EKG', { HE: true, LE: true });
});
afterEach(() => sql.close());

const period = (from: number, to: number | null) => `[${day(from)},${to === null ? '' : day(to)})`;

const given = (
  from: Colleague,
  to: Colleague,
  taskId: string,
  more: { profession?: string; valid?: string } = {},
) =>
  standing(world.clinicId, {
    id: randomUUID(),
    taskId,
    from: from.id,
    to: to.id,
    profession: 'LE',
    valid: period(0, 100),
    ...more,
  });

describe('with the rules bypassed, the schema alone refuses', () => {
  it('nothing, when a delegation is as it should be', async () => {
    expect(await sql.refusedBy(given(lege, kari, infusion.id))).toBe('');
  });

  it('case 1: passing on a delegated task', async () => {
    await world.delegated(lege, kari, infusion.id);
    expect(
      await sql.refusedBy(given(kari, siri, infusion.id, { profession: 'HE', valid: period(1, 50) })),
    ).toBe('delegated_task_not_delegable');
  });

  it.each(['copy', 'part', 'whole'])('case 1: passing it on as a %s', async (relation) => {
    await world.delegated(lege, kari, infusion.id);
    const kin = await world.task(
      'Drypp',
      { HE: true, LE: true },
      { lineageOf: [{ taskId: infusion.id, relation }] },
    );
    expect(await sql.refusedBy(given(kari, siri, kin.id, { profession: 'HE', valid: period(1, 50) }))).toBe(
      'delegated_task_not_delegable',
    );
  });

  it('case 1: the same chain written in the other order', async () => {
    const copy = await world.task('Drypp', { HE: true, LE: true }, { lineageOf: infusion.id });
    expect(await sql.refusedBy(given(kari, siri, copy.id, { profession: 'HE' }))).toBe('');
    expect(await sql.refusedBy(given(lege, kari, infusion.id))).toBe('delegated_task_not_delegable');
  });

  it('case 1: making two tasks kin after one of them was delegated', async () => {
    const other = await world.task('Drypp', { HE: true, LE: true });
    await world.delegated(lege, kari, infusion.id);
    const lineage =
      'insert into task_lineage (clinic_id, task_id, of_task_id, relation) values ($1, $2, $3, $4)';
    expect(await sql.refusedBy([[lineage, world.clinicId, infusion.id, other.id, 'copy']])).toBe(
      'lineage_fixed',
    );
  });

  it('a task that the profession does not hold, holds but may not leave, or that ends in the period', async () => {
    const reserved = await world.task('Forskrivning', { LE: false });
    expect(await sql.refusedBy(given(kari, siri, infusion.id, { profession: 'HE' }))).toBe(
      'delegation_rests_on_entitlement',
    );
    expect(await sql.refusedBy(given(lege, kari, reserved.id))).toBe('task_reserved');
  });

  it('case 10 and 6: a right that is not there, or not for the whole period', async () => {
    const old = await world.colleague('Gammel lege', 'LE', {
      birthDate: `${new Date().getUTCFullYear() - 80}-12-31`,
    });
    const nextYear = `[${day(0)},${new Date().getUTCFullYear() + 1}-02-01)`;
    expect(await sql.refusedBy(given(kari, siri, infusion.id, { profession: 'LE' }))).toBe(
      'delegation_rests_on_practice_right',
    );
    expect(await sql.refusedBy(given(old, kari, infusion.id, { valid: nextYear }))).toBe(
      'delegation_rests_on_practice_right',
    );
  });

  it('case 11: people who are not engaged for the whole period', async () => {
    const locum = await world.person('Vikar');
    await world.authorise(locum.id, 'LE');
    await world.engage(locum.id, 'LE', { kind: 'vikar', validTo: day(30) });
    const away = { id: locum.id, name: 'Vikar', client: lege.client };
    expect(await sql.refusedBy(given(away, kari, infusion.id))).toBe('delegator_present');
    expect(await sql.refusedBy(given(lege, away, infusion.id))).toBe('delegatee_present');
  });

  it('a delegation to oneself, a twin, and one nobody accepted', async () => {
    expect(await sql.refusedBy(given(lege, lege, infusion.id))).toBe('delegation_not_to_self');
    await world.delegated(lege, kari, infusion.id);
    expect(await sql.refusedBy(given(lege, kari, infusion.id, { valid: period(5, 9) }))).toBe(
      'delegation_once',
    );
    const [made] = given(lege, siri, infusion.id);
    expect(await sql.refusedBy(made ? [made] : [])).toBe('not_the_delegatee');
  });

  it('an empty assessment', async () => {
    const [[text, ...values]] = given(lege, kari, infusion.id) as [[string, ...unknown[]]];
    expect(await sql.refusedBy([[text.replace("'oppgave'", "'  '"), ...values]])).toBe('assessment_missing');
  });

  it('case 6: taking a right away without cutting what rests on it', async () => {
    await world.delegated(lege, kari, infusion.id);
    const person = await world.manager.read(`people/${lege.id}`);
    const reaction = `insert into reaction (clinic_id, id, person_id, authorisation_id, kind, valid, known_from, note, created_at)
      values ($1, uuidv7(), $2, $3, 'full-suspension', $4, now(), 'vedtak', now())`;
    const values = [world.clinicId, lege.id, person.authorisations[0].id, period(10, null)];
    expect(await sql.refusedBy([[reaction, ...values]])).toBe('delegation_rests_on_practice_right');
  });

  it('case 11: ending an engagement without cutting what rests on it', async () => {
    await world.delegated(lege, kari, infusion.id);
    const end = 'update engagement set valid = tstzrange(lower(valid), $2) where person_id = $1';
    expect(await sql.refusedBy([[end, lege.id, day(10)]])).toBe('delegator_present');
    expect(await sql.refusedBy([[end, kari.id, day(10)]])).toBe('delegatee_present');
  });

  it('taking a task out of the profession without cutting what rests on it', async () => {
    await world.delegated(lege, kari, infusion.id);
    const close = 'update entitlement set valid = tstzrange(null, $2) where task_id = $1';
    expect(await sql.refusedBy([[close, infusion.id, day(10)]])).toBe('delegation_rests_on_entitlement');
  });

  it('a duty outside the role, without right, without engagement, or twice', async () => {
    const assign = `insert into duty (clinic_id, id, person_id, task_id, occupation, profession, valid, created_at)
      values ($1, uuidv7(), $2, $3, $4, $5, $6, now())`;
    const duty = (
      person: Colleague,
      taskId: string,
      occupation: string,
      profession: string | null,
    ): [string, ...unknown[]] => [
      assign,
      world.clinicId,
      person.id,
      taskId,
      occupation,
      profession,
      period(0, 100),
    ];
    const unauthorised = await world.person('Uten autorisasjon');
    await world.engage(unauthorised.id, 'HE');
    expect(await sql.refusedBy([duty(kari, infusion.id, 'HE', 'HE')])).toBe('duty_inside_role');
    expect(await sql.refusedBy([duty({ ...kari, id: unauthorised.id }, ekg.id, 'HE', 'HE')])).toBe(
      'duty_rests_on_practice_right',
    );
    expect(await sql.refusedBy([duty(kari, ekg.id, 'LE', 'LE')])).toBe('duty_rests_on_practice_right');
    expect(await sql.refusedBy([duty(kari, ekg.id, 'HE', null)])).toBe('duty_needs_profession');
    expect(await sql.refusedBy([duty(kari, ekg.id, 'HE', 'HE')])).toBe('');
    expect(await sql.refusedBy([duty(kari, ekg.id, 'HE', 'HE')])).toBe('duty_exists');
  });
});

describe('case 14: another clinic', () => {
  it('its people, tasks and delegations can be neither seen nor named', async () => {
    const other = await World.create(testApp);
    const foreign = await other.colleague('Lege der', 'LE');
    const task = await other.task('Infusjon der', { LE: true });
    expect(await sql.rows('select id from person where id = $1', foreign.id)).toEqual([]);
    expect(await sql.refusedBy(given({ ...lege, id: foreign.id }, kari, infusion.id))).toMatch(
      /delegation_.*fkey|delegat/,
    );
    expect(await sql.refusedBy(given(lege, kari, task.id))).toMatch(/fkey/);
    const intoOther = standing(other.clinicId, {
      id: randomUUID(),
      taskId: task.id,
      from: foreign.id,
      to: foreign.id,
      profession: 'LE',
      valid: period(0, 9),
    });
    expect(await sql.refusedBy(intoOther)).toBe('42501');
  });

  it('without a clinic there is nothing to see', async () => {
    const { rows } = await sql.db.query('select count(*)::int n from person');
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('the log', () => {
  it.each([
    ['update', 'update log_entry set type = $1', 'x.y'],
    ['delete', 'delete from log_entry where type <> $1', ''],
    ['truncate', 'truncate log_entry cascade'],
    ['a payload changed', 'update log_payload set payload = $1', '{}'],
    ['the head moved', 'update log_head set size = 0'],
    ['presence written', "insert into presence select clinic_id, id, '(,)' from person"],
    ['a right invented', "insert into practice_right select clinic_id, id, 'LE', '(,)' from person"],
    ['a step rewritten', 'update delegation_step set reason = $1', 'x'],
    ['kin forgotten', 'delete from task_kin'],
    ['a published version rewritten', 'update role_description_version set number = 9'],
  ] as [string, string, ...unknown[]][])(
    '%s: the application may not',
    async (_name, statement, ...values) => {
      expect(await sql.refusedBy([[statement, ...values]])).toBe('42501');
    },
  );

  it('an act without its entry cannot commit', async () => {
    const rename = 'update person set name = $2 where id = $1';
    expect(await sql.refusedBy([[rename, kari.id, 'Kari Annen']], { logged: false })).toBe(
      'act_without_entry',
    );
    expect(await sql.refusedBy([[rename, kari.id, 'Kari Annen']])).toBe('');
  });

  it('has no gaps and no second entry of the same number', async () => {
    const append = `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
      select clinic_id, size + $1, now(), 'attack.made', clinic_id, '\\x00', sha256('x') from log_head`;
    expect(await sql.refusedBy([[append, 1]], { logged: false })).toBe('log_gapless');
    expect(await sql.refusedBy([[append, -1]], { logged: false })).toBe('log_gapless');
  });

  it('refuses change even to the owner of the schema', async () => {
    const owner = await Attacker.as(testApp.urls.owner, world.clinicId);
    try {
      expect(await owner.refusedBy([['update log_entry set type = $1', 'x.y']])).toBe('log_append_only');
      expect(await owner.refusedBy([['delete from log_payload']])).toBe('log_append_only');
      expect(await owner.refusedBy([['truncate log_subject']])).toBe('log_append_only');
    } finally {
      await owner.close();
    }
  });
});
