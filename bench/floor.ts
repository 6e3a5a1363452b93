import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { type Route, rendered, type Step, type Variables } from './statements.ts';

/**
 * The floor: bare node:http and pg. It sends what the product sends for the same request, in the same transactions,
 * and answers with as much JSON; it judges nothing, checks nothing and logs nothing.
 * Started by the bench with the routes in a file, the database's address and the port.
 */
const [routesFile = '', databaseUrl = '', port = '0'] = process.argv.slice(2);

interface Served extends Route {
  readonly pattern: RegExp;
}

const routes: Served[] = (JSON.parse(readFileSync(routesFile, 'utf8')) as Route[]).map((route) => ({
  ...route,
  pattern: new RegExp(`^/api/v1/${route.path}(?:\\?|$)`),
}));

/** As many connections, and the same limits, as the product has (src/database/data-source.ts). */
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 20,
  statement_timeout: 15_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
});

// A connection that ends while nobody uses it is no fault of a request.
pool.on('error', () => undefined);

createServer((req, res) => {
  answer(req, res).catch((error: unknown) => {
    const text = String(error);
    res.writeHead(500, { 'Content-Length': Buffer.byteLength(text) }).end(text);
  });
}).listen(Number(port), '127.0.0.1');

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = req.url ?? '';
  for (const route of routes) {
    if (route.method !== req.method) continue;
    const found = route.pattern.exec(url);
    if (!found) continue;
    const variables = variablesOf(req, found[1], await bodyOf(req));
    await replay(route.steps, variables);
    const view = route.madeId ? { ...route.answer, id: variables[route.madeId] } : route.answer;
    const text = JSON.stringify(view);
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
    };
    res.writeHead(route.status, headers).end(text);
    return;
  }
  throw new Error(`no route for ${url}`);
}

function variablesOf(req: IncomingMessage, delegationId: string | undefined, body: Variables): Variables {
  const token = /fullmakt=([^;]+)/.exec(req.headers.cookie ?? '')?.[1] ?? '';
  const variables: Variables = {
    hash: createHash('sha256').update(token).digest('hex'),
    now: new Date().toISOString(),
  };
  if (delegationId) variables.delegationId = delegationId;
  for (const [name, value] of new URLSearchParams(req.url?.split('?')[1])) variables[name] = value;
  for (const name of ['taskId', 'delegateeId', 'validFrom', 'validTo']) {
    if (body[name] !== undefined) variables[name] = body[name];
  }
  for (let i = 0; i < 4; i++) variables[`made${i}`] = v7();
  return variables;
}

async function bodyOf(req: IncomingMessage): Promise<Variables> {
  if (req.method === 'GET') return {};
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) text += chunk;
  return text === '' ? {} : (JSON.parse(text) as Variables);
}

/** Statements before BEGIN go through the pool, as the product's do; the rest on one connection. */
async function replay(steps: readonly Step[], variables: Variables): Promise<void> {
  const begin = steps.findIndex(({ values }) => values === null);
  for (const step of steps.slice(0, begin)) await send(pool, step, variables);
  const client = await pool.connect();
  try {
    for (const step of steps.slice(begin)) await send(client, step, variables);
  } finally {
    client.release();
  }
}

async function send(
  to: pg.Pool | pg.PoolClient,
  { name, sql, values }: Step,
  variables: Variables,
): Promise<void> {
  if (values === null) {
    const results: unknown = await to.query(rendered(sql, variables));
    // A text of several statements gives a list of results, which pg's types do not know.
    if (Array.isArray(results)) learn((results as pg.QueryResult<Row>[]).at(-1)?.rows[0], variables);
    return;
  }
  const { rows } = await to.query<Row>({
    ...(name && { name }),
    text: sql[0] as string,
    values: values.map((value) => (value === null ? null : rendered(value, variables))),
  });
  learn(rows[0], variables);
}

interface Row {
  readonly clinic_id?: string;
  readonly person_id?: string;
  readonly size?: string | null;
  readonly view?: {
    readonly task: { id: string };
    readonly delegator: { id: string };
    readonly delegatee: { id: string };
  };
}

/** What later statements need from earlier answers. */
function learn(row: Row | undefined, variables: Variables): void {
  if (!row) return;
  if (row.clinic_id) variables.clinicId = row.clinic_id;
  if (row.person_id) variables.ownId = row.person_id;
  if (row.size !== undefined) variables.seq = String(row.size);
  if (!row.view) return;
  variables.taskId = row.view.task.id;
  variables.delegatorId = row.view.delegator.id;
  variables.delegateeId = row.view.delegatee.id;
}
