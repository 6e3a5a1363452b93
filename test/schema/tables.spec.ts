import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { refusalsOfConstraints } from '../../src/database/refusal-of-constraint.js';
import { createDatabase } from '../support/postgres.js';

let owner: pg.Client;
let appRole: string;

beforeAll(async () => {
  const urls = await createDatabase();
  appRole = new URL(urls.app).username;
  owner = new pg.Client(urls.owner);
  await owner.connect();
});
afterAll(() => owner.end());

/** TypeORM's own list of migrations holds no clinic's data. */
const notOurs = ['migrations'];
/** Known before a clinic is chosen; closed by the key the caller holds (docs/decisions/0006). */
const beforeAnyClinic = ['clinic', 'account', 'session'];

const names = async (sql: string, ...values: unknown[]): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql, values)).rows.map(({ name }) => name);

const ours = `c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> all($1)`;

describe('every table', () => {
  it('is under forced row level security with a policy', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where ${ours} and not (c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid))`,
      notOurs,
    );
    expect(open).toEqual([]);
  });

  it('shows the rows of one clinic, which is asked for once in a statement and not for each row', async () => {
    const others = await names(
      `select tablename || ': ' || qual as name from pg_policies where schemaname = 'public' and policyname = 'own_clinic'
         and qual <> '(' || case tablename when 'clinic' then 'id' else 'clinic_id' end || ' = ( SELECT this_clinic() AS this_clinic))'`,
    );
    expect(others).toEqual([]);
    const without = await names(
      `select c.relname as name from pg_class c where ${ours} and not exists (
         select from pg_policies p where p.tablename = c.relname and p.policyname = 'own_clinic') order by 1`,
      notOurs,
    );
    expect(without).toEqual(['account', 'session']);
  });

  it('carries clinic_id in its primary key, its unique and exclusion constraints and its foreign keys', async () => {
    const without = await names(
      `select c.relname || '.' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
       where ${ours} and k.contype in ('p', 'u', 'x', 'f') and not exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id' and a.attnum = any(k.conkey))
       order by 1`,
      [...notOurs, ...beforeAnyClinic],
    );
    expect(without).toEqual([
      'api_token.api_token_token_hash_key',
      'invitation.invitation_token_hash_key',
      'membership.membership_account_id_fkey',
    ]);
  });

  it('belongs to the owner, and the application may only what is listed in the migrations', async () => {
    const owned = await names(
      `select c.relname as name from pg_class c where ${ours} and pg_get_userbyid(c.relowner) = $2`,
      notOurs,
      appRole,
    );
    expect(owned).toEqual([]);
    const mighty = await names(
      `select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
       where grantee = $1 and privilege_type not in ('SELECT', 'INSERT') order by 1`,
      appRole,
    );
    expect(mighty).toEqual([
      'api_token DELETE',
      'idempotency_key DELETE',
      'membership DELETE',
      'session DELETE',
    ]);
  });

  it('lets nothing of the log, of derived rights or of published versions be changed', async () => {
    const changed = await names(
      `select distinct table_name::text as name from information_schema.column_privileges
       where grantee = $1 and privilege_type = 'UPDATE' order by 1`,
      appRole,
    );
    expect(changed).toEqual([
      'abstention',
      'approval',
      'auditor_seen',
      'clinic_policy',
      'competence',
      'competence_record',
      'delegation',
      'duty',
      'engagement',
      'entitlement',
      'invitation',
      'membership',
      'person',
      'requirement',
      'role_description',
      'session',
      'task',
      'teaching',
      'teaching_competence',
      'training_plan',
      'training_supervision',
      'working_days',
    ]);
  });

  it('holds PostgreSQL roles without powers', async () => {
    const { rows } = await owner.query(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = $1',
      [appRole],
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });
});

describe('constraints and refusals', () => {
  it('every constraint that stands behind a refusal exists, and every named one that can be violated has its refusal', async () => {
    const raised = await names(
      `select distinct (regexp_matches(prosrc, 'constraint = ''(\\w+)''', 'g'))[1] as name from pg_proc
       where pronamespace = 'public'::regnamespace`,
    );
    const chosen = ['delegation_not_pending', 'delegation_not_in_force'];
    const declared = await names(
      `select conname as name from pg_constraint where connamespace = 'public'::regnamespace`,
    );
    const indexes = await names(`select indexname as name from pg_indexes where schemaname = 'public'`);
    const existing = new Set([...raised, ...chosen, ...declared, ...indexes]);
    expect(Object.keys(refusalsOfConstraints).filter((name) => !existing.has(name))).toEqual([]);
  });
});
