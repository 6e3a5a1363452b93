import pg from 'pg';
import { StartError } from './start-error.js';

const oldest = 180_000;

/** PostgreSQL 18 brought temporal keys (WITHOUT OVERLAPS, PERIOD), and the schema's promises are made of them. */
export async function assertPostgres18(url: string): Promise<void> {
  const version = await connected(url, async (db) => {
    const { rows } = await db.query<{ version: number; shown: string }>(
      `select current_setting('server_version_num')::int version, current_setting('server_version') shown`,
    );
    return rows[0];
  });
  if (!version || version.version < oldest) {
    throw new StartError(`PostgreSQL at ${placeOf(url)} is version ${version?.shown}; Fullmakt needs 18 or newer.`);
  }
}

/** Makes the role that DATABASE_URL names, without any power, if it is not there and the owner may make roles. */
export async function ensureApplicationRole(ownerUrl: string, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const role = decodeURIComponent(username);
  await connected(ownerUrl, async (db) => {
    const { rowCount } = await db.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount) return;
    try {
      await db.query(
        `create role ${db.escapeIdentifier(role)} login password ${db.escapeLiteral(decodeURIComponent(password))}`,
      );
    } catch {
      throw new StartError(`The role "${role}" of DATABASE_URL does not exist, and DATABASE_OWNER_URL may not create it: create it.`);
    }
  });
}

/** The application must not be able to pass by row level security. */
export async function assertPowerless(applicationUrl: string): Promise<void> {
  const mighty = await connected(applicationUrl, async (db) => {
    const { rows } = await db.query<{ mighty: boolean }>(
      `select rolsuper or rolbypassrls or exists (select from pg_class where relname = 'person' and relowner = r.oid) mighty
       from pg_roles r where rolname = current_user`,
    );
    return rows[0]?.mighty;
  });
  if (mighty) {
    throw new StartError('DATABASE_URL signs in as a superuser or as the owner of the schema: give the application a role of its own.');
  }
}

async function connected<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await db.connect();
  } catch (error) {
    await db.end().catch(() => undefined);
    const why = error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : 'unknown';
    throw new StartError(`No PostgreSQL at ${placeOf(url)}: ${why.split('\n')[0]}. Check the address, the user and the password.`);
  }
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}
