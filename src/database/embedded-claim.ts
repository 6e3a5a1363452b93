import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { adminRole, type Cluster } from './embedded-cluster.js';
import { livingPostmaster } from './postmaster.js';
import { endServer } from './process-life.js';
import { codeOf, StartError } from './start-error.js';

/** Held in the cluster by the one living Fullmakt that uses it. */
const claimKey = 764_200;

/** Opens the cluster as its administrator. */
export async function connectAsAdmin(cluster: Cluster, port: number): Promise<pg.Client> {
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
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
}

/** Throws StartError when another Fullmakt holds the cluster; the claim lasts as long as the connection. */
export async function claim(client: pg.Client, cluster: Cluster): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    claimKey,
  ]);
  if (!rows[0]?.held) throw new StartError(alreadyRunning(cluster));
}

const alreadyRunning = (cluster: Cluster): string =>
  `Fullmakt is already running on this data folder (${cluster.folder}): stop it first, or set DATA_DIR to another folder.`;

/**
 * Ends the server that a killed Fullmakt left behind, and refuses if a living one still uses it.
 * It is ended and not taken over: a server that is our own child has our settings, and we see when it ends.
 * We hold its claim until it is gone, so of several starts one at most gets this far.
 */
export async function clearLeftover(cluster: Cluster): Promise<void> {
  const left = await livingPostmaster(cluster.folder);
  if (!left) return;
  const client = await connectWhileAlive(cluster, left.pid);
  if (!client) return;
  try {
    await claim(client, cluster);
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
async function connectWhileAlive(cluster: Cluster, pid: number): Promise<pg.Client | undefined> {
  let reason: unknown;
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
    const now = await livingPostmaster(cluster.folder);
    if (now?.pid !== pid) return undefined;
    if (now.port === undefined) continue;
    try {
      return await connectAsAdmin(cluster, now.port);
    } catch (error) {
      reason = error;
      if (codeOf(error) === '28P01') break;
    }
  }
  const detail = reason instanceof Error ? reason.message : 'no answer';
  throw new StartError(
    `A PostgreSQL (process ${pid}) holds ${cluster.folder} and does not let us in (${detail}): stop it and start again.`,
  );
}
