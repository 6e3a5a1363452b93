import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startAlone, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';
import { Attacker, standing } from './attack.js';

/** Ways round the schema that an intruder with the application's password would try: each was open once, or nearly. */
let testApp: TestApp;
let world: World;
let sql: Attacker;
let lege: Colleague;
let kari: Colleague;
let siri: Colleague;
let infusion: Json;

beforeAll(async () => {
  testApp = await startAlone();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  sql = await Attacker.as(testApp.urls.app, world.clinicId);
  lege = await world.colleague('Lege', 'LE');
  kari = await world.colleague('Kari', 'HE');
  siri = await world.colleague('Siri', 'X-MS');
  infusion = await world.task('Infusjon', { LE: true });
});
afterEach(() => sql.close());

const period = (from: number, to: number | null) => `[${day(from)},${to === null ? '' : day(to)})`;

const given = (from: Colleague, to: Colleague, taskId: string, profession: string, valid = period(1, 50)) =>
  standing(world.clinicId, { id: randomUUID(), taskId, from: from.id, to: to.id, profession, valid });

/** Leaves the clinic in the middle of the statement, so that triggers at its end would look at nothing. */
const leaving = `returning set_config('app.clinic_id', '', true)`;
const back: () => [string, ...unknown[]] = () => [
  `select set_config('app.clinic_id', $1, true)`,
  world.clinicId,
];

describe('leaving the clinic before the triggers look', () => {
  it('does not let a delegated task be delegated on', async () => {
    await world.delegated(lege, kari, infusion.id);
    const copy = await world.task('Drypp', { HE: true }, { lineageOf: infusion.id });
    const [[insert, ...values], step] = given(kari, siri, copy.id, 'HE') as [
      [string, ...unknown[]],
      [string, ...unknown[]],
    ];
    expect(await sql.refusedBy([[`${insert} ${leaving}`, ...values], back(), step])).toBe('clinic_left');
  });

  it('does not leave presence or a right behind', async () => {
    await world.delegated(lege, kari, infusion.id);
    const end = `update engagement set valid = tstzrange(lower(valid), $2) where person_id = $1 ${leaving}`;
    expect(await sql.refusedBy([[end, kari.id, day(10)], back()])).toBe('clinic_left');
    const ban = `insert into reaction (clinic_id, id, person_id, kind, valid, known_from, note, created_at)
      values ($1, uuidv7(), $2, 'ban', $3, now(), 'vedtak', now()) ${leaving}`;
    expect(await sql.refusedBy([[ban, world.clinicId, lege.id, period(10, null)], back()])).toBe(
      'clinic_left',
    );
  });

  it('does not make tasks kin behind the back of what stands', async () => {
    const other = await world.task('Drypp', { HE: true });
    await world.delegated(lege, kari, infusion.id);
    await world.delegated(kari, siri, other.id, { profession: 'HE' });
    const born = randomUUID();
    const task = `insert into task (clinic_id, id, name, area, created_at) values ($1, $2, 'Begge', 'skiftestue', now())`;
    const lineage =
      'insert into task_lineage (clinic_id, task_id, of_task_id, relation) values ($1, $2, $3, $4)';
    const birth: [string, ...unknown[]][] = [
      [task, world.clinicId, born],
      [lineage, world.clinicId, born, infusion.id, 'copy'],
    ];
    const last = [world.clinicId, born, other.id, 'copy'];
    expect(await sql.refusedBy([...birth, [lineage, ...last]])).toBe('delegated_task_not_delegable');
    expect(await sql.refusedBy([...birth, [`${lineage} ${leaving}`, ...last], back()])).toBe('clinic_left');
  });
});

