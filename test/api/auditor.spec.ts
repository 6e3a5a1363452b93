import pg from 'pg';
import { ofNoClinic, operations } from '../../src/session/operations.js';
import type { TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { day, World } from '../support/world.js';
import { Caller, outcomeOf, startUnlimited } from './caller.js';
import { allOperations, type Operation } from './contract.js';
import { recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';
import { portOf } from './wire.js';

let testApp: TestApp;
let caller: Caller;
let stage: Stage;
/** The same role by its two ways in. */
let auditors: readonly Client[];
let database: pg.Client;

beforeAll(async () => {
  testApp = await startUnlimited();
  caller = new Caller(testApp);
  stage = await createStage(testApp);
  database = new pg.Client(testApp.urls.app);
  await database.connect();
  auditors = [await stage.world.login('Tor Tilsyn', undefined, ['auditor']), await tokenOf(['auditor'])];
});
afterAll(async () => {
  await database.end();
  await testApp.close();
});

async function tokenOf(roles: string[]): Promise<Client> {
  const { token } = await stage.manager.make('api-tokens', { name: 'Tilsyn', roles, expiresAt: day(30) });
  return new Client(testApp, { Authorization: `Bearer ${token}` });
}

/** The entries that the work leaves in the clinic's log, as a manager reads them. */
async function entriesOf(work: () => Promise<unknown>, { manager }: World = stage.world): Promise<Json[]> {
  const size = async () => (await manager.read('log?order=desc&limit=1')).items[0].seq + 1;
  const before = await size();
  await work();
  const { items } = await manager.read('log?order=desc&limit=200');
  return items.filter(({ seq }: Json) => seq >= before).toReversed();
}

const lookUps = allOperations.filter(
  ({ operationId, method }) =>
    method === 'GET' && Array.isArray(operations[operationId]) && !ofNoClinic.has(operationId),
);

async function callsOf({ operationId }: Operation) {
  const calls = (await recipes[operationId]?.(stage)) ?? [];
  if (calls.length === 0) throw new Error(`no recipe for ${operationId}`);
  return calls;
}

describe('what an auditor looks at is in the log', () => {
  it('by the one table of operations, whatever is added to it', () => {
    const named = Object.keys(operations).filter((id) => Array.isArray(operations[id]));
    const known = new Set(allOperations.map(({ operationId }) => operationId));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const untraced = allOperations.filter(
      ({ operationId, method }) =>
        method === 'GET' && !lookUps.some((one) => one.operationId === operationId),
    );
    // What is no clinic's: the national catalogue, and one's own session.
    expect(untraced.map(({ path }) => path).sort()).toEqual([
      '/api/v1/catalogue/competences',
      '/api/v1/catalogue/legal-bases',
      '/api/v1/catalogue/occupations',
      '/api/v1/catalogue/role-descriptions',
      '/api/v1/catalogue/tasks',
      '/api/v1/session',
    ]);
    expect(lookUps.length).toBeGreaterThan(20);
  });

  it.each(lookUps.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    async (id, operation) => {
      for (const { path = {}, query = {} } of await callsOf(operation)) {
        for (const by of auditors) {
          let status = 0;
          const entries = await entriesOf(async () => {
            ({ status } = await caller.call(operation, { by, path, query }));
          });
          const { items } = await by.read('log?type=auditor.looked-up&order=desc&limit=2');
          expect(entries).toMatchObject([
            { type: 'auditor.looked-up', payload: { operation: id, status, params: path, query } },
          ]);
          expect(items[0]).toEqual(entries[0]);
          const ids = JSON.stringify([path, query]).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
          expect(entries[0].subjects.toSorted()).toEqual([...new Set(ids)].sort());
        }
      }
    },
  );

  it('with who looked: the login, and the person where there is one', async () => {
    const { id } = await stage.world.person('Rita Revisor');
    const client = await stage.world.login('Rita Revisor', id, ['auditor']);
    const [entry] = await entriesOf(async () => client.get('people'));
    expect(entry.actor).toEqual({ id, name: 'Rita Revisor' });
    const { user } = await client.read('session');
    expect(entry.payload.login).toBe(user.id);
  });

  it('also when there is nothing there, or when it is refused', async () => {
    const nobody = '0197a000-0000-7000-8000-000000000000';
    const asked: [string, number][] = [
      [`people/${nobody}`, 404],
      ['people/ingen', 404],
      ['log/999999', 404],
      ['members', 403],
      [`api-tokens/${nobody}`, 403],
      ['log?order=up', 400],
    ];
    for (const by of auditors) {
      const entries = await entriesOf(async () => {
        for (const [path] of asked) await by.get(path);
      });
      expect(entries.map(({ payload }) => payload.status)).toEqual(asked.map(([, status]) => status));
      expect(entries[0].subjects).toEqual([nobody]);
      expect(entries[1].payload.params).toEqual({ id: 'ingen' });
    }
  });

  it('also by HEAD, and not by what changes something', async () => {
    const [auditor] = auditors;
    const entries = await entriesOf(async () => {
      const { status } = await fetch(`http://127.0.0.1:${portOf(testApp)}/api/v1/people`, {
        method: 'HEAD',
        headers: auditor?.headers,
      });
      expect(status).toBe(200);
      await auditor?.post('people', { name: 'Per' });
    });
    expect(entries.map(({ payload }) => payload.operation)).toEqual(['listPeople']);
  });

  it('without what the log must not hold: identity numbers, and what could not be read', async () => {
    const [auditor] = auditors;
    const [taskId] = stage.taskIds;
    const number = '01010750160';
    const entries = await entriesOf(async () => {
      await auditor?.get(`people/${number}`);
      await auditor?.get(`tasks?q=${number}`);
      await auditor?.get(`people?${number}=1`);
      await auditor?.get(`tasks/${taskId}?note=${number}&${number}=1&two=a&two=${number}&ok=a&ok=b`);
    });
    expect(entries.map(({ payload: { status, params, query } }) => [status, params, query])).toEqual([
      [404, { id: null }, {}],
      [400, {}, {}],
      [400, {}, {}],
      [200, { id: taskId }, { note: null, two: null, ok: ['a', 'b'] }],
    ]);
    const { rows } = await database.query(
      `select set_config('app.clinic_id', $1, false), (select count(*) from log_payload where payload like $2) n`,
      [stage.world.clinicId, `%${number}%`],
    );
    expect(rows[0].n).toBe('0');
  });

  it('and is signed as every act is', async () => {
    const [auditor] = auditors;
    const before = await auditor?.read('log/checkpoint');
    const after = await auditor?.read('log/checkpoint');
    expect(after.size).toBe(before.size + 1);
    expect(after.note).not.toBe(before.note);
  });

  it('and still the log has a last page', async () => {
    const world = await World.create(testApp);
    const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
    const size = (await world.manager.read('log?limit=200')).items.length;
    const numbers: number[] = [];
    let cursor = '';
    for (let pages = 0; pages <= size; pages++) {
      const page: Json = await auditor.read(`log?limit=1${cursor}`);
      numbers.push(...page.items.map(({ seq }: Json) => seq));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(numbers).toEqual(Array.from({ length: size }, (_, i) => i));
    expect((await world.manager.read('log?type=auditor.looked-up&limit=200')).items).toHaveLength(size);
  });
});

describe('what others look at is not', () => {
  it.each([
    [['manager']],
    [['manager', 'auditor']],
    [['manager', 'auditor', 'administrator']],
    [['staff']],
    [['administrator']],
  ])('%j', async (roles) => {
    const by = await tokenOf(roles);
    const entries = await entriesOf(async () => {
      for (const path of ['people', 'tasks', 'log', 'members', 'log/checkpoint']) await by.get(path);
    });
    expect(entries).toEqual([]);
  });

  it.each([[['auditor', 'staff']], [['auditor', 'administrator']]])('but of %j it is', async (roles) => {
    const by = await tokenOf(roles);
    expect(await entriesOf(async () => by.get('people'))).toHaveLength(1);
  });

  it('and the national catalogue, one’s session and what is open to all are nobody’s business', async () => {
    const [auditor] = auditors;
    const entries = await entriesOf(async () => {
      for (const id of ofNoClinic) {
        const operation = allOperations.find(({ operationId }) => operationId === id);
        await auditor?.get(operation?.path ?? '');
      }
      for (const path of ['session', '/problems/forbidden', '/health/live', '/api/openapi.json', 'nowhere'])
        await auditor?.get(path);
    });
    expect(entries).toEqual([]);
  });
});

describe('what cannot be written is not answered', () => {
  const deaf = `
    create function deaf() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
    create trigger deaf before insert on log_entry for each row when (new.type = 'auditor.looked-up')
      execute function deaf();
    alter table log_entry enable always trigger deaf`;

  it('whatever was asked for, found or not', async () => {
    const owner = new pg.Client(testApp.urls.owner);
    await owner.connect();
    const calls = [];
    for (const operation of lookUps)
      for (const call of await callsOf(operation)) calls.push({ operation, call });
    await owner.query(deaf);
    try {
      for (const { operation, call } of calls) {
        const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => call.path?.[name] ?? '');
        for (const by of auditors) {
          const { status, body } = await by.get(path).query(call.query ?? {});
          expect([operation.operationId, status, body.code]).toEqual([
            operation.operationId,
            500,
            'internal',
          ]);
        }
      }
      expect(outcomeOf((await auditors[0]?.get('people/ingen')) as never)).toBe('500 internal');
      expect((await stage.manager.get('people')).status).toBe(200);
    } finally {
      await owner.query('drop function deaf() cascade');
      await owner.end();
    }
  });
});
