import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Contended, claim, clearLeftover, isGoing } from './embedded-claim.js';
import { adminRole, appRole, type Cluster, openCluster, ownerRole } from './embedded-cluster.js';
import { type Server, type Settings, startServer } from './embedded-server.js';
import { endServer } from './process-life.js';
import { ensureDatabase, ensureRoles } from './roles.js';
import { codeOf, StartError } from './start-error.js';

const database = 'fullmakt';

export interface EmbeddedOptions {
  /** Made if it is missing; holds `postgres/`, `postgres-passwords.json` and `postgres.log`. */
  readonly dataDir: string;
  /** PostgreSQL settings in place of the product's. */
  readonly settings?: Settings;
  /** Ends a start that is under way; then nothing is left running. */
  readonly signal?: AbortSignal;
}

/** The product's own PostgreSQL 18, reachable from this machine only. */
export interface Embedded {
  /** The cluster's administrator, in the database `postgres`. */
  readonly adminUrl: string;
  /** Owns the schema; migrations. */
  readonly ownerUrl: string;
  /** The application. */
  readonly appUrl: string;
  /** Resolves if the server ends without `stop()`: nothing can be done then but to start again. */
  readonly lost: Promise<void>;
  /** Ends the server and waits for it; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded database, whatever the last run left behind.
 * Throws StartError with one line when it cannot; one Fullmakt at a time uses a data folder.
 */
export async function startEmbedded({ dataDir, settings = {}, signal }: EmbeddedOptions): Promise<Embedded> {
  try {
    const cluster = await openCluster(resolve(dataDir), signal);
    signal?.throwIfAborted();
    return new RunningCluster(cluster, ...(await serve(cluster, settings)));
  } catch (error) {
    throw startErrorOf(error, dataDir);
  }
}

/**
 * A server, and the connection by which we hold it.
 * Another start may take the port, the folder or the claim between our look and our step, and a crash may leave memory in
 * use for a moment: then we look again, and find who holds the folder or nobody.
 */
async function serve(cluster: Cluster, settings: Settings): Promise<[Server, pg.Client]> {
  for (const end = Date.now() + 20_000; ; await pause(200)) {
    try {
      await clearLeftover(cluster);
      const server = await startServer(cluster, settings);
      return [server, await holdOrEnd(cluster, server)];
    } catch (error) {
      if (!(error instanceof Contended)) throw error;
      if (Date.now() > end) throw new StartError(`The embedded PostgreSQL did not start (${error.message}).`);
    }
  }
}

/**
 * Takes the claim, and makes roles and database where they are missing.
 * Another start that came first takes our server for a leftover and ends it; its claim ends with its connection, a moment
 * before ours does, so we may be given the claim of a server that is going.
 */
async function holdOrEnd(cluster: Cluster, server: Server): Promise<pg.Client> {
  try {
    const holder = await claim(cluster, server.port);
    await prepare(holder, cluster).catch((error) => {
      throw isGoing(error) ? new Contended(String(error)) : error;
    });
    return holder;
  } catch (error) {
    await endServer(server.pid);
    await server.ended;
    throw error;
  }
}

async function prepare(holder: pg.Client, { passwords }: Cluster): Promise<void> {
  await ensureRoles(holder, [
    { name: ownerRole, password: passwords.owner },
    { name: appRole, password: passwords.app },
  ]);
  await ensureDatabase(holder, { name: database, owner: ownerRole, app: appRole });
}

class RunningCluster implements Embedded {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly lost: Promise<void>;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly server: Server,
    private holder: pg.Client,
  ) {
    const { passwords } = cluster;
    const url = (role: string, password: string, name: string) =>
      `postgres://${role}:${password}@127.0.0.1:${server.port}/${name}`;
    this.adminUrl = url(adminRole, passwords.admin, 'postgres');
    this.ownerUrl = url(ownerRole, passwords.owner, database);
    this.appUrl = url(appRole, passwords.app, database);
    this.lost = new Promise((resolve) => void server.ended.then(() => this.stopped ?? resolve()));
    this.holdAgainWhenLost();
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    this.holder.end().catch(() => undefined);
    await endServer(this.server.pid);
    await this.server.ended;
  }

  /** PostgreSQL drops every connection when one of its processes crashes: the claim is taken up again. */
  private holdAgainWhenLost(): void {
    this.holder.once('end', () => void this.holdAgain());
  }

  private async holdAgain(): Promise<void> {
    let ended = false;
    void this.server.ended.then(() => {
      ended = true;
    });
    while (!this.stopped && !ended) {
      await pause(250, undefined, { ref: false });
      const holder = await claim(this.cluster, this.server.port).catch(() => undefined);
      if (!holder) continue;
      this.holder = holder;
      if (this.stopped) await holder.end();
      return this.holdAgainWhenLost();
    }
  }
}

/** What the system says about the folder becomes one line; what is our own mistake stays as it is. */
function startErrorOf(error: unknown, dataDir: string): unknown {
  if (error instanceof StartError || !codeOf(error).startsWith('E')) return error;
  const folder = resolve(dataDir);
  const reason = error instanceof Error ? error.message : codeOf(error);
  return new StartError(
    `The data folder ${folder} cannot be used (${reason}): start as the user it belongs to, or set DATA_DIR to another folder.`,
  );
}
