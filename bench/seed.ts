import { createHash } from 'node:crypto';
import pg from 'pg';
import { competenceStatements } from './matrix-seed.ts';
import { evidenceStatements, trainingStatements } from './training-seed.ts';

/** How many of everything each clinic gets. Duties go to helpers (HE), delegations come from doctors (LE). */
export interface Shape {
  readonly clinics: number;
  readonly doctors: number;
  readonly helpers: number;
  /** Tasks that helpers hold in their own right; each with three entitlements. */
  readonly ownTasks: number;
  /** Tasks that doctors hold and may leave to others; each with three entitlements. */
  readonly delegableTasks: number;
  /** Duties of each helper, at most `ownTasks`. */
  readonly duties: number;
  /** Delegations that each helper has received and accepted, at most `delegableTasks`. */
  readonly delegations: number;
  /** Teaching events of each clinic, one a week until now, each with everybody invited and present; none if left out. */
  readonly teachings?: number;
  /** Entries in each clinic's log. */
  readonly entries: number;
  /** Whether helpers have training plans, and records files behind them; not if left out. */
  readonly training?: boolean;
  /** Competences that every second own task requires one of, and that most helpers have records of; none if left out. */
  readonly competences?: number;
}

export interface Colleague {
  readonly clinicId: string;
  readonly personId: string;
  readonly occupation: 'LE' | 'HE';
  /** The session cookie's value. */
  readonly token: string;
}

export interface SeededClinic {
  readonly id: string;
  readonly doctors: readonly Colleague[];
  readonly helpers: readonly Colleague[];
  /** In the order of making; helpers hold the first ones as duties. */
  readonly ownTasks: readonly string[];
  /** In the order of making; helpers hold the first ones by delegation. */
  readonly delegableTasks: readonly string[];
}

/** Opens the session of a seeded person: derived from the id, so that nothing but the ids needs to be read back. */
const tokenOf = (personId: string): string =>
  createHash('sha256').update(`bench ${personId}`).digest('base64url');

/**
 * Fills a migrated database in bulk as the owner of the schema, in one transaction.
 * Row level security is unforced and the log's guard on acts taken off while it runs, both put back before COMMIT;
 * every other trigger and key judges the rows as it would judge the application's.
 */
export async function seed(ownerUrl: string, shape: Shape): Promise<void> {
  const db = new pg.Client(ownerUrl);
  await db.connect();
  try {
    await db.query('begin');
    const { rows: tables } = await db.query<{ name: string }>(forcedTablesSql);
    const { rows: guarded } = await db.query<{ name: string }>(guardedTablesSql);
    for (const { name } of tables) await db.query(`alter table ${name} no force row level security`);
    for (const { name } of guarded) await db.query(`alter table ${name} disable trigger act_without_entry`);
    for (const [sql, ...values] of statementsFor(shape)) await db.query(sql, values);
    await db.query('set constraints all immediate');
    for (const { name } of guarded) await db.query(`alter table ${name} enable trigger act_without_entry`);
    for (const { name } of tables) await db.query(`alter table ${name} force row level security`);
    await db.query('commit');
    await db.query('vacuum analyze');
  } finally {
    await db.end();
  }
}

/** The seeded clinics with at least `helpers` helpers, read as the owner who looks into one clinic after the other. */
export async function seededClinics(ownerUrl: string, helpers: number): Promise<SeededClinic[]> {
  const db = new pg.Client(ownerUrl);
  await db.connect();
  try {
    await db.query('begin; alter table clinic no force row level security');
    const { rows: clinics } = await db.query<{ id: string }>(
      'select id from clinic where name = $1 order by id',
      [`bench ${helpers}`],
    );
    await db.query('rollback');
    const found: SeededClinic[] = [];
    for (const { id } of clinics) found.push(await readClinic(db, id));
    return found;
  } finally {
    await db.end();
  }
}

async function readClinic(db: pg.Client, id: string): Promise<SeededClinic> {
  await db.query(`select set_config('app.clinic_id', $1, false)`, [id]);
  const people = await db.query<{ id: string; occupation: 'LE' | 'HE' }>(
    `select p.id, e.occupation from person p join engagement e on e.person_id = p.id order by p.id`,
  );
  const tasks = await db.query<{ id: string; own: boolean }>(
    `select id, name like 'Own%' own from task order by id`,
  );
  const colleagues = people.rows.map(
    ({ id: personId, occupation }): Colleague => ({
      clinicId: id,
      personId,
      occupation,
      token: tokenOf(personId),
    }),
  );
  return {
    id,
    doctors: colleagues.filter(({ occupation }) => occupation === 'LE'),
    helpers: colleagues.filter(({ occupation }) => occupation === 'HE'),
    ownTasks: tasks.rows.filter(({ own }) => own).map((task) => task.id),
    delegableTasks: tasks.rows.filter(({ own }) => !own).map((task) => task.id),
  };
}

