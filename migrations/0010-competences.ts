import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly, grant, loggedAct, tenantTable } from './tenancy.js';

/**
 * What people master: competences, what tasks and role descriptions require of them, and the records that show it.
 * Nobody vouches for themselves, two records of the same competence never stand at once, and a record stands only on a
 * confirmation; who abstains from a task (hpl-4) is let back by somebody else.
 */
export class Competences1700000000010 implements MigrationInterface {
  name = 'Competences1700000000010';

  async up(db: QueryRunner): Promise<void> {
    await this.competences(db);
    await this.requirements(db);
    await this.records(db);
    await this.standing(db);
    await this.abstentions(db);
    await tenantTable(db, 'competence', 'select, insert, update (name, validity_months, renewal, version)');
    await tenantTable(db, 'requirement', 'select, insert, update (valid)');
    await tenantTable(db, 'requirement_option', 'select, insert');
    await tenantTable(db, 'competence_record', 'select, insert, update (valid, assessor_id)');
    await tenantTable(db, 'competence_record_step', 'select, insert');
    await tenantTable(db, 'abstention', 'select, insert, update (valid, end_reason, ended_by)');
    await tenantTable(db, 'clinic_policy', 'select, insert, update (value, version)');
    await grant(db, 'role_description', 'update (requirements_version)');
    for (const table of ['competence', 'requirement', 'requirement_option', 'competence_record'])
      await loggedAct(db, table);
    for (const table of ['competence_record_step', 'abstention', 'clinic_policy']) await loggedAct(db, table);
    await functionsForTriggersOnly(db);
  }

  private async competences(db: QueryRunner): Promise<void> {
    await db.query(`
      create table competence (
        clinic_id uuid not null references clinic,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        kind text not null check (kind in
          ('course', 'certificate', 'observed-practice', 'e-learning', 'further-education')),
        -- Level 1 is the first. Written once: records and requirements count on the order.
        levels text[] not null check (cardinality(levels) between 1 and 20),
        validity_months integer check (validity_months between 1 and 600),
        renewal text,
        catalogue_code text,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        constraint competence_exists unique (clinic_id, catalogue_code)
      );
      alter table role_description add column requirements_version integer not null default 1;

      -- The clinic's own choices, by name.
      create table clinic_policy (
        clinic_id uuid not null references clinic,
        name text not null check (name in ('competence-of-duties')),
        value text not null check (value in ('warn', 'refuse')),
        version integer not null check (version > 1),
        primary key (clinic_id, name)
      );
    `);
  }

  private async requirements(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One of the options is enough; all requirements that stand must be met.
      create table requirement (
        clinic_id uuid not null,
        id uuid not null,
        task_id uuid,
        role_description_id uuid,
        -- NULL where it was replaced before it came into force.
        valid tstzrange check (is_period(valid)),
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, task_id) references task,
        foreign key (clinic_id, role_description_id) references role_description,
        check (num_nonnulls(task_id, role_description_id) = 1)
      );
      create index requirement_of_task on requirement (clinic_id, task_id) where task_id is not null;
      create index requirement_of_role on requirement (clinic_id, role_description_id) where role_description_id is not null;

      create table requirement_option (
        clinic_id uuid not null,
        requirement_id uuid not null,
        competence_id uuid not null,
        min_level integer not null check (min_level > 0),
        primary key (clinic_id, requirement_id, competence_id),
        foreign key (clinic_id, requirement_id) references requirement,
        foreign key (clinic_id, competence_id) references competence
      );
      create index requirement_of_competence on requirement_option (clinic_id, competence_id);
    `);
  }

  private async records(db: QueryRunner): Promise<void> {
    await db.query(`
      create table competence_record (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        competence_id uuid not null,
        level integer not null check (level > 0),
        achieved_on date not null,
        -- What the record says; valid is when it really stands: NULL until confirmed.
        requested tstzrange not null check (is_period(requested) and not lower_inf(requested)),
        valid tstzrange check (is_period(valid)),
        assessor_id uuid,
        evidence jsonb not null,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        unique (clinic_id, id, person_id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, competence_id) references competence,
        foreign key (clinic_id, assessor_id) references person,
        check (valid <@ requested),
        constraint assessed_by_oneself check (assessor_id <> person_id),
        constraint competence_record_exists exclude using gist
          (clinic_id with =, person_id with =, competence_id with =, valid with &&)
      );
      create index competence_record_of_person on competence_record (clinic_id, person_id);

      create table competence_record_step (
        clinic_id uuid not null,
        id uuid not null,
        record_id uuid not null,
        -- Whose record it is: here so that the one who confirms it is seen to be somebody else.
        subject_id uuid not null,
        kind text not null check (kind in ('claimed', 'confirmed', 'rejected', 'withdrawn')),
        phase smallint not null check (phase = case kind when 'claimed' then 0 when 'withdrawn' then 2 else 1 end),
        at timestamptz not null,
        actor_id uuid not null,
        person_id uuid,
        reason text,
        primary key (clinic_id, id),
        foreign key (clinic_id, record_id, subject_id) references competence_record (clinic_id, id, person_id),
        foreign key (clinic_id, person_id) references person,
        check (kind in ('claimed', 'confirmed') or reason ~ '\\S'),
        constraint assessed_by_oneself check (kind not in ('confirmed', 'rejected') or person_id is distinct from subject_id),
        constraint competence_record_not_claimed unique (clinic_id, record_id, phase)
      );
    `);
  }

  /** A record stands on its confirmation, and not after its withdrawal. */
  private async standing(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_confirmation() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        about uuid := case tg_table_name when 'competence_record' then (to_jsonb(new) ->> 'id')::uuid
          else (to_jsonb(new) ->> 'record_id')::uuid end;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if exists (select from competence_record r where r.clinic_id = new.clinic_id and r.id = about and r.valid is not null
            and (not exists (select from competence_record_step s where s.clinic_id = r.clinic_id and s.record_id = r.id and s.kind = 'confirmed')
              or exists (select from competence_record_step s where s.clinic_id = r.clinic_id and s.record_id = r.id and s.kind = 'withdrawn'
                and r.valid && tstzrange(s.at + interval '1 millisecond', null)))) then
          raise exception 'a record stands on its confirmation'
            using errcode = 'integrity_constraint_violation', constraint = 'competence_record_not_in_force', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger competence_record_not_in_force after insert or update on competence_record
        deferrable initially deferred for each row execute function require_confirmation();
      create constraint trigger competence_record_not_in_force after insert on competence_record_step
        deferrable initially deferred for each row execute function require_confirmation();
    `);
  }

  private async abstentions(db: QueryRunner): Promise<void> {
    await db.query(`
      create table abstention (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        task_id uuid not null,
        reason text not null check (reason ~ '\\S'),
        valid tstzrange not null check (is_period(valid) and not lower_inf(valid)),
        end_reason text,
        ended_by uuid,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, task_id) references task,
        check (upper_inf(valid) = (end_reason is null) and upper_inf(valid) = (ended_by is null)),
        constraint assessed_by_oneself check (ended_by <> person_id),
        constraint abstention_exists exclude using gist
          (clinic_id with =, person_id with =, task_id with =, valid with &&)
      );
      create index abstention_of_person on abstention (clinic_id, person_id);
      create index abstention_open on abstention (clinic_id, id) where upper_inf(valid);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
