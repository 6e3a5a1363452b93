import pg from 'pg';
import { Recorder } from '../../bench/recorder.js';
import { type Colleague, openSessions, type SeededClinic, seed, seededClinics } from '../../bench/seed.js';
import type { Statement } from '../../bench/statements.js';
import { startOn, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';
import { csv, importing } from '../support/spreadsheets.js';
import { assessment, day } from '../support/world.js';

/** A table of fewer rows lies on a page or two, and reading it whole is the right plan. */
const few = 600;

let urls: DatabaseUrls;
let recorder: Recorder;
let testApp: TestApp;
let clinic: SeededClinic;
let manager: Client;
let helper: Client;
let tables: ReadonlyMap<string, number>;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
};

beforeAll(async () => {
  urls = await createDatabase();
  const each = {
    doctors: 6,
    helpers: 14,
    ownTasks: 60,
    delegableTasks: 20,
    duties: 30,
    delegations: 6,
    teachings: 60,
    competences: 10,
    training: true,
    entries: 120,
  };
  await seed(urls.owner, { clinics: 40, ...each });
  clinic = at(await seededClinics(urls.owner, 14), 11);
  await openSessions(urls.owner, [...clinic.doctors, ...clinic.helpers]);
  recorder = await Recorder.before(urls.app);
  testApp = await startOn({ ...urls, app: recorder.url });
  const anyone = new Client(testApp);
  const as = ({ token }: Colleague) =>
    anyone.with({ Cookie: `fullmakt=${token}`, Origin: testApp.config.publicUrl });
  manager = as(at(clinic.doctors, 0));
  helper = as(at(clinic.helpers, 0));
  tables = await rowsOfTenantTables();
}, 120_000);

afterAll(async () => {
  await testApp?.close();
  recorder?.close();
});

async function rowsOfTenantTables(): Promise<Map<string, number>> {
  const owner = new pg.Client(urls.owner);
  await owner.connect();
  const { rows } = await owner.query<{ name: string; rows: number }>(
    `select relname name, reltuples rows from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  await owner.end();
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}

/** What a request sends to the database, after one like it has opened the connection. */
async function statementsOf(request: () => Promise<unknown>): Promise<Statement[]> {
  await request();
  return recorder.during(async () => {
    await request();
  });
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Large tenant tables that the planner would read from end to end, asked as the application's role in the clinic. */
async function scanned(statements: readonly Statement[], settings = ''): Promise<string[]> {
  const db = new pg.Client(urls.app);
  await db.connect();
  try {
    await db.query(
      `begin; ${settings}; select set_config('app.clinic_id', ${pg.escapeLiteral(clinic.id)}, true)`,
    );
    const found: string[] = [];
    for (const { sql, values } of statements.filter((statement) => statement.values !== null)) {
      const { rows } = await db.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${sql}`, [
        ...(values ?? []),
      ]);
      for (const plan of rows.flatMap((row) => nodes(row['QUERY PLAN'][0].Plan))) {
        const table = plan['Relation Name'] ?? '';
        if (plan['Node Type'] === 'Seq Scan' && (tables.get(table) ?? 0) > few)
          found.push(`${table}: ${sql}`);
      }
    }
    return found;
  } finally {
    await db.end();
  }
}

const proposal = (turn: number) => ({
  taskId: at(clinic.delegableTasks, 10 + turn),
  delegateeId: at(clinic.helpers, 1).personId,
  profession: 'LE',
  validFrom: day(1),
  validTo: day(90),
  assessment,
  supervision: { reviewBy: day(60), reachableHow: 'Til stede på kontoret' },
});

