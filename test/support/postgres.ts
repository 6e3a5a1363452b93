import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { ensureDatabase } from '../../src/database/roles.js';

/** Connection strings: as the cluster's superuser, as the owner of the schema, and as the application. */
export interface DatabaseUrls {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** A migrated database of one's own, copied from the template in about a tenth of a second; global-setup.js started the server. `template1` gives an empty one. */
export async function createDatabase(template = 'fullmakt'): Promise<DatabaseUrls> {
  const cluster = JSON.parse(readFileSync(process.env.FULLMAKT_TEST_CLUSTER ?? '', 'utf8')) as DatabaseUrls;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(cluster.admin);
  await admin.connect();
  // The template's privileges are not copied.
  await ensureDatabase(admin, { name, owner: 'fullmakt_owner', app: 'fullmakt_app', template });
  await admin.end();
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { admin: on(cluster.admin), owner: on(cluster.owner), app: on(cluster.app) };
}