describe('a table of one’s own in front of the real one', () => {
  /** As PostgreSQL has it unless somebody takes it away, and nobody does where the database is not made by us. */
  beforeAll(async () => {
    const owner = new pg.Client(testApp.urls.owner);
    await owner.connect();
    await owner.query(
      `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
    );
    await owner.end();
  });

  it('hides nothing from the triggers', async () => {
    await world.delegated(lege, kari, infusion.id);
    const copy = await world.task('Drypp', { HE: true }, { lineageOf: infusion.id });
    const hide = (table: string): [string] => [
      `create temp table ${table} (like public.${table}) on commit drop`,
    ];
    expect(await sql.refusedBy([...given(kari, siri, copy.id, 'HE'), hide('task_kin')])).toBe(
      'delegated_task_not_delegable',
    );
    expect(
      await sql.refusedBy([hide('task_kin'), hide('entitlement'), ...given(kari, siri, copy.id, 'HE')]),
    ).toBe('delegated_task_not_delegable');
    const fake = `insert into pg_temp.log_entry (clinic_id, seq, xid) values ($1, 0, pg_current_xact_id())`;
    const unlogged: [string, ...unknown[]][] = [
      ['create temp table log_entry (clinic_id uuid, seq bigint, xid xid8) on commit drop'],
      [fake, world.clinicId],
      ['update person set name = $2 where id = $1', kari.id, 'Kari Skjult'],
    ];
    expect(await sql.refusedBy(unlogged, { logged: false })).toBe('act_without_entry');
  });
});

describe('the log', () => {
  const entry = (seq: string) =>
    `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash, xid)
     select clinic_id, ${seq}, now(), 'attack.made', clinic_id, '\\x00', sha256('x'), $1::text::xid8 from log_head`;

  it('takes no entry dated to a later transaction, under which an act could hide', async () => {
    expect(await sql.refusedBy([[entry('size'), '999999999']], { logged: false })).toBe('');
    const dated = await sql.rows(`select seq from log_entry where xid = '999999999'::xid8`);
    expect(dated).toEqual([]);
  });

  it.each([
    [
      'a payload',
      `insert into log_payload (clinic_id, seq, payload, salt) values ($1, 0, '{}', sha256('x'))`,
    ],
    ['a subject', 'insert into log_subject (clinic_id, subject_id, seq) values ($1, uuidv7(), 0)'],
  ])('takes %s only together with its entry', async (_what, statement) => {
    const [bare] = await sql.rows<{ size: string }>('select size from log_head');
    expect(await sql.refusedBy([])).toBe('');
    const late = statement.replace('0,', `${bare?.size},`).replace(', 0)', `, ${bare?.size})`);
    expect(await sql.refusedBy([[late, world.clinicId]])).toBe('log_append_only');
    const [head] = await sql.rows<{ size: string }>('select size from log_head');
    const inTime = statement.replace('0,', `${head?.size},`).replace(', 0)', `, ${head?.size})`);
    expect(await sql.refusedBy([[entryNow], [inTime, world.clinicId]], { logged: false })).toBe('');
  });

  const entryNow = `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
    select clinic_id, size, now(), 'attack.made', clinic_id, '\\x00', sha256('x') from log_head`;

  it('knows of every row that changes an answer: tasks of a reaction, lineage, what a role description holds', async () => {
    const person = await world.manager.read(`people/${lege.id}`);
    const reaction = await world.manager.make(`authorisations/${person.authorisations[0].id}/reactions`, {
      kind: 'limitation',
      validFrom: day(0),
      note: 'Vedtak',
    });
    const other = await world.task('Annet', { LE: true });
    const unlogged = (text: string, ...values: unknown[]) =>
      sql.refusedBy([[text, world.clinicId, ...values]], { logged: false });
    expect(
      await unlogged(
        'insert into task_lineage (clinic_id, task_id, of_task_id, relation) values ($1, $2, $3, $4)',
        infusion.id,
        other.id,
        'part',
      ),
    ).toBe('act_without_entry');
    expect(
      await unlogged(
        'insert into reaction_task (clinic_id, reaction_id, task_id) values ($1, $2, $3)',
        reaction.id,
        other.id,
      ),
    ).toBe('act_without_entry');
    const role = await world.manager.make('role-descriptions', { templateCode: 'helsesekretaer' });
    expect(
      await unlogged(
        `insert into role_description_task (clinic_id, role_description_id, number, position, area, task_id)
         values ($1, $2, 1, 9999, 'skiftestue', $3)`,
        role.id,
        other.id,
      ),
    ).toBe('act_without_entry');
  });
});

describe('what has ended stays ended', () => {
  const revive = 'update delegation set pending = false, valid = requested where id = $1';

  it.each(['revocation', 'relinquishment'])('after %s', async (step) => {
    const { id } = await world.delegated(lege, kari, infusion.id, { validTo: day(50) });
    const who = step === 'revocation' ? lege : kari;
    await who.client.make(`delegations/${id}/${step}`, { reason: 'Nok nå' });
    expect(await sql.refusedBy([[revive, id]])).toBe('delegation_not_in_force');
  });

  it('after a lapse, though the ground is there again', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id, { validTo: day(50) });
    const [engagement] = (await world.manager.read(`people/${kari.id}`)).engagements;
    await world.manager.make(`engagements/${engagement.id}/end`, { at: day(10), reason: 'Slutter' });
    await world.engage(kari.id, 'HE', { validFrom: day(10) });
    expect(await sql.refusedBy([[revive, id]])).toBe('delegation_not_in_force');
  });

  it('and a step that ends it cannot be written while it stands on', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id, { validTo: day(50) });
    const step = `insert into delegation_step (clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
      values ($1, uuidv7(), $2, 'revoked', 2, now(), now(), $3, $3, 'tilbake')`;
    expect(await sql.refusedBy([[step, world.clinicId, id, lege.id]])).toBe('delegation_not_in_force');
  });
});

describe('own right taken away', () => {
  it('takes with it what was given of its kin on the strength of that right', async () => {
    await world.delegated(lege, kari, infusion.id);
    const copy = await world.task('Drypp', { HE: true }, { lineageOf: infusion.id });
    const entitle = `insert into entitlement (clinic_id, task_id, occupation, may_delegate, valid) values ($1, $2, 'HE', true, '(,)')`;
    expect(
      await sql.refusedBy([[entitle, world.clinicId, infusion.id], ...given(kari, siri, copy.id, 'HE')]),
    ).toBe('');
    const close = `update entitlement set valid = tstzrange(null, $2) where task_id = $1 and occupation = 'HE'`;
    expect(await sql.refusedBy([[close, infusion.id, day(10)]])).toBe('delegated_task_not_delegable');
  });
});

describe('on two connections that take no turn', () => {
  let other: Attacker;

  beforeEach(async () => {
    other = await Attacker.as(testApp.urls.app, world.clinicId);
  });
  afterEach(() => other.close());

  /** The one writes first and commits last, as far as PostgreSQL lets it; tells what refused the other. */
  const between = async (
    one: readonly [string, ...unknown[]][],
    another: readonly [string, ...unknown[]][],
    isolation = 'read committed',
  ): Promise<string> => {
    await sql.db.query(`begin isolation level ${isolation}`);
    await sql.db.query(`select set_config('app.clinic_id', $1, true)`, [world.clinicId]);
    for (const [text, ...values] of one) await sql.db.query(text, values);
    await other.db.query(`set session characteristics as transaction isolation level ${isolation}`);
    const [{ pid }] = (await other.db.query('select pg_backend_pid() pid')).rows as [{ pid: number }];
    const answer = other.refusedBy(another);
    // Either the other is through already, or it waits for this one.
    let through = false;
    void answer.then(() => {
      through = true;
    });
    let waits = false;
    while (!waits && !through) waits = await isBlocked(pid);
    await sql.appendEntry();
    await sql.db.query('commit').catch(() => undefined);
    return waits ? answer : 'did not wait';
  };

  const isBlocked = async (pid: number): Promise<boolean> =>
    (await sql.db.query('select cardinality(pg_blocking_pids($1)) > 0 blocked', [pid])).rows[0].blocked;

  it.each(['read committed', 'repeatable read', 'serializable'])(
    'a chain is not made in the gap (%s)',
    async (isolation) => {
      const copy = await world.task('Drypp', { HE: true }, { lineageOf: infusion.id });
      const refused = await between(
        given(lege, kari, infusion.id, 'LE'),
        given(kari, siri, copy.id, 'HE'),
        isolation,
      );
      expect(refused).toMatch(/^(delegated_task_not_delegable|40001)$/);
    },
  );

  it('a right that was recalled meanwhile is not written again by an approval', async () => {
    const [authorisation] = (await world.manager.read(`people/${lege.id}`)).authorisations;
    const recall = `insert into reaction (clinic_id, id, person_id, authorisation_id, kind, valid, known_from, note, created_at)
      values ($1, uuidv7(), $2, $3, 'recall', '[2010-01-01,)', now(), 'vedtak', now())`;
    const approve = `insert into authorisation (clinic_id, id, person_id, profession, approval_type, valid, evidence, created_at)
      values ($1, uuidv7(), $2, 'LE', '17', '[2005-01-01,)', '{}', now())`;
    const refused = await between(
      [[recall, world.clinicId, lege.id, authorisation.id]],
      [[approve, world.clinicId, lege.id]],
    );
    expect(refused).toBe('');
    const rights = await sql.rows<{ until: string }>(
      'select upper(valid)::date::text until from practice_right where person_id = $1',
      lege.id,
    );
    expect(rights).toEqual([{ until: '2010-01-01' }]);
  });

  it('presence does not keep an engagement that was moved meanwhile', async () => {
    const move = `update engagement set valid = '[2040-01-01,2041-01-01)' where person_id = $1`;
    const engage = `insert into engagement (clinic_id, id, person_id, occupation, kind, valid, created_at)
      values ($1, uuidv7(), $2, 'X-TEK', 'ansatt', '[2030-01-01,2031-01-01)', now())`;
    expect(await between([[move, siri.id]], [[engage, world.clinicId, siri.id]])).toBe('');
    const presence = await sql.rows<{ year: number }>(
      'select extract(year from lower(valid))::int as year from presence where person_id = $1 order by 1',
      siri.id,
    );
    expect(presence).toEqual([{ year: 2030 }, { year: 2040 }]);
  });

  it('tasks made at once become kin of each other', async () => {
    const [middle, far] = [
      await world.task('Midten', { HE: true }),
      await world.task('Ytterst', { HE: true }),
    ];
    const born = (id: string, ...parents: Json[]): [string, ...unknown[]][] => [
      [
        `insert into task (clinic_id, id, name, area, created_at) values ($1, $2, 'Ny', 'skiftestue', now())`,
        world.clinicId,
        id,
      ],
      [
        `insert into task_lineage (clinic_id, task_id, of_task_id, relation) select $1, $2, unnest($3::uuid[]), 'copy'`,
        world.clinicId,
        id,
        parents.map((parent) => parent.id),
      ],
    ];
    const outcome = await between(born(randomUUID(), infusion, middle), born(randomUUID(), middle, far));
    expect(outcome).toBe('');
    const kin = await sql.rows(
      'select from task_kin where task_id = $1 and kin_id = $2',
      infusion.id,
      far.id,
    );
    expect(kin).toHaveLength(1);
  });
});

describe('what the law reserves', () => {
  it('is entitled to nobody else, and may be left by nobody', async () => {
    const prescribing = await world.task('Forskrivning', { LE: false }, { reservedTo: ['LE'] });
    const entitle = `insert into entitlement (clinic_id, task_id, occupation, may_delegate, valid) values ($1, $2, $3, $4, $5)`;
    const rows = (occupation: string, mayDelegate: boolean): [string, ...unknown[]][] => [
      ['update entitlement set valid = tstzrange(null, $2) where task_id = $1', prescribing.id, day(1)],
      [entitle, world.clinicId, prescribing.id, occupation, mayDelegate, period(1, null)],
    ];
    expect(await sql.refusedBy(rows('HE', false))).toBe('task_reserved');
    expect(await sql.refusedBy(rows('LE', true))).toBe('task_reserved');
    expect(await sql.refusedBy(rows('LE', false))).toBe('');
  });
});

describe('periods', () => {
  it.each(['(2026-01-01,2026-02-01)', '[2026-01-01,2026-02-01]', '[2026-01-01,infinity)', 'empty'])(
    '%s is none: half-open, finite, never empty',
    async (valid) => {
      const engage = `insert into engagement (clinic_id, id, person_id, occupation, kind, valid, created_at)
        values ($1, uuidv7(), $2, 'X-TEK', 'ansatt', $3, now())`;
      expect(await sql.refusedBy([[engage, world.clinicId, siri.id, valid]])).toMatch(
        /engagement_.*check|22000/,
      );
    },
  );
});

describe('functions', () => {
  it('for triggers, and those that run with the owner’s rights, are the owner’s alone, but for the turn', async () => {
    const owner = new pg.Client(testApp.urls.owner);
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(
      `select p.proname name from pg_proc p where p.pronamespace = 'public'::regnamespace
         and (p.prosecdef or p.prorettype = 'trigger'::regtype) and has_function_privilege($1, p.oid, 'execute') order by 1`,
      [new URL(testApp.urls.app).username],
    );
    const { rows: open } = await owner.query<{ name: string }>(
      `select p.proname name from pg_proc p join pg_language l on l.oid = p.prolang
       where p.pronamespace = 'public'::regnamespace and (p.prosecdef or p.prorettype = 'trigger'::regtype)
         and p.probin is null and l.lanname in ('plpgsql', 'sql') and not coalesce(p.proconfig::text ~ 'search_path', false)
       order by 1`,
    );
    await owner.end();
    expect(rows.map(({ name }) => name)).toEqual(['open_turn', 'take_turn']);
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});
