import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { OldServer } from '../support/old-server.js';
import { createDatabase } from '../support/postgres.js';
import { freePort, Program, Scratch } from '../support/product.js';

const scratch = new Scratch();
const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
});
afterAll(() => scratch.remove());

function start(env: Readonly<Record<string, string>>): Program {
  const program = Program.product(env);
  programs.push(program);
  return program;
}

const running = /Fullmakt is running at (\S+)/;
const serversOn = (folder: string): number =>
  execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`postgres -D ${folder}`)).length;

const ready = async (url: string): Promise<number> => (await fetch(`${url}/health/ready`)).status;

async function signIn(url: string): Promise<number> {
  const body = JSON.stringify({ email: 'leder@demo.example', password: 'fullmakt-demo-2026' });
  const headers = { 'content-type': 'application/json', origin: url };
  return (await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body })).status;
}

/** The one line; fails if there is more, or if a password is in it. */
async function line(env: Readonly<Record<string, string>>): Promise<string> {
  const program = start({ PORT: String(await freePort()), ...env });
  expect(await program.exit()).toBe(1);
  const lines = program.output.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  for (const url of [env.DATABASE_URL, env.DATABASE_OWNER_URL]) {
    if (url && URL.canParse(url)) expect(lines[0]).not.toContain(new URL(url).password);
  }
  return lines[0] ?? '';
}

describe('with nothing but a folder', () => {
  const folder = scratch.path('data');

  it('starts, serves the demo clinic alone, stops on Ctrl-C, survives kill -9 and finds the same data', async () => {
    const env = { DATA_DIR: folder, PORT: String(await freePort()) };
    const first = start(env);
    const url = await first.says(running);
    await first.says(/leder@demo\.example/);
    expect(first.output).toContain(`${url}/api/docs`);
    expect([await ready(url), await signIn(url)]).toEqual([200, 201]);
    expect(await line({ DATA_DIR: folder })).toMatch(/^Fullmakt is already running on this data folder/);
    // npm hands Ctrl-C on to us a second time.
    first.signal('SIGINT');
    expect(await first.end('SIGINT')).toBe(0);
    expect(serversOn(folder)).toBe(0);

    const second = start({ ...env, DEMO: 'false' });
    await second.says(running);
    expect(await signIn(url)).toBe(201);
    await second.end('SIGKILL');
    expect(serversOn(folder)).toBe(1);

    const third = start({ ...env, DEMO: 'false' });
    await third.says(running);
    expect(await signIn(url)).toBe(201);
    expect(await third.end('SIGTERM')).toBe(0);
    expect(serversOn(folder)).toBe(0);
  });

  it('stops in the middle of starting, too', async () => {
    const early = scratch.path('early');
    const program = start({
      DATA_DIR: early,
      PORT: String(await freePort()),
      LOG_LEVEL: 'info',
      DEMO: 'false',
    });
    await program.says(/Starting Nest/);
    expect(await program.end('SIGINT')).toBe(0);
    expect(serversOn(early)).toBe(0);
    expect(program.output).not.toContain('Error');
  });
});

describe('with a database of its own', () => {
  it('makes the role of the application, migrates as the owner, and serves', async () => {
    const { admin } = await createDatabase();
    const role = `app_${process.pid}`;
    const owned = await emptyDatabase(admin);
    const app = Object.assign(new URL(owned), { username: role, password: 'h%C3%B8rt' }).href;
    const env = { DATABASE_URL: app, DATABASE_OWNER_URL: owned, PORT: String(await freePort()) };
    const first = start(env);
    const url = await first.says(running);
    expect(await ready(url)).toBe(200);
    expect(await signIn(url)).toBe(401);
    expect(await first.end('SIGTERM')).toBe(0);

    const without = start({ DATABASE_URL: app, PORT: env.PORT });
    expect(await ready(await without.says(running))).toBe(200);
    expect(await without.end('SIGTERM')).toBe(0);
  });
});

async function emptyDatabase(admin: string, owner = 'postgres'): Promise<string> {
  const name = `empty_${process.pid}_${randomUUID().slice(0, 8)}`;
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(`create database ${name} owner ${owner}`);
  await client.end();
  return Object.assign(new URL(admin), { pathname: `/${name}` }).href;
}

describe('what hinders a start is told in one line, with exit 1', () => {
  it('a port in use', async () => {
    const taken = createServer().listen(0);
    await once(taken, 'listening');
    const port = String((taken.address() as { port: number }).port);
    expect(await line({ PORT: port, DATA_DIR: scratch.path('unused') })).toBe(
      `Port ${port} is in use: stop what uses it, or set PORT to another.`,
    );
    taken.close();
  });

  it('a variable that cannot be used', async () => {
    expect(await line({ PORT: 'abc' })).toMatch(/^PORT is "abc"/);
  });

  it('nothing at the address', async () => {
    const port = await freePort();
    expect(await line({ DATABASE_URL: `postgres://app:hemmelig@127.0.0.1:${port}/fullmakt` })).toBe(
      `DATABASE_URL: nothing listens at 127.0.0.1:${port}: start PostgreSQL there, or correct the address.`,
    );
  });

  it('a database that nobody has migrated, or that this owner may not', async () => {
    const { admin, app, owner } = await createDatabase();
    const { pathname } = new URL(await emptyDatabase(admin));
    const on = (url: string) => Object.assign(new URL(url), { pathname }).href;
    expect(await line({ DATABASE_URL: on(app), LOG_LEVEL: 'info' })).toBe(
      'The database is not migrated: set DATABASE_OWNER_URL to the role that owns the schema.',
    );
    expect(await line({ DATABASE_URL: on(app), DATABASE_OWNER_URL: on(owner), LOG_LEVEL: 'info' })).toMatch(
      /^The database could not be migrated: permission denied/,
    );
  });

  it('a role that is master of the database, before there is a schema', async () => {
    const { admin, owner } = await createDatabase();
    const { pathname } = new URL(await emptyDatabase(admin, 'fullmakt_owner'));
    expect(await line({ DATABASE_URL: Object.assign(new URL(owner), { pathname }).href })).toMatch(
      /^The role "fullmakt_owner" of DATABASE_URL is a superuser, has BYPASSRLS or owns/,
    );
  });

  it('a PostgreSQL older than 18, and an owner that is told apart', async () => {
    const old = await OldServer.listen();
    const url = (role: string) => `postgres://${role}:hemmelig@127.0.0.1:${old.port}/fullmakt`;
    const needs = `127.0.0.1:${old.port} is PostgreSQL 17; Fullmakt needs PostgreSQL 18 or newer.`;
    expect(await line({ DATABASE_URL: url('app') })).toBe(`DATABASE_URL: ${needs}`);
    expect(await line({ DATABASE_URL: url('app'), DATABASE_OWNER_URL: url('owner') })).toBe(
      `DATABASE_OWNER_URL: ${needs}`,
    );
    old.close();
  });
});
