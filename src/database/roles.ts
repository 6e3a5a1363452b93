import pg from 'pg';
import { connectOrSay } from './connection.js';
import { StartError } from './start-error.js';

export interface Login {
  readonly name: string;
  readonly password: string;
}

/**
 * The two roles the product rests on: the owner migrates, the application serves.
 * Neither may switch row level security off; the application's role owns nothing and may create nothing.
 * Roles that exist are left as they are.
 */
export async function ensureRoles(admin: pg.Client, logins: readonly Login[]): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles');
  const existing = new Set(rows.map(({ rolname }) => rolname));
  for (const { name, password } of logins) {
    if (existing.has(name)) continue;
    await admin.query(
      `create role ${pg.escapeIdentifier(name)} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
       password ${pg.escapeLiteral(password)}`,
    );
  }
}

/** A database that belongs to the owner's role, and where the application's role may connect and nobody else. */
export async function ensureDatabase(
  admin: pg.Client,
  database: {
    readonly name: string;
    readonly owner: string;
    readonly app: string;
    readonly template?: string;
  },
): Promise<void> {
  const name = pg.escapeIdentifier(database.name);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database.name]);
  if (rowCount === 0) {
    const template = database.template ? `template ${pg.escapeIdentifier(database.template)}` : '';
    await admin.query(`create database ${name} owner ${pg.escapeIdentifier(database.owner)} ${template}`);
  }
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect on database ${name} to ${pg.escapeIdentifier(database.app)}`);
}

/**
 * Makes the role of DATABASE_URL with its password where it does not exist yet and the owner may create roles.
 * Throws StartError when both variables name one role: it would own the log that it must not be able to change.
 */
export async function ensureApplicationRole(ownerUrl: string, applicationUrl: string): Promise<void> {
  const app = loginOf(applicationUrl);
  if (app.name === loginOf(ownerUrl).name) {
    throw new StartError(
      `DATABASE_URL and DATABASE_OWNER_URL both name the role "${app.name}": give DATABASE_URL a role of its own, it is made if the owner may create roles.`,
    );
  }
  const owner = await connectOrSay(ownerUrl, 'DATABASE_OWNER_URL');
  try {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [app.name]);
    if (rowCount === 0) await makeRole(owner, app);
  } finally {
    await owner.end();
  }
}

async function makeRole(owner: pg.Client, app: Login): Promise<void> {
  const { rows } = await owner.query<{ may: boolean; database: string }>(
    `select rolsuper or rolcreaterole as may, current_database() as database from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.may) {
    throw new StartError(
      `The role "${app.name}" of DATABASE_URL does not exist and the role of DATABASE_OWNER_URL may not create it: CREATE ROLE ${pg.escapeIdentifier(app.name)} LOGIN PASSWORD '…'; as an administrator.`,
    );
  }
  await ensureRoles(owner, [app]);
  const database = pg.escapeIdentifier(rows[0].database);
  await owner.query(`grant connect on database ${database} to ${pg.escapeIdentifier(app.name)}`);
}

/**
 * Throws StartError unless `url` (the value of `variable`) answers, lets us in, and is PostgreSQL 18 or newer:
 * the temporal keys that refuse re-delegation do not exist before 18.
 */
export async function assertPostgres18(url: string, variable = 'DATABASE_URL'): Promise<void> {
  const client = await connectOrSay(url, variable);
  await client.end();
}

/**
 * Throws StartError when the role of DATABASE_URL could pass by row level security or change the log:
 * as a superuser or the owner of the schema, or as a member of one that it could take the place of.
 */
export async function assertPowerless(applicationUrl: string): Promise<void> {
  const client = await connectOrSay(applicationUrl, 'DATABASE_URL');
  try {
    const { rows } = await client.query<{ mighty: boolean }>(mightySql);
    if (rows[0]?.mighty) {
      throw new StartError(
        `The role "${loginOf(applicationUrl).name}" of DATABASE_URL is a superuser, has BYPASSRLS or owns the schema, so clinics would not be kept apart: give the application a role of its own.`,
      );
    }
  } finally {
    await client.end();
  }
}

const mightySql = `
  select exists (select from pg_roles r where (rolsuper or rolbypassrls) and pg_has_role(r.oid, 'MEMBER'))
      or exists (select from pg_database where datname = current_database() and pg_has_role(datdba, 'MEMBER'))
      or exists (select from pg_class where relname = 'person' and relkind = 'r' and pg_has_role(relowner, 'MEMBER'))
      as mighty`;

function loginOf(url: string): Login {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