describe('Every question finds its rows by an index, as the application and under row level security', () => {
  test('the tables that matter are large enough for the planner to care', () => {
    const large = [...tables].filter(([, rows]) => rows > few).map(([name]) => name);
    expect(large).toEqual(
      expect.arrayContaining([
        ...[
          'person',
          'engagement',
          'presence',
          'authorisation',
          'practice_right',
          'reaction',
          'reaction_task',
        ],
        ...[
          'task',
          'task_kin',
          'entitlement',
          'role_description_task',
          'duty',
          'delegation',
          'delegation_step',
        ],
        ...['teaching', 'teaching_participation', 'teaching_attendance'],
        ...['competence_record', 'competence_record_step', 'evidence', 'evidence_content'],
        ...['training_plan', 'training_supervision', 'training_goal', 'training_step'],
        ...['log_entry', 'log_payload', 'log_subject', 'membership', 'account'],
      ]),
    );
  });

  test('a table that is read whole is seen', async () => {
    const statements = await statementsOf(() => helper.read('me/responsibilities'));
    const without = 'set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off';
    expect(await scanned(statements, without)).toContainEqual(expect.stringMatching(/^duty: /));
  });

  const one = () => at(clinic.helpers, 3).personId;
  const task = () => at(clinic.delegableTasks, 2);
  const questions: [string, number, () => Promise<unknown>][] = [
    [
      'a decision',
      4,
      () => helper.read(`decisions?personId=${at(clinic.helpers, 0).personId}&taskId=${task()}`),
    ],
    [
      'a decision that was no, and since when that is known',
      5,
      () => manager.read(`decisions?personId=${one()}&taskId=${task()}&at=${day(-1)}`),
    ],
    [
      'a decision as known at a moment, out of the log',
      6,
      () => manager.get(`decisions?personId=${one()}&taskId=${task()}&knownAt=${day(-1)}`),
    ],
    ['my responsibilities', 5, () => helper.read('me/responsibilities')],
    ["another's responsibilities", 5, () => manager.read(`people/${one()}/responsibilities`)],
    ['a page of people', 4, () => manager.read('people?limit=10')],
    ['a person', 4, () => manager.read(`people/${one()}`)],
    ['a page of tasks', 4, () => manager.read('tasks?limit=10')],
    ['a task', 4, () => manager.read(`tasks/${task()}`)],
    ['duties of a person', 4, () => manager.read(`duties?personId=${one()}`)],
    ['duties in a task', 4, () => manager.read(`duties?taskId=${at(clinic.ownTasks, 2)}`)],
    ['delegations to a person', 4, () => manager.read(`delegations?delegateeId=${one()}`)],
    [
      'delegations by a person',
      4,
      () => manager.read(`delegations?delegatorId=${at(clinic.doctors, 2).personId}`),
    ],
    ['delegations of a task', 4, () => manager.read(`delegations?taskId=${task()}`)],
    ["one's own delegations", 4, () => helper.read('delegations')],
    ['the log', 6, () => manager.read('log?limit=10')],
    ['the log about a person', 6, () => manager.read(`log?personId=${one()}`)],
    ['the log of a day', 6, () => manager.read(`log?from=${day(-1)}&to=${day(1)}&limit=10`)],
    ['members', 4, () => manager.read('members?limit=10')],
    ['the coverage of all tasks', 5, () => manager.read('coverage')],
    ['the matrix of people and tasks', 5, () => manager.read('matrix')],
    [
      'the matrix of what requires a competence',
      6,
      () => manager.get(`matrix?tasks=all&competenceId=${one()}`),
    ],
    ['the matrix of people and competences', 6, () => manager.read('matrix/competences')],
    ['coming needs', 7, () => manager.read('needs?limit=10')],
    ["a person's coming needs", 8, () => manager.read(`needs?personId=${one()}`)],
    ['suggestions for a task', 6, () => manager.read(`suggestions?taskId=${task()}`)],
    ['suggestions for a person', 6, () => manager.read(`suggestions?taskId=${task()}&personId=${one()}`)],
    ['a page of teaching', 4, () => manager.read('teaching?limit=10')],
    ['coming teaching', 4, () => helper.read(`teaching?from=${day(-20)}&status=held`)],
    ["a person's teaching", 4, () => manager.read(`teaching?personId=${one()}&limit=10`)],
    ["a person's records", 5, () => manager.read(`people/${one()}/competence-records`)],
    ["a person's training plans", 4, () => manager.read(`training-plans?personId=${one()}`)],
    [
      "a supervisor's training plans",
      4,
      () => manager.read(`training-plans?supervisorId=${at(clinic.doctors, 0).personId}&limit=5`),
    ],
    ['a delegation tried out', 5, () => manager.post('delegations/check', proposal(0))],
  ];

  test.each(questions)('%s', async (_name, most, request) => {
    const statements = await statementsOf(request);
    expect(statements.length).toBeLessThanOrEqual(most);
    expect(statements.length).toBeGreaterThanOrEqual(4);
    expect(await scanned(statements)).toEqual([]);
  });

  test('a teaching event, and attendance and records for everybody on it', async () => {
    const { items } = await manager.read('teaching?limit=2');
    const { id } = at<{ id: string }>(items, 0);
    expect(await statementsOf(() => manager.read(`teaching/${id}`)).then(scanned)).toEqual([]);
    const people = clinic.helpers.map(({ personId }) => ({ personId, status: 'present' }));
    const held = async (): Promise<string> => {
      const competence = await manager.make('competences', { name: 'Brann', kind: 'course' });
      const made = await manager.make('teaching', {
        kind: 'course',
        title: 'Brann',
        startsAt: day(-3),
        endsAt: day(-2),
        heldBy: { name: 'Brannvesenet' },
        gives: [{ competenceId: competence.id }],
      });
      return made.id;
    };
    const made = [await held(), await held()];
    const toAttend = made.values();
    const toRecord = made.values();
    const attended = await statementsOf(() =>
      manager.make(`teaching/${toAttend.next().value}/attendance`, { people }),
    );
    const recorded = await statementsOf(() => manager.make(`teaching/${toRecord.next().value}/records`));
    expect(attended.length).toBeLessThanOrEqual(9);
    expect(recorded.length).toBeLessThanOrEqual(12);
    expect(await scanned([...attended, ...recorded])).toEqual([]);
  });

  test('the evidence of a record, a training plan, and what an import finds there already', async () => {
    const { items } = await manager.read(`people/${one()}/competence-records`);
    const record = at<{ id: string; competence: { name: string } }>(items, 0);
    const evidence = await statementsOf(() => manager.read(`competence-records/${record.id}/evidence`));
    const plans = await manager.read(`training-plans?personId=${one()}`);
    const plan = await statementsOf(() =>
      manager.read(`training-plans/${at<{ id: string }>(plans.items, 0).id}`),
    );
    const file = csv('Ansatt;Kompetanse;Dato', `Person 10;${record.competence.name};01.06.2024`);
    const found = await statementsOf(() => importing(manager, file));
    expect(evidence.length).toBeLessThanOrEqual(5);
    expect(plan.length).toBeLessThanOrEqual(4);
    expect(found.length).toBeLessThanOrEqual(7);
    expect(await scanned([...evidence, ...plan, ...found])).toEqual([]);
  });

  test('a delegation proposed and accepted', async () => {
    const bodies = [proposal(1), proposal(2)].values();
    const made: string[] = [];
    const proposed = await statementsOf(async () => {
      made.push((await manager.make('delegations', bodies.next().value)).id);
    });
    const ids = made.values();
    const { token } = at(clinic.helpers, 1);
    const delegatee = helper.with({ Cookie: `fullmakt=${token}` });
    const accepted = await statementsOf(() => delegatee.make(`delegations/${ids.next().value}/acceptance`));
    expect(proposed.length).toBeLessThanOrEqual(8);
    expect(accepted.length).toBeLessThanOrEqual(9);
    expect(await scanned([...proposed, ...accepted])).toEqual([]);
  });
});

describe('A page of fifty takes as many statements as a page of two', () => {
  test.each(['people', 'tasks', 'duties', 'delegations', 'log', 'members'])('%s', async (list) => {
    const two = await statementsOf(() => manager.read(`${list}?limit=2`));
    const { items } = await manager.read(`${list}?limit=50`);
    const many = await statementsOf(() => manager.read(`${list}?limit=50`));
    expect(items.length).toBeGreaterThanOrEqual(20);
    expect(many.length).toBe(two.length);
  });
});
