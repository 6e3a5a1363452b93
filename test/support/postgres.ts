import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/database/data-source.js';
import { type Embedded, startEmbedded } from '../../src/database/embedded.js';

interface Cluster {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** Where a test process finds the one server of its run. */
const addressFile = 'FULLMAKT_TEST_CLUSTER';

/** Nothing in a test outlives a power cut, so nothing waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', autovacuum: 'off' };

/** One throw-away server for the whole run, with a migrated template that each file copies. */
export async function startCluster(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-test-'));
  const server = await startEmbedded({ dataDir: folder, settings });
  await migrate(server.ownerUrl, 'fullmakt_app');
  writeFileSync(join(folder, 'cluster.json'), JSON.stringify(urlsOf(server)));
  process.env[addressFile] = join(folder, 'cluster.json');
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

const urlsOf = ({ adminUrl, ownerUrl, appUrl }: Embedded): Cluster => ({ admin: adminUrl, owner: ownerUrl, app: appUrl });

export interface DatabaseUrls {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** A migrated database of one's own, copied from the template in about a tenth of a second. */
export async function createDatabase(): Promise<DatabaseUrls> {
  const cluster = JSON.parse(readFileSync(process.env[addressFile] ?? '', 'utf8')) as Cluster;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(cluster.admin);
  await admin.connect();
  await admin.query(`create database ${name} template fullmakt owner fullmakt_owner`);
  await admin.end();
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { admin: on(cluster.admin), owner: on(cluster.owner), app: on(cluster.app) };
}
