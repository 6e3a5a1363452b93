import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, tenantTable } from './tenancy.js';

/**
 * Clinics, and who may sign in to them.
 * An account may belong to several clinics, so accounts and sessions carry no clinic_id.
 * They are under forced row level security all the same: a row is seen only by whoever already holds its key
 * (the account's id, the e-mail being signed in with, the hash of the session's token).
 */
export class ClinicsAndSignIn1700000000001 implements MigrationInterface {
  name = 'ClinicsAndSignIn1700000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;

      create function this_clinic() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.clinic_id', true), '')::uuid;
      create function this_account() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.account_id', true), '')::uuid;

      -- Who sets the clinic can also set another in the middle of a statement (RETURNING set_config(…)), and then a trigger
      -- at its end would see nothing: so every trigger that looks for what must not be asks this first.
      -- Whoever row level security does not bind sees all clinics and leaves none.
      create function stay_in(clinic uuid) returns void language plpgsql stable as $$
      begin
        if this_clinic() is distinct from clinic and row_security_active('membership') then
          raise exception 'the clinic was left before its triggers had run'
            using errcode = 'insufficient_privilege', constraint = 'clinic_left';
        end if;
      end $$;

      -- [from, to), never empty, never 'infinity': an open end is an open range.
      create function is_period(valid tstzrange) returns boolean language sql immutable parallel safe
        return not isempty(valid) and not upper_inc(valid) and (lower_inc(valid) or lower_inf(valid))
          and coalesce(isfinite(lower(valid)), true) and coalesce(isfinite(upper(valid)), true);

      -- Whole epoch milliseconds; null for an open end. Stable, as date_part is: else it would not be inlined, and cost tenfold.
      create function ms(moment timestamptz) returns double precision language sql stable parallel safe
        return round(date_part('epoch', moment) * 1000);

      -- RFC 3339 in UTC with milliseconds; null for an open end.
      create function iso(moment timestamptz) returns text language sql stable parallel safe
        return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

      create table clinic (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
        kind text not null check (kind in ('legekontor', 'tannklinikk')),
        created_at timestamptz not null
      );

      create table account (
        id uuid primary key,
        email text not null constraint account_exists unique check (email = lower(email) and email like '%_@_%'),
        name text not null,
        password_hash text not null,
        created_at timestamptz not null
      );

      create table session (
        token_hash text primary key check (length(token_hash) = 64),
        account_id uuid not null references account,
        clinic_id uuid references clinic,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_of_account on session (account_id);
    `);
    await db.query(`
      create table membership (
        clinic_id uuid not null references clinic,
        id uuid not null,
        account_id uuid not null references account,
        person_id uuid,
        roles text[] not null check (roles <@ '{manager,staff,auditor,administrator}' and roles <> '{}'),
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        constraint member_exists unique (clinic_id, account_id)
      );
      create index membership_of_account on membership (account_id);

      create table invitation (
        clinic_id uuid not null references clinic,
        id uuid not null,
        email text not null check (email = lower(email)),
        person_id uuid,
        roles text[] not null check (roles <@ '{manager,staff,auditor,administrator}' and roles <> '{}'),
        token_hash text not null unique check (length(token_hash) = 64),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        primary key (clinic_id, id)
      );

      create table api_token (
        clinic_id uuid not null references clinic,
        id uuid not null,
        name text not null,
        roles text[] not null check (roles <@ '{manager,staff,auditor,administrator}' and roles <> '{}'),
        token_hash text not null unique check (length(token_hash) = 64),
        version integer not null default 1,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        primary key (clinic_id, id)
      );

      -- The answer to a POST, kept beside its effect in the same transaction, so that a repeat is answered and not done again.
      create table idempotency_key (
        clinic_id uuid not null references clinic,
        actor_id uuid not null,
        key text not null,
        fingerprint text not null,
        status integer not null,
        body text not null,
        created_at timestamptz not null,
        primary key (clinic_id, actor_id, key)
      );
      create index idempotency_key_age on idempotency_key (clinic_id, created_at);
    `);
    await this.rowLevelSecurity(db);
    await this.signInFunctions(db);
  }

  private async rowLevelSecurity(db: QueryRunner): Promise<void> {
    for (const table of ['clinic', 'account', 'session']) {
      await db.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
    }
    await db.query(`
      create policy own_clinic on clinic using (id = this_clinic()) with check (id = this_clinic());
      create policy own_account on account
        using (id = this_account() or email = current_setting('app.email', true))
        with check (email = current_setting('app.email', true));
      create policy held_token on session
        using (token_hash = current_setting('app.session', true))
        with check (token_hash = current_setting('app.session', true));
    `);
    await tenantTable(db, 'membership', 'select, insert, delete, update (roles, version)');
    await tenantTable(db, 'invitation', 'select, insert, update (accepted_at, expires_at)');
    await tenantTable(db, 'api_token', 'select, insert, delete');
    await tenantTable(db, 'idempotency_key', 'select, insert, delete');
    await grant(db, 'migrations', 'select');
    await grant(db, 'clinic', 'select, insert');
    await grant(db, 'account', 'select, insert');
    await grant(db, 'session', 'select, insert, delete, update (clinic_id)');
    await db.query(`
      create policy own_membership on membership for select using (account_id = this_account());
      create policy held_invitation on invitation using (token_hash = current_setting('app.invitation', true));
      create policy held_token on api_token for select using (token_hash = current_setting('app.api_token', true));
      create policy clinic_of_member on clinic for select
        using (exists (select from membership m where m.clinic_id = clinic.id and m.account_id = this_account()));
      create policy account_of_member on account for select
        using (exists (select from membership m where m.account_id = account.id and m.clinic_id = this_clinic()));
    `);
  }

  /** One round trip per request: the settings live as long as the statement's own transaction. */
  private async signInFunctions(db: QueryRunner): Promise<void> {
    await db.query(`
      create function session_of(hash text, moment timestamptz)
      returns table (account_id uuid, clinic_id uuid, membership_id uuid, person_id uuid, roles text[])
      language plpgsql volatile as $$
      declare held session;
      begin
        perform set_config('app.session', hash, true);
        select * into held from session s where s.token_hash = hash and s.expires_at > moment;
        if not found then return; end if;
        perform set_config('app.account_id', held.account_id::text, true);
        return query select held.account_id, m.clinic_id, m.id, m.person_id, m.roles
          from (values (1)) one left join membership m
            on m.account_id = held.account_id and m.clinic_id = held.clinic_id;
      end $$;

      create function api_token_of(hash text, moment timestamptz)
      returns table (id uuid, clinic_id uuid, roles text[])
      language plpgsql volatile as $$
      begin
        perform set_config('app.api_token', hash, true);
        return query select t.id, t.clinic_id, t.roles from api_token t
          where t.token_hash = hash and t.expires_at > moment;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
