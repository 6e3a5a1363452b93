import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly, loggedAct, tenantTable } from './tenancy.js';

/**
 * Courses, meetings and internal teaching: what is held when and by whom, who is to come and who came, and the records of
 * competence that were given to those who were present. Nobody vouches for their own presence, nobody was there before it
 * began or without belonging to the clinic, and no record rests on an attendance that is not there.
 */
export class Teaching1700000000013 implements MigrationInterface {
  name = 'Teaching1700000000013';

  async up(db: QueryRunner): Promise<void> {
    await this.events(db);
    await this.people(db);
    await this.records(db);
    await this.cancelled(db);
    await this.participation(db);
    await this.attendance(db);
    await tenantTable(
      db,
      'teaching',
      'select, insert, update (kind, title, place, held, topics, holder_id, holder_name, open, version)',
    );
    await tenantTable(db, 'teaching_competence', 'select, insert, update (level)');
    for (const table of ['cancellation', 'participation', 'attendance', 'record'])
      await tenantTable(db, `teaching_${table}`, 'select, insert');
    await loggedAct(db, 'teaching');
    for (const table of ['competence', 'cancellation', 'participation', 'attendance', 'record'])
      await loggedAct(db, `teaching_${table}`);
    await functionsForTriggersOnly(db);
  }

  private async events(db: QueryRunner): Promise<void> {
    await db.query(`
      create table teaching (
        clinic_id uuid not null references clinic,
        id uuid not null,
        kind text not null check (kind in ('course', 'meeting', 'internal-teaching', 'e-learning', 'practice-day')),
        title text not null check (title ~ '\\S'),
        place text,
        held tstzrange not null check (is_period(held) and not lower_inf(held) and not upper_inf(held)),
        topics text[] not null,
        -- Who holds it: a person here, or somebody from outside by name.
        holder_id uuid,
        holder_name text check (holder_name ~ '\\S'),
        -- Whether people may sign themselves up.
        open boolean not null,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        unique (clinic_id, id, held),
        foreign key (clinic_id, holder_id) references person,
        check (num_nonnulls(holder_id, holder_name) = 1)
      );
      create index teaching_by_start on teaching (clinic_id, lower(held), id);

      -- What presence gives, at which level; NULL where it gives it no longer.
      create table teaching_competence (
        clinic_id uuid not null,
        teaching_id uuid not null,
        competence_id uuid not null,
        level integer check (level > 0),
        primary key (clinic_id, teaching_id, competence_id),
        unique (clinic_id, teaching_id, competence_id, level),
        foreign key (clinic_id, teaching_id) references teaching,
        foreign key (clinic_id, competence_id) references competence
      );

      create table teaching_cancellation (
        clinic_id uuid not null,
        teaching_id uuid not null,
        at timestamptz not null,
        actor_id uuid not null,
        by_id uuid,
        reason text not null check (reason ~ '\\S'),
        constraint teaching_cancelled primary key (clinic_id, teaching_id),
        foreign key (clinic_id, teaching_id) references teaching,
        foreign key (clinic_id, by_id) references person
      );
    `);
  }

  /** The highest number is what counts; a correction is a new row. */
  private async people(db: QueryRunner): Promise<void> {
    await db.query(`
      create table teaching_participation (
        clinic_id uuid not null,
        id uuid not null,
        teaching_id uuid not null,
        person_id uuid not null,
        number integer not null,
        kind text not null check (kind in ('invited', 'withdrawn', 'signed-up', 'signed-off')),
        at timestamptz not null,
        actor_id uuid not null,
        by_id uuid,
        primary key (clinic_id, id),
        unique (clinic_id, teaching_id, person_id, number),
        foreign key (clinic_id, teaching_id) references teaching,
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, by_id) references person,
        check (kind in ('invited', 'withdrawn') or by_id is not distinct from person_id)
      );
      create index teaching_participation_of_person on teaching_participation (clinic_id, person_id);

      create table teaching_attendance (
        clinic_id uuid not null,
        id uuid not null,
        teaching_id uuid not null,
        -- When it was held, as the teaching says: it is not moved away from those who came.
        held tstzrange not null,
        person_id uuid not null,
        number integer not null,
        status text not null check (status in ('present', 'partly', 'absent')),
        at timestamptz not null,
        actor_id uuid not null,
        by_id uuid,
        primary key (clinic_id, id),
        unique (clinic_id, teaching_id, person_id, number),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, by_id) references person,
        constraint teaching_attended foreign key (clinic_id, teaching_id, held) references teaching (clinic_id, id, held),
        constraint teaching_not_begun check (at >= lower(held)),
        constraint assessed_by_oneself check (by_id is distinct from person_id)
      );
      create index teaching_attendance_of_person on teaching_attendance (clinic_id, person_id);
    `);
  }