/** Sessions for these people, so that requests may carry their cookies. */
export async function openSessions(ownerUrl: string, people: readonly Colleague[]): Promise<void> {
  const db = new pg.Client(ownerUrl);
  await db.connect();
  try {
    await db.query('begin; alter table session no force row level security');
    await db.query(
      `insert into session (token_hash, account_id, clinic_id, created_at, expires_at)
       select s.hash, s.person, s.clinic, now(), now() + interval '12 hours'
       from unnest($1::text[], $2::uuid[], $3::uuid[]) s (hash, person, clinic) on conflict do nothing`,
      [
        people.map(({ token }) => createHash('sha256').update(token).digest('hex')),
        people.map(({ personId }) => personId),
        people.map(({ clinicId }) => clinicId),
      ],
    );
    await db.query('set constraints all immediate; alter table session force row level security; commit');
    await db.query('analyze session');
  } finally {
    await db.end();
  }
}

const forcedTablesSql = `select oid::regclass::text name from pg_class
  where relnamespace = 'public'::regnamespace and relforcerowsecurity`;
const guardedTablesSql = `select tgrelid::regclass::text name from pg_trigger where tgname = 'act_without_entry'`;

/** An account has its person's id here: one login each, which is all that the requests need. */
function statementsFor(shape: Shape): [string, ...unknown[]][] {
  const name = `bench ${shape.helpers}`;
  return [
    [
      `create temporary table made on commit drop as select uuidv7() clinic, n from generate_series(1, $1::int) n`,
      shape.clinics,
    ],
    [
      `insert into clinic (id, name, kind, created_at) select clinic, $1, 'legekontor', now() from made order by n`,
      name,
    ],
    [
      `create temporary table staff on commit drop as
       select m.clinic, uuidv7() id, i, case when i <= $1 then 'LE' else 'HE' end occupation
       from made m cross join generate_series(1, $1::int + $2::int) i order by m.n, i`,
      shape.doctors,
      shape.helpers,
    ],
    [
      `insert into person (clinic_id, id, name, created_at) select clinic, id, 'Person ' || i, now() from staff`,
    ],
    [`create temporary table role on commit drop as select clinic, uuidv7() id from made order by n`],
    [
      `insert into role_description (clinic_id, id, name, occupation, created_at)
       select clinic, id, 'Helsesekretær', 'HE', now() from role`,
    ],
    [
      `insert into engagement (clinic_id, id, person_id, occupation, kind, role_description_id, valid, created_at)
       select s.clinic, uuidv7(), s.id, s.occupation, 'ansatt', case when s.occupation = 'HE' then r.id end,
         '[2024-01-01,)', now() from staff s join role r on r.clinic = s.clinic`,
    ],
    [
      `insert into authorisation (clinic_id, id, person_id, profession, approval_type, valid, evidence, created_at)
       select clinic, uuidv7(), id, occupation, '1', '[2010-01-01,)', '{"source": "HPR"}', now() from staff`,
    ],
    [
      `insert into account (id, email, name, password_hash, created_at)
       select id, id || '@bench.example', 'Person ' || i, '', now() from staff`,
    ],
    [
      `insert into membership (clinic_id, id, account_id, person_id, roles, created_at)
       select clinic, uuidv7(), id, id, case when i = 1 then '{staff,manager,auditor,administrator}' else '{staff}' end::text[],
         now() from staff`,
    ],
    ...workStatements(shape),
    ...(shape.competences ? competenceStatements(shape.competences) : []),
    ...teachingStatements(shape),
    ...(shape.training ? [...trainingStatements(), ...evidenceStatements()] : []),
    ...logStatements(shape),
  ];
}

