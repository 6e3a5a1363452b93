import type { QueryRunner } from 'typeorm';

/**
 * The application's role is named by the connection that migrates (`fullmakt.app_role`);
 * it owns nothing and gets exactly the privileges listed beside each table.
 */
export async function grant(db: QueryRunner, table: string, privileges: string): Promise<void> {
  await db.query(`do $$ begin
    execute format('grant ${privileges} on ${table} to %I', current_setting('fullmakt.app_role'));
  end $$`);
}

/**
 * Nobody sees another clinic: forced row level security keyed on the transaction's clinic, for the owner, too.
 * As a subquery, which clinic that is is asked once in a statement, and not for each row.
 */
export async function tenantTable(db: QueryRunner, table: string, privileges: string): Promise<void> {
  await db.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy own_clinic on ${table} using (clinic_id = (select this_clinic())) with check (clinic_id = this_clinic());
  `);
  await grant(db, table, privileges);
}

/** An act without its entry in the log cannot commit: judged at COMMIT, for every row written. */
export async function loggedAct(db: QueryRunner, table: string): Promise<void> {
  await db.query(`create constraint trigger act_without_entry after insert or update or delete on ${table}
    deferrable initially deferred for each row execute function require_log_entry()`);
}

/**
 * PostgreSQL lets everybody execute every function. Those for triggers and those with the owner's rights are the owner's alone
 * (0006 says why), but for the ones named here, which the application calls itself. Last in every migration that makes such functions.
 */
export async function functionsForTriggersOnly(db: QueryRunner, ...called: string[]): Promise<void> {
  await db.query(`do $$
    declare closed regprocedure;
    begin
      for closed in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace
          and pg_get_userbyid(p.proowner) = current_user and (p.prosecdef or p.prorettype = 'trigger'::regtype) loop
        execute format('revoke execute on function %s from public', closed);
      end loop;
    end $$`);
  for (const name of called)
    await db.query(`do $$ begin
      execute format('grant execute on function ${name} to %I', current_setting('fullmakt.app_role'));
    end $$`);
}
