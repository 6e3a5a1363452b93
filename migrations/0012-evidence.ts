import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly, loggedAct, tenantTable } from './tenancy.js';

/**
 * What a competence record rests on, as files: a course certificate, a signed form. A file is what the log said of it, byte for byte,
 * for as long as it is there; nobody changes it. Its bytes go by an erasure with its reason, and by nothing else;
 * what it was called, its size and its hash stay, so that what was once relied on can be recognised.
 */
export class Evidence1700000000012 implements MigrationInterface {
  name = 'Evidence1700000000012';

  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await this.added(db);
    await this.erased(db);
    await this.kept(db);
    await tenantTable(db, 'evidence', 'select, insert');
    await tenantTable(db, 'evidence_content', 'select, insert');
    await tenantTable(db, 'evidence_erasure', 'select, insert');
    // Not the content: it comes with its evidence and goes with its erasure, and to tell of ten megabytes as JSON takes long.
    await loggedAct(db, 'evidence');
    await loggedAct(db, 'evidence_erasure');
    await functionsForTriggersOnly(db);
  }

  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence (
        clinic_id uuid not null,
        id uuid not null,
        record_id uuid not null,
        position smallint not null,
        name text not null check (length(name) between 1 and 255 and name !~ '[[:cntrl:]]'),
        media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
        size integer not null,
        sha256 bytea not null check (length(sha256) = 32),
        actor_id uuid not null,
        -- NULL for a login without a person.
        uploaded_by uuid,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        unique (clinic_id, id, media_type, size, sha256),
        unique (clinic_id, record_id, position),
        foreign key (clinic_id, record_id) references competence_record,
        foreign key (clinic_id, uploaded_by) references person,
        -- 10 MB.
        constraint evidence_too_large check (size between 1 and 10485760),
        constraint evidence_full check (position between 1 and 10),
        constraint evidence_exists unique (clinic_id, record_id, sha256)
      );

      -- What the bytes are is read from the bytes, and must be what the evidence says.
      create table evidence_content (
        clinic_id uuid not null,
        evidence_id uuid not null,
        -- Neither compressed nor read whole: it goes out in pieces.
        content bytea storage external not null,
        media_type text not null generated always as (case
          when substr(content, 1, 5) = '\\x255044462d'::bytea then 'application/pdf'
          when substr(content, 1, 3) = '\\xffd8ff'::bytea then 'image/jpeg'
          when substr(content, 1, 8) = '\\x89504e470d0a1a0a'::bytea then 'image/png'
          else 'unknown' end) stored,
        size integer not null generated always as (octet_length(content)) stored,
        sha256 bytea not null generated always as (sha256(content)) stored,
        primary key (clinic_id, evidence_id),
        constraint evidence_as_told foreign key (clinic_id, evidence_id, media_type, size, sha256)
          references evidence (clinic_id, id, media_type, size, sha256)
      );

      create table evidence_erasure (
        clinic_id uuid not null,
        evidence_id uuid not null,
        at timestamptz not null,
        actor_id uuid not null,
        person_id uuid,
        reason text not null check (reason ~ '\\S'),
        constraint evidence_erased primary key (clinic_id, evidence_id),
        foreign key (clinic_id, evidence_id) references evidence,
        foreign key (clinic_id, person_id) references person
      );
    `);
  }

  /** To a record that may still stand; by the person whose it is, only until somebody has confirmed it on what was there. */
  private async added(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_open_record() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare refused text;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select case when s.kind = 'confirmed' then 'competence_record_not_claimed' else 'competence_record_not_in_force' end
          into refused
          from competence_record_step s where s.clinic_id = new.clinic_id and s.record_id = new.record_id
            and (s.kind in ('rejected', 'withdrawn') or s.kind = 'confirmed' and s.subject_id = new.uploaded_by)
          order by s.phase desc limit 1;
        if refused is not null then
          raise exception 'the record takes no more evidence'
            using errcode = 'integrity_constraint_violation', constraint = refused, table = tg_table_name;
        end if;
        return null;
      end $$;
      create trigger evidence_of_open_record after insert on evidence
        for each row execute function require_open_record();

      create function require_content() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        if not exists (select from evidence_content c where c.clinic_id = new.clinic_id and c.evidence_id = new.id)
            and not exists (select from evidence_erasure x where x.clinic_id = new.clinic_id and x.evidence_id = new.id) then
          raise exception 'evidence without its bytes'
            using errcode = 'integrity_constraint_violation', constraint = 'evidence_without_content', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger evidence_without_content after insert on evidence
        deferrable initially deferred for each row execute function require_content();
    `);
  }

  private async erased(db: QueryRunner): Promise<void> {
    await db.query(`
      create function erase_evidence() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        delete from evidence_content where clinic_id = new.clinic_id and evidence_id = new.evidence_id;
        return null;
      end $$;
      create trigger evidence_goes after insert on evidence_erasure for each row execute function erase_evidence();
      alter table evidence_erasure enable always trigger evidence_goes;

      create function refuse_return() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if exists (select from evidence_erasure x where x.clinic_id = new.clinic_id and x.evidence_id = new.evidence_id) then
          raise exception 'what is erased does not come back'
            using errcode = 'integrity_constraint_violation', constraint = 'evidence_erased', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger evidence_erased before insert on evidence_content for each row execute function refuse_return();
      alter table evidence_content enable always trigger evidence_erased;
    `);
  }

  /** For the owner of the schema, too. */
  private async kept(db: QueryRunner): Promise<void> {
    await db.query(`
      create function keep_evidence() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        raise exception 'evidence is kept as it came'
          using errcode = 'integrity_constraint_violation', constraint = 'evidence_immutable', table = tg_table_name;
      end $$;

      create function erased_first() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if exists (select from evidence_erasure x where x.clinic_id = old.clinic_id and x.evidence_id = old.evidence_id) then
          return old;
        end if;
        raise exception 'evidence is kept until it is erased'
          using errcode = 'integrity_constraint_violation', constraint = 'evidence_immutable', table = tg_table_name;
      end $$;
      create trigger evidence_immutable_delete before delete on evidence_content for each row execute function erased_first();
      alter table evidence_content enable always trigger evidence_immutable_delete;
    `);
    for (const [table, change] of [
      ['evidence', 'update or delete'],
      ['evidence_content', 'update'],
      ['evidence_erasure', 'update or delete'],
    ] as const) {
      await db.query(`
        create trigger evidence_immutable before ${change} on ${table} for each row execute function keep_evidence();
        create trigger evidence_immutable_truncate before truncate on ${table} execute function keep_evidence();
        alter table ${table} enable always trigger evidence_immutable;
        alter table ${table} enable always trigger evidence_immutable_truncate;
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
