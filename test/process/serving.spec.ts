import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { createDatabase } from '../support/postgres.js';
import { freePort, Program, until } from '../support/product.js';

const programs: Program[] = [];
const sockets: Socket[] = [];
const doors: Door[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const door of doors.splice(0)) door.shut();
});

async function serving(env: Readonly<Record<string, string>>) {
  const port = await freePort();
  const program = Program.product({ PORT: String(port), ...env });
  programs.push(program);
  await program.says(/Fullmakt is running at/);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const post = (path: string, body: object) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { program, port, get, post };
}

async function countOf(url: string, sql: string): Promise<number | null> {
  const db = new pg.Client(url);
  await db.connect();
  try {
    return (await db.query(sql)).rowCount;
  } finally {
    await db.end();
  }
}

const signUp = {
  name: 'Prøvekontoret',
  kind: 'legekontor',
  manager: { name: 'Lise Leder', email: 'leder@example.no', password: 'et-godt-passord' },
};

describe('told to stop', () => {
  it('answers the requests under way and lets nobody else in', async () => {
    const { app, owner, admin } = await createDatabase();
    const { program, get, post } = await serving({ DATABASE_URL: app });
    const lock = new pg.Client(owner);
    await lock.connect();
    await lock.query('begin; lock table person in exclusive mode');
    const waiting = post('/api/v1/clinics', signUp);
    const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await until(async () => (await countOf(admin, waits)) === 1);
    program.signal('SIGTERM');
    await until(() =>
      get('/health/live').then(
        () => false,
        () => true,
      ),
    );
    await lock.query('commit');
    await lock.end();
    expect((await waiting).status).toBe(201);
    expect(await program.exit()).toBe(0);
    expect(program.output).not.toMatch(/rror/);
  });

  it('does not wait for a caller who never finishes, or never begins', async () => {
    const { app } = await createDatabase();
    const { program, port, get } = await serving({ DATABASE_URL: app });
    const head =
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
    for (const sent of ['', 'GET /health', head]) {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket.on('error', () => undefined));
      await once(socket, 'connect');
      socket.write(sent);
    }
    expect((await get('/health/live')).status).toBe(200);
    expect(await program.end('SIGTERM')).toBe(0);
  });
});

describe('metrics', () => {
  it('are closed without the token, and open with it', async () => {
    const { app } = await createDatabase();
    const closed = await serving({ DATABASE_URL: app });
    const open = await serving({ DATABASE_URL: app, METRICS_TOKEN: 'maaling' });
    const metrics = ({ get }: typeof open, Authorization: string) => get('/metrics', { Authorization });
    for (const header of ['', 'Bearer', 'Bearer ', 'Bearer maaling'])
      expect((await metrics(closed, header)).status).toBe(404);
    for (const header of ['', 'Bearer ', 'Bearer maalinG', 'Basic maaling'])
      expect((await metrics(open, header)).status).toBe(404);
    const answer = await metrics(open, 'Bearer maaling');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('fullmakt_request_seconds_count{method="GET",status="404"}');
  });
});

describe('a database that goes away', () => {
  it('is a 503 that says when to come back, and when it is back nothing needs to be started again', async () => {
    const { app, admin } = await createDatabase();
    const door = new Door(Number(new URL(app).port));
    doors.push(door);
    await door.open();
    const { program, get, post } = await serving({
      DATABASE_URL: Object.assign(new URL(app), { port: door.port }).href,
    });
    const signIn = { email: 'ingen@example.no', password: 'et-godt-passord' };
    const statuses = async () => [
      (await get('/health/ready')).status,
      (await post('/api/v1/session', signIn)).status,
    ];
    expect(await statuses()).toEqual([200, 401]);

    door.shut();
    expect(await statuses()).toEqual([503, 503]);
    expect((await get('/health/live')).status).toBe(200);
    const answer = await get('/health/ready');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'database-unavailable' });

    await door.open();
    expect(await statuses()).toEqual([200, 401]);

    // As PostgreSQL itself ends them when it is shut down.
    await countOf(
      admin,
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'fullmakt_app' and datname = current_database()`,
    );
    await until(async () => (await get('/health/ready')).status === 200);
    expect(await statuses()).toEqual([200, 401]);
    expect(await program.end('SIGTERM')).toBe(0);
  });
});

/** The way to a server, which can be shut while connections are on it. */
class Door {
  port = 0;
  private readonly passing = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.pass(socket));

  constructor(private readonly target: number) {}

  async open(): Promise<void> {
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  shut(): void {
    this.server.close();
    for (const socket of this.passing) socket.destroy();
  }

  private pass(socket: Socket): void {
    const onward = connect(this.target, '127.0.0.1');
    for (const end of [socket, onward]) {
      this.passing.add(end);
      end.on('error', () => undefined).on('close', () => this.passing.delete(end));
    }
    socket.pipe(onward).pipe(socket);
  }
}
