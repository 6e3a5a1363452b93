import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loggedAct, tenantTable } from './tenancy.js';

/**
 * The delegation log: one per clinic, gapless from 0, append-only for every role that can sign in.
 * The bytes that were hashed are stored as they were; payload and salt lie beside, so that they can be erased one day.
 */
export class Log1700000000002 implements MigrationInterface {
  name = 'Log1700000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table log_head (
        clinic_id uuid primary key references clinic,
        size bigint not null default 0
      );
      create table log_entry (
        clinic_id uuid not null references clinic,
        seq bigint not null check (seq >= 0),
        at timestamptz not null,
        type text not null check (type ~ '^[a-z-]+\\.[a-z-]+$'),
        actor_id uuid not null,
        bytes bytea not null,
        payload_hash bytea not null check (length(payload_hash) = 32),
        xid xid8 not null default pg_current_xact_id(),
        primary key (clinic_id, seq)
      );
      create index log_entry_type on log_entry (clinic_id, type, seq);
      create index log_entry_at on log_entry (clinic_id, at, seq);
      create table log_payload (
        clinic_id uuid not null,
        seq bigint not null,
        payload text not null,
        salt bytea not null check (length(salt) = 32),
        primary key (clinic_id, seq),
        foreign key (clinic_id, seq) references log_entry
      );
      create table log_subject (
        clinic_id uuid not null,
        subject_id uuid not null,
        seq bigint not null,
        primary key (clinic_id, subject_id, seq),
        foreign key (clinic_id, seq) references log_entry
      );
    `);
    await tenantTable(db, 'log_head', 'select');
    await tenantTable(db, 'log_entry', 'select, insert');
    await tenantTable(db, 'log_payload', 'select, insert');
    await tenantTable(db, 'log_subject', 'select, insert');
    await this.head(db);
    await this.appendOnly(db);
    await loggedAct(db, 'membership');
    await loggedAct(db, 'invitation');
    await loggedAct(db, 'api_token');
    await loggedAct(db, 'clinic');
  }

  /** The head is moved by the entries themselves; the application may lock it (take_turn), never set it. */
  private async head(db: QueryRunner): Promise<void> {
    await db.query(`
      create function open_log() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into log_head (clinic_id) values (new.id);
        return null;
      end $$;
      create trigger open_log after insert on clinic for each row execute function open_log();

      -- Acts of one clinic take turns, so that a rule never judges facts that another act is about to change.
      create function take_turn() returns bigint language sql security definer set search_path = public, pg_temp
      begin atomic
        select size from log_head where clinic_id = this_clinic() for update;
      end;

      create function move_head() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update log_head set size = size + 1 where clinic_id = new.clinic_id and size = new.seq;
        if not found then
          raise exception 'the next entry of this log is not number %', new.seq
            using errcode = 'integrity_constraint_violation', constraint = 'log_gapless', table = 'log_entry';
        end if;
        -- Never the writer's to say: an entry dated to a later transaction would stand for an act that has none.
        new.xid := pg_current_xact_id();
        return new;
      end $$;
      create trigger log_gapless before insert on log_entry for each row execute function move_head();
      alter table log_entry enable always trigger log_gapless;

      create function require_log_entry() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare clinic uuid := case tg_table_name
        when 'clinic' then (to_jsonb(coalesce(new, old)) ->> 'id')::uuid
        else (to_jsonb(coalesce(new, old)) ->> 'clinic_id')::uuid end;
      begin
        if (select e.xid from log_entry e where e.clinic_id = clinic order by e.seq desc limit 1)
            is distinct from pg_current_xact_id() then
          raise exception 'an act on % without its entry in the log', tg_table_name
            using errcode = 'integrity_constraint_violation', constraint = 'act_without_entry', table = tg_table_name;
        end if;
        return null;
      end $$;
    `);
  }

  private async appendOnly(db: QueryRunner): Promise<void> {
    await db.query(`create function refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        raise exception 'the log is append-only'
          using errcode = 'integrity_constraint_violation', constraint = 'log_append_only', table = tg_table_name;
      end $$;`);
    await this.bornWithTheEntry(db);
    for (const table of ['log_entry', 'log_payload', 'log_subject']) {
      await db.query(`
        create trigger log_append_only before update or delete on ${table} for each row execute function refuse_change();
        create trigger log_append_only_truncate before truncate on ${table} execute function refuse_change();
        alter table ${table} enable always trigger log_append_only;
        alter table ${table} enable always trigger log_append_only_truncate;
      `);
    }
    await db.query(`
      create trigger log_append_only before delete on log_head for each row execute function refuse_change();
      create trigger log_append_only_truncate before truncate on log_head execute function refuse_change();
      alter table log_head enable always trigger log_append_only;
      alter table log_head enable always trigger log_append_only_truncate;
    `);
  }

  /** What an entry says and whom it concerns are written with it: nothing is added to an entry that others have seen. */
  private async bornWithTheEntry(db: QueryRunner): Promise<void> {
    await db.query(`create function refuse_addition() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if exists (select from added a left join log_entry e on e.clinic_id = a.clinic_id and e.seq = a.seq
            where e.xid is distinct from pg_current_xact_id()) then
          raise exception 'the entry was written before'
            using errcode = 'integrity_constraint_violation', constraint = 'log_append_only', table = tg_table_name;
        end if;
        return null;
      end $$;`);
    for (const table of ['log_payload', 'log_subject']) {
      await db.query(`create trigger log_append_only_insert after insert on ${table} referencing new table as added
        for each statement execute function refuse_addition();
        alter table ${table} enable always trigger log_append_only_insert;`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
