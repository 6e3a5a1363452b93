import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { adminRole, type Cluster } from './embedded-cluster.js';
import { livingPostmaster } from './postmaster.js';
import { endServer } from './process-life.js';
import { codeOf, StartError } from './start-error.js';

/** Held in the cluster by the one living Fullmakt that uses it. */
const claimKey = 764_200;

/** Somebody else has the port, the folder or the server at this moment: look again and retry. */
export class Contended extends Error {}

/**
 * Opens the cluster as its administrator and takes the claim, which lasts as long as the connection.
 * Throws StartError when another Fullmakt holds it, Contended when the server goes while we ask.
 */
export async function claim(cluster: Cluster, port: number): Promise<pg.Client> {
  const client = adminOf(cluster, port);
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      claimKey,
    ]);
    if (rows[0]?.held) return client;
    throw new StartError(alreadyRunning(cluster));
  } catch (error) {
    client.end().catch(() => undefined);
    if (error instanceof StartError) throw error;
    throw codeOf(error) === '28P01' ? new StartError(wrongPassword(cluster)) : new Contended(String(error));
  }
}

/** The server ends our connection (class 57 of PostgreSQL's errors), or the connection ends without a word. */
export const isGoing = (error: unknown): boolean =>
  codeOf(error).startsWith('57P') ||
  codeOf(error) === 'ECONNRESET' ||
  (error instanceof Error && error.message.startsWith('Connection terminated'));

function adminOf(cluster: Cluster, port: number): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: adminRole,
    password: cluster.passwords.admin,
    database: 'postgres',
    application_name: 'fullmakt-claim',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  return client;
}

const alreadyRunning = (cluster: Cluster): string =>
  `Fullmakt is already running on this data folder (${cluster.folder}): stop it first, or set DATA_DIR to another folder.`;

const wrongPassword = (cluster: Cluster): string =>
  `The PostgreSQL on ${cluster.folder} does not take the password in postgres-passwords.json beside it: put the file back as it was.`;

/**
 * Ends the server that a killed Fullmakt left behind, and refuses if a living one still uses it.
 * It is ended and not taken over: a server that is our own child has our settings, and we see when it ends.
 * We hold its claim until it is gone, so of several starts one at most gets this far.
 */
export async function clearLeftover(cluster: Cluster): Promise<void> {
  const left = await livingPostmaster(cluster.folder);
  if (!left) return;
  const client = await claimWhileAlive(cluster, left.pid);
  if (!client) return;
  try {
    if (!(await endServer(left.pid))) {
      throw new StartError(
        `The PostgreSQL that an earlier start left behind (process ${left.pid}) does not stop: end it and start again.`,
      );
    }
  } finally {
    client.end().catch(() => undefined);
  }
}

/** A server that is starting or stopping is given time; undefined when it is gone. */
async function claimWhileAlive(cluster: Cluster, pid: number): Promise<pg.Client | undefined> {
  let reason = 'no answer';
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
    const now = await livingPostmaster(cluster.folder);
    if (now?.pid !== pid) return undefined;
    if (now.port === undefined) continue;
    try {
      return await claim(cluster, now.port);
    } catch (error) {
      if (!(error instanceof Contended)) throw error;
      reason = error.message;
    }
  }
  throw new StartError(
    `A PostgreSQL (process ${pid}) holds ${cluster.folder} and does not answer (${reason}): stop it and start again.`,
  );
}
