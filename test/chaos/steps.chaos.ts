import pg from 'pg';
import { startOn, type TestApp } from '../support/app.js';
import { createDatabase } from '../support/postgres.js';
import { until } from '../support/product.js';
import { type Act, delegating, registering, type Work } from './acts.js';
import type { Place } from './installation.js';
import { Ledger } from './ledger.js';
import { type Answer, hire, post, type Staff } from './staff.js';
import { storedLog } from './stored-log.js';
import { type Loss, Way } from './way.js';

let way: Way;
let testApp: TestApp;
let place: Place;
let staff: Staff;
let ledger: Ledger;
/** The administrator's: one looks, the other stands in the way. */
let eye: pg.Pool;
let lock: pg.Client;
let turn = 0;

beforeAll(async () => {
  const urls = await createDatabase();
  way = await Way.to(urls.app);
  testApp = await startOn({ ...urls, app: way.url });
  const { port } = testApp.app.getHttpServer().address() as { port: number };
  eye = new pg.Pool({ connectionString: urls.admin });
  lock = new pg.Client(urls.admin);
  await lock.connect();
  const asked = async <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
    (await eye.query<Row>(sql, values)).rows;
  place = { url: `http://127.0.0.1:${port}`, asked };
  staff = await hire(place.url);
  ledger = await Ledger.open(place, staff, await storedLog(place, staff.clinicId));
});
afterAll(async () => {
  await Promise.all([eye.end(), lock.end()]);
  await testApp.close();
  way.close();
});

const ask = (act: Act): Promise<Answer> => post(place.url, act.path, { ...act, cookie: act.login.cookie });

const size = async (): Promise<number> =>
  Number((await place.asked<{ count: string }>('select count(*) from log_entry'))[0]?.count);

/** Does the work once; the act of this type is done by `how`, and the others as ever. */
async function during(
  work: (staff: Staff, n: number) => Work,
  type: string,
  how: (act: Act) => Promise<Answer>,
) {
  turn += 1;
  await work(staff, 0)(async (asked) => {
    const act = { ...asked, key: `${turn}-${asked.type}` };
    const answer = await (act.type === type ? how(act) : ask(act));
    expect([answer.status, answer.text]).toEqual([act.status, expect.anything()]);
    ledger.enter([{ act, answer }]);
    return JSON.parse(answer.text);
  }, turn);
}

const acts: [string, (staff: Staff, n: number) => Work][] = [
  ['person.registered', registering],
  ['delegation.proposed', delegating],
  ['delegation.accepted', delegating],
  ['delegation.refused', delegating],
];

const losses: Loss[] = ['message', 'answer'];

describe('the connection is lost at each message of an act, before it or after: all of it is there, or nothing', () => {
  it.each(acts)('%s', async (type, work) => {
    const messages = await messagesOf(type, work);
    expect(messages).toBeGreaterThan(4);
    for (let at = 1; at <= messages; at++) {
      for (const loss of losses) {
        await during(work, type, async (act) => {
          const before = await size();
          way.cutAt(at, loss);
          const cut = await ask(act);
          way.count();
          // Only the last message commits; a lost ROLLBACK does not keep the refusal from being told.
          const done = cut.status === act.status || (at === messages && loss === 'answer');
          expect([act.status, 503]).toContain(cut.status);
          expect([type, at, loss, await size()]).toEqual([type, at, loss, before + (done ? 1 : 0)]);
          const again = await ask(act);
          expect([again.replayed, await size()]).toEqual([done, before + 1]);
          if (cut.status === act.status) expect(again.text).toBe(cut.text);
          return again;
        });
      }
    }
    expect(await ledger.faults(place, await storedLog(place, staff.clinicId))).toEqual([]);
  });
});

/** How many messages the act sends to PostgreSQL, from the session's look-up to COMMIT. */
async function messagesOf(type: string, work: (staff: Staff, n: number) => Work): Promise<number> {
  let messages = 0;
  // Once as ever: after a lost COMMIT the process asks what was signed last, and an act takes a message more.
  await during(work, type, ask);
  await during(work, type, async (act) => {
    way.count();
    const answer = await ask(act);
    messages = way.passed;
    return answer;
  });
  return messages;
}

const tables: [string, string, (staff: Staff, n: number) => Work][] = [
  ['log_head', 'person.registered', registering],
  ['person', 'person.registered', registering],
  ['log_entry', 'delegation.refused', delegating],
  ['delegation', 'delegation.proposed', delegating],
  ['delegation_step', 'delegation.accepted', delegating],
  ['log_entry', 'delegation.accepted', delegating],
  ['log_payload', 'delegation.accepted', delegating],
  ['log_subject', 'delegation.accepted', delegating],
  ['log_checkpoint', 'delegation.accepted', delegating],
  ['idempotency_key', 'delegation.accepted', delegating],
];

describe('a statement ends while it waits for a table: cancelled, as by a timeout, or with its whole process', () => {
  it.each(tables)('%s, in %s', async (table, type, work) => {
    for (const end of ['pg_cancel_backend', 'pg_terminate_backend']) {
      await during(work, type, async (act) => {
        const before = await size();
        await lock.query(`begin; lock table ${table} in exclusive mode`);
        const asked = ask(act);
        await until(async () => (await endsWaiting(end)) > 0);
        expect((await asked).status).toBe(503);
        await lock.query('commit');
        expect(await size()).toBe(before);
        const again = await ask(act);
        expect([again.replayed, await size()]).toEqual([false, before + 1]);
        return again;
      });
    }
    expect(await ledger.faults(place, await storedLog(place, staff.clinicId))).toEqual([]);
  });
});

async function endsWaiting(end: string): Promise<number> {
  const { rowCount } = await lock.query(
    `select ${end}(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  return rowCount ?? 0;
}