function workStatements(shape: Shape): [string, ...unknown[]][] {
  return [
    [
      `create temporary table work on commit drop as
       select m.clinic, uuidv7() id, i, i <= $1 own
       from made m cross join generate_series(1, $1::int + $2::int) i order by m.n, i`,
      shape.ownTasks,
      shape.delegableTasks,
    ],
    [
      `insert into task (clinic_id, id, name, area, created_at)
       select clinic, id, case when own then 'Own task ' else 'Task to delegate ' end || i,
         (array['resepsjon', 'laboratorium', 'skiftestue'])[1 + i % 3], now() from work`,
    ],
    [
      `insert into role_description_version (clinic_id, role_description_id, number, effective_from, areas, obligations,
         published_at) select clinic, id, 1, '2024-01-01', '[]', '[]', '2024-01-01' from role`,
    ],
    [
      `insert into role_description_task (clinic_id, role_description_id, number, position, area, task_id)
       select r.clinic, r.id, 1, w.i, 'skiftestue', w.id from role r join work w on w.clinic = r.clinic and w.own`,
    ],
    [
      `insert into entitlement (clinic_id, task_id, occupation, may_delegate, valid)
       select clinic, id, o.occupation, o.occupation <> 'HE', '[2024-01-01,)' from work
       cross join lateral unnest(array['LE', 'SP', case when own then 'HE' else 'TL' end]) o (occupation)`,
    ],
    [
      `insert into reaction (clinic_id, id, person_id, authorisation_id, kind, valid, known_from, note, created_at)
       select a.clinic_id, uuidv7(), a.person_id, a.id, 'limitation', '[2020-01-01,2020-06-01)', '2020-01-01', 'Over.', now()
       from authorisation a join made m on m.clinic = a.clinic_id`,
    ],
    [
      `insert into reaction_task (clinic_id, reaction_id, task_id)
       select r.clinic_id, r.id, w.id from reaction r join work w on w.clinic = r.clinic_id and w.i = 1`,
    ],
    [
      `insert into duty (clinic_id, id, person_id, task_id, occupation, profession, valid, created_at)
       select s.clinic, uuidv7(), s.id, w.id, 'HE', 'HE', '[2024-02-01,)', now()
       from staff s join work w on w.clinic = s.clinic and w.own and w.i <= $1 where s.occupation = 'HE'`,
      shape.duties,
    ],
    [
      `create temporary table given on commit drop as
       select s.clinic, uuidv7() id, s.id delegatee, d.id delegator, w.id task
       from staff s join work w on w.clinic = s.clinic and not w.own and w.i <= $1::int + $2::int
       join staff d on d.clinic = s.clinic and d.i = 1 + (w.i + s.i) % $3::int
       where s.occupation = 'HE'`,
      shape.ownTasks,
      shape.delegations,
      shape.doctors,
    ],
    [
      `insert into delegation (clinic_id, id, task_id, delegator_id, delegator_profession, delegatee_id, requested, valid,
         pending, task_nature, qualifications, follow_up, conditions, review_by, reachable_how, created_at)
       select clinic, id, task, delegator, 'LE', delegatee, '[2026-01-01,2030-01-01)', '[2026-01-02,2030-01-01)', false,
         'Avgrenset prosedyre med skriftlig rutine.', 'Sett utføre den fem ganger.', 'Legen er til stede.',
         'Bare voksne.', '2029-01-01', 'Til stede på kontoret', now() from given`,
    ],
    [
      `insert into delegation_step (clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id)
       select g.clinic, uuidv7(), g.id, k.kind, k.phase, '2026-01-02', '2026-01-02', k.who, k.who
       from given g cross join lateral (values ('proposed', 0, g.delegator), ('accepted', 1, g.delegatee)) k (kind, phase, who)`,
    ],
  ];
}

function teachingStatements({ teachings = 0 }: Shape): [string, ...unknown[]][] {
  return [
    [
      `insert into teaching (clinic_id, id, kind, title, held, topics, holder_name, open, created_at)
       select clinic, uuidv7(), 'meeting', 'Møte ' || i, tstzrange(starts, starts + interval '1 hour'), '{}', 'Leder', i % 2 = 0, starts
       from made cross join generate_series(1, $1::int) i
       cross join lateral (select date_trunc('day', now()) - i * interval '1 week' starts) week`,
      teachings,
    ],
    [
      `insert into teaching_participation (clinic_id, id, teaching_id, person_id, kind, at, actor_id)
       select t.clinic_id, uuidv7(), t.id, s.id, 'invited', lower(t.held) - interval '1 day', t.clinic_id
       from teaching t join staff s on s.clinic = t.clinic_id`,
    ],
    [
      `insert into teaching_attendance (clinic_id, id, teaching_id, held, person_id, status, at, actor_id, by_id)
       select t.clinic_id, uuidv7(), t.id, t.held, s.id, 'present', upper(t.held), d.id, d.id
       from teaching t join staff s on s.clinic = t.clinic_id
       join staff d on d.clinic = s.clinic and d.i = case s.i when 1 then 2 else 1 end`,
    ],
  ];
}

function logStatements({ entries }: Shape): [string, ...unknown[]][] {
  return [
    [
      `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
       select clinic, seq, now(), 'bench.seeded', clinic,
         convert_to(json_build_object('v', 1, 'seq', seq, 'clinic', clinic, 'actor', clinic, 'type', 'bench.seeded',
           'subjects', '[]'::json, 'payloadHash', encode(sha256('bench'), 'hex'))::text, 'UTF8'), sha256('bench')
       from made cross join generate_series(0, $1::int - 1) seq order by n, seq`,
      entries,
    ],
    [
      `insert into log_payload (clinic_id, seq, payload, salt)
       select clinic, seq, '{"login":"bench"}', sha256('salt') from made cross join generate_series(0, $1::int - 1) seq`,
      entries,
    ],
    [
      `insert into log_subject (clinic_id, subject_id, seq)
       select m.clinic, s.id, seq from made m cross join generate_series(0, $1::int - 1) seq
       join staff s on s.clinic = m.clinic and s.i = 1 + seq % (select max(i) from staff)`,
      entries,
    ],
  ];
}