  /** Given on the strength of an attendance: the person's own record, of the competence and level that the teaching gives. */
  private async records(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competence_record add unique (clinic_id, id, person_id, competence_id, level);

      create table teaching_record (
        clinic_id uuid not null,
        teaching_id uuid not null,
        held tstzrange not null,
        person_id uuid not null,
        competence_id uuid not null,
        level integer not null,
        record_id uuid not null,
        at timestamptz not null,
        constraint teaching_record_exists primary key (clinic_id, teaching_id, person_id, competence_id),
        unique (clinic_id, record_id),
        foreign key (clinic_id, teaching_id, held) references teaching (clinic_id, id, held),
        foreign key (clinic_id, record_id, person_id, competence_id, level)
          references competence_record (clinic_id, id, person_id, competence_id, level),
        constraint teaching_record_given foreign key (clinic_id, teaching_id, competence_id, level)
          references teaching_competence (clinic_id, teaching_id, competence_id, level),
        constraint teaching_not_over check (at >= upper(held))
      );

      create function teaching_record_stands(clinic uuid, teaching uuid, person uuid) returns boolean language sql stable as $$
        select exists (select from teaching_record given where given.clinic_id = clinic and given.teaching_id = teaching
          and (person is null or given.person_id = person)
          and not exists (select from competence_record_step s where s.clinic_id = clinic and s.record_id = given.record_id
            and s.kind in ('rejected', 'withdrawn')))
      $$;

      create function record_rests_on_attendance() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if (select a.status from teaching_attendance a where a.clinic_id = new.clinic_id and a.teaching_id = new.teaching_id
            and a.person_id = new.person_id order by a.number desc limit 1) is distinct from 'present' then
          raise exception 'a record is given to those who were present'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_not_attended', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger teaching_not_attended before insert on teaching_record
        for each row execute function record_rests_on_attendance();
    `);
  }

  /** What is cancelled stays as it was, and is not cancelled while a record stands on it. */
  private async cancelled(db: QueryRunner): Promise<void> {
    await db.query(`
      create function teaching_goes_on() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare about uuid := case tg_table_name when 'teaching' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'teaching_id')::uuid end;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if exists (select from teaching_cancellation c where c.clinic_id = new.clinic_id and c.teaching_id = about) then
          raise exception 'it is cancelled'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_cancelled', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger teaching_cancelled before update on teaching for each row execute function teaching_goes_on();
      create trigger teaching_cancelled before insert or update on teaching_competence
        for each row execute function teaching_goes_on();
      create trigger teaching_cancelled before insert on teaching_participation
        for each row execute function teaching_goes_on();
      create trigger teaching_cancelled before insert on teaching_attendance
        for each row execute function teaching_goes_on();
      create trigger teaching_cancelled before insert on teaching_record
        for each row execute function teaching_goes_on();

      create function cancels_no_record() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if teaching_record_stands(new.clinic_id, new.teaching_id, null) then
          raise exception 'a record stands on it'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_record_stands', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger teaching_record_stands before insert on teaching_cancellation
        for each row execute function cancels_no_record();
    `);
  }

  /** Before it begins, by turns in and out, and by oneself only where it is open. Numbered here, never by the writer. */
  private async participation(db: QueryRunner): Promise<void> {
    await db.query(`
      create function teaching_expects(kind text) returns boolean language sql immutable parallel safe
        return coalesce(kind in ('invited', 'signed-up'), false);

      create function number_participation() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        about teaching;
        last teaching_participation;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select * into about from teaching t where t.clinic_id = new.clinic_id and t.id = new.teaching_id;
        select * into last from teaching_participation p where p.clinic_id = new.clinic_id and p.teaching_id = new.teaching_id
          and p.person_id = new.person_id order by p.number desc limit 1;
        if new.at >= lower(about.held) then
          raise exception 'it has begun'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_begun', table = tg_table_name;
        end if;
        if new.kind in ('signed-up', 'signed-off') and not about.open then
          raise exception 'it is not open'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_not_open', table = tg_table_name;
        end if;
        if teaching_expects(new.kind) = teaching_expects(last.kind) then
          raise exception 'it is so already'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_participation_unchanged', table = tg_table_name;
        end if;
        new.number := coalesce(last.number, 0) + 1;
        return new;
      end $$;
      create trigger teaching_participation_numbered before insert on teaching_participation
        for each row execute function number_participation();
    `);
  }

  /** Of those who belonged to the clinic then; and presence on which a record stands is not taken back under it. */
  private async attendance(db: QueryRunner): Promise<void> {
    await db.query(`
      create function number_attendance() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if not exists (select from presence p where p.clinic_id = new.clinic_id and p.person_id = new.person_id
            and p.valid && new.held) then
          raise exception 'the person did not belong to the clinic then'
            using errcode = 'integrity_constraint_violation', constraint = 'attendance_rests_on_presence', table = tg_table_name;
        end if;
        if new.status <> 'present' and teaching_record_stands(new.clinic_id, new.teaching_id, new.person_id) then
          raise exception 'a record stands on it'
            using errcode = 'integrity_constraint_violation', constraint = 'teaching_record_stands', table = tg_table_name;
        end if;
        new.number := 1 + coalesce((select max(a.number) from teaching_attendance a where a.clinic_id = new.clinic_id
          and a.teaching_id = new.teaching_id and a.person_id = new.person_id), 0);
        return new;
      end $$;
      create trigger teaching_attendance_numbered before insert on teaching_attendance
        for each row execute function number_attendance();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
