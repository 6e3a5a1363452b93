import { createHash } from 'node:crypto';
import pg from 'pg';
import { entriesSql, type LogFilter } from '../../src/log/log.view.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, World } from '../support/world.js';

const nobody = '0197a000-0000-7000-8000-000000000000';
let testApp: TestApp;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

/** Every page of a list, by following nextCursor. */
async function all(client: Client, path: string, after = ''): Promise<Json[]> {
  const items: Json[] = [];
  let cursor: string | null = after;
  while (cursor !== null) {
    const page: Json = await client.read(cursor === '' ? path : `${path}&cursor=${cursor}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

const numbers = (items: Json[]): number[] => items.map(({ seq }) => seq);
const upTo = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

/** RFC 8785 again, written apart from the product's, for objects whose names are ASCII. */
const byTheBook = (value: Json): string =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? `{${Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${byTheBook(value[key])}`)
        .join(',')}}`
    : Array.isArray(value)
      ? `[${value.map(byTheBook).join(',')}]`
      : JSON.stringify(value);

interface Story {
  readonly world: World;
  readonly doctor: Colleague;
  readonly helper: Colleague;
  readonly task: Json;
}

/** A clinic with some history: people, a task, a delegation that stands and one that was refused. */
async function story(): Promise<Story> {
  const world = await World.create(testApp);
  const doctor = await world.colleague('Dag Doktor', 'LE');
  const helper = await world.colleague('Heidi Helsesekretær', 'HE');
  const task = await world.task('Kateterisering', { LE: true });
  const delegation = await world.delegated(doctor, helper, task.id);
  await helper.client.refusedWith(
    `delegations/${delegation.id}/delegations`,
    world.proposal(task.id, doctor.id),
  );
  return { world, doctor, helper, task };
}

describe('the log', () => {
  it('numbers every act from 0 without a gap, the oldest first', async () => {
    const { world } = await story();
    const items = await all(world.manager, 'log?limit=7');
    expect(items.length).toBeGreaterThan(14);
    expect(numbers(items)).toEqual(upTo(items.length));
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort());
    expect(items[0]).toMatchObject({ type: 'clinic.signed-up', actor: { name: 'Lise Leder' } });
  });

  it('stays gapless when many act at once', async () => {
    const world = await World.create(testApp);
    const before = (await all(world.manager, 'log?limit=200')).length;
    await Promise.all(Array.from({ length: 16 }, async (_, i) => world.person(`Person ${i}`)));
    const after = await all(world.manager, 'log?limit=200');
    expect(numbers(after)).toEqual(upTo(before + 16));
  });

  it('keeps the exact bytes that were hashed, and they hold what the entry says', async () => {
    const { world } = await story();
    for (const { seq, ...listed } of await all(world.manager, 'log?limit=200')) {
      const { payloadHash, bytes, salt, ...entry } = await world.manager.read(`log/${seq}`);
      expect(entry).toEqual({ seq, ...listed });
      const leaf = JSON.parse(Buffer.from(bytes, 'base64').toString('utf8'));
      expect(leaf).toEqual({
        v: 1,
        seq,
        at: entry.at,
        clinic: world.clinicId,
        actor: entry.actor.id,
        type: entry.type,
        subjects: entry.subjects,
        payloadHash,
      });
      expect(Buffer.from(bytes, 'base64').toString('utf8')).toBe(byTheBook(leaf));
      const hash = createHash('sha256').update(Buffer.from(salt, 'base64')).update(byTheBook(entry.payload));
      expect(hash.digest('hex')).toBe(payloadHash);
      expect(Buffer.from(salt, 'base64')).toHaveLength(32);
      expect(entry.type).toMatch(/^[a-z-]+\.[a-z-]+$/);
    }
  });

  it('says who acted and through which login', async () => {
    const { world, doctor, helper, task } = await story();
    const [proposed] = (await world.manager.read('log?type=delegation.proposed')).items;
    const { user } = await doctor.client.read('session');
    expect(proposed).toMatchObject({
      actor: { id: doctor.id, name: 'Dag Doktor' },
      payload: { login: user.id },
    });
    expect(proposed.subjects).toEqual(expect.arrayContaining([doctor.id, helper.id, task.id]));
  });

  it('names people and tasks as they are called today', async () => {
    const { world, doctor, helper, task } = await story();
    const [{ named }] = (await world.manager.read('log?type=delegation.proposed')).items;
    expect(named).toHaveLength(3);
    expect(named).toEqual(
      expect.arrayContaining([
        { kind: 'person', id: doctor.id, name: 'Dag Doktor' },
        { kind: 'person', id: helper.id, name: expect.any(String) },
        { kind: 'task', id: task.id, name: expect.any(String) },
      ]),
    );
    expect(named.at(-1).kind).toBe('task');
  });

  it('holds the refused attempt with its codes, by whoever attempted it', async () => {
    const { world, helper } = await story();
    const { items } = await world.manager.read('log?type=delegation.refused');
    expect(items).toMatchObject([
      { actor: { id: helper.id }, payload: { codes: ['delegated-task-not-delegable'] } },
    ]);
  });

  it('never holds a password or the secret of an invitation', async () => {
    const { world } = await story();
    expect((await world.manager.get('log?limit=200')).text).not.toMatch(
      /et-godt-passord|password|"link"|"token"/,
    );
  });
});

describe('reading the log', () => {
  it('filters by type, person and task, and by all of them together', async () => {
    const { world, doctor, helper, task } = await story();
    const whole = await all(world.manager, 'log?limit=200');
    const about =
      (...ids: string[]) =>
      ({ subjects }: Json) =>
        ids.every((id) => subjects.includes(id));
    const cases: [string, (entry: Json) => boolean][] = [
      [`personId=${helper.id}`, about(helper.id)],
      [`taskId=${task.id}`, about(task.id)],
      [`personId=${doctor.id}&taskId=${task.id}`, about(doctor.id, task.id)],
      ['type=person.registered', ({ type }) => type === 'person.registered'],
      [
        `personId=${helper.id}&taskId=${task.id}&type=delegation.accepted`,
        (entry) => about(helper.id, task.id)(entry) && entry.type === 'delegation.accepted',
      ],
    ];
    for (const [query, fits] of cases) {
      const wanted = whole.filter(fits);
      expect([query, wanted.length > 0 && wanted.length < whole.length]).toEqual([query, true]);
      expect([query, await all(world.manager, `log?limit=2&${query}`)]).toEqual([query, wanted]);
      expect([query, await all(world.manager, `log?limit=2&order=desc&${query}`)]).toEqual([
        query,
        wanted.toReversed(),
      ]);
    }
    expect((await world.manager.read(`log?personId=${helper.id}&type=clinic.signed-up`)).items).toEqual([]);
    expect((await world.manager.read('log?type=noe.annet')).items).toEqual([]);
  });

  it('takes a half-open period: from is in, to is out', async () => {
    const { world } = await story();
    const whole = await all(world.manager, 'log?limit=200');
    const [from, to] = [whole[4].at, whole.at(-3).at];
    const wanted = whole.filter(({ at }) => from <= at && at < to);
    expect(numbers(wanted)).toContain(4);
    expect(numbers(wanted)).not.toContain(whole.at(-3).seq);
    expect(await all(world.manager, `log?limit=5&from=${from}&to=${to}`)).toEqual(wanted);
    expect((await world.manager.read('log?from=2100-01-01')).items).toEqual([]);
    expect((await world.manager.read('log?to=2020-01-01')).items).toEqual([]);
  });

  it('pages through what stood when the first page was read', async () => {
    const { world } = await story();
    const first = await world.manager.read('log?limit=5');
    const size = (await world.manager.read('log?order=desc&limit=1')).items[0].seq + 1;
    await world.person('Kom til senere');
    const rest = await all(world.manager, 'log?limit=5', first.nextCursor);
    expect(numbers([...first.items, ...rest])).toEqual(upTo(size));
    expect(await all(world.manager, 'log?limit=200')).toHaveLength(size + 1);
  });

  it('links to the next page', async () => {
    const { world } = await story();
    const { headers, body } = await world.manager.get('log?limit=1&order=desc');
    expect(headers.link).toContain(`cursor=${body.nextCursor}`);
    expect(headers.link).toContain('rel="next"');
    expect(headers.link).toContain('order=desc');
  });

  it.each([
    ['order=up', '/order'],
    ['personId=heidi', '/personId'],
    ['from=2026-02-30', '/from'],
    ['limit=0', '/limit'],
    ['cursor=WzFd', '/cursor'],
    ['actor=heidi', '/actor'],
    ['type=a&type=b', '/type'],
  ])('refuses ?%s', async (query, pointer) => {
    const { manager } = await World.create(testApp);
    const { status, body } = await manager.get(`log?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });

  it.each(['-1', '1e1', '007', 'siste', '999999', '99999999999999999999', '0x0', '1.0'])(
    'says 404 for number %s',
    async (seq) => {
      const { manager } = await World.create(testApp);
      const { status, body } = await manager.get(`log/${seq}`);
      expect([status, body.code]).toEqual([404, 'not-found']);
    },
  );

  it('is for managers and auditors of that clinic', async () => {
    const [here, there] = [await story(), await World.create(testApp)];
    const auditor = await here.world.login('Tor Tilsyn', undefined, ['auditor']);
    expect((await auditor.get('log')).status).toBe(200);
    expect((await auditor.get('log/0')).status).toBe(200);
    const administrator = await here.world.login('Ada', undefined, ['administrator', 'staff']);
    for (const path of ['log', 'log/0']) {
      expect((await here.helper.client.get(path)).status).toBe(403);
      expect((await administrator.get(path)).status).toBe(403);
    }
    expect((await there.manager.read(`log?personId=${here.helper.id}`)).items).toEqual([]);
    expect((await there.manager.read(`log?taskId=${nobody}`)).items).toEqual([]);
    expect((await there.manager.read('log/0')).actor.id).toBe(there.managerId);
  });
});

describe('reading the log under row level security', () => {
  const filter: LogFilter = { subjectIds: [], order: 'asc', after: 10, size: 1000, limit: 51 };

  /** The conditions that indexes answer, as the application's role would get them. */
  async function indexConditions(asked: LogFilter): Promise<string> {
    const db = new pg.Client(testApp.urls.app);
    await db.connect();
    try {
      await db.query(
        `begin; set local app.clinic_id = '${nobody}'; set local enable_seqscan = off; set local enable_sort = off`,
      );
      const { sql, values } = entriesSql(asked);
      const { rows } = await db.query(`explain ${sql}`, values);
      return rows
        .map((row) => String(row['QUERY PLAN']))
        .filter((line) => line.includes('Index Cond'))
        .join('\n');
    } finally {
      await db.end();
    }
  }

  it('finds a subject by index, in the order of numbers', async () => {
    const conditions = await indexConditions({ ...filter, subjectIds: [nobody] });
    expect(conditions).toMatch(/clinic_id = .*subject_id = /);
  });

  it('finds a type by index', async () => {
    expect(await indexConditions({ ...filter, type: 'duty.ended' })).toMatch(
      /clinic_id = .*type = .*seq [<>]/,
    );
  });

  it('goes on from a number by index', async () => {
    expect(await indexConditions(filter)).toMatch(/clinic_id = .*seq < .*seq > /);
    expect(await indexConditions({ ...filter, order: 'desc' })).toMatch(/clinic_id = .*seq < .*seq < /);
  });

  it('finds a period by index, and goes on from its first number', async () => {
    const conditions = await indexConditions({ ...filter, from: new Date(0), to: new Date(1000) });
    expect(conditions).toMatch(/clinic_id = .*at >= .*at < /);
    expect(conditions).toMatch(/clinic_id = .*seq > .*seq >= .*seq <= /);
  });
});
