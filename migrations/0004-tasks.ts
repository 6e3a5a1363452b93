import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loggedAct, tenantTable } from './tenancy.js';

/**
 * Tasks, which occupations hold them in their own right, what they were copied from or are part of,
 * and the role descriptions that gather them.
 */
export class Tasks1700000000004 implements MigrationInterface {
  name = 'Tasks1700000000004';

  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await this.kin(db);
    await this.reserved(db);
    await tenantTable(db, 'task', 'select, insert, update (name, area, version)');
    await tenantTable(db, 'task_lineage', 'select, insert');
    await tenantTable(db, 'task_kin', 'select');
    await tenantTable(db, 'entitlement', 'select, insert, update (valid)');
    await tenantTable(db, 'role_description', 'select, insert');
    await tenantTable(db, 'role_description_version', 'select, insert');
    await tenantTable(db, 'role_description_task', 'select, insert');
    for (const table of ['task', 'task_lineage', 'entitlement']) await loggedAct(db, table);
    for (const part of ['', '_version', '_task']) await loggedAct(db, `role_description${part}`);
    await db.query(`
      alter table engagement add foreign key (clinic_id, role_description_id) references role_description;
      alter table reaction_task add foreign key (clinic_id, task_id) references task;
    `);
  }

  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      create table task (
        clinic_id uuid not null references clinic,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        area text not null check (area in
          ('resepsjon', 'laboratorium', 'skiftestue', 'generelt', 'tannhelse', 'lege', 'teknologi')),
        catalogue_code text,
        reserved_to text[],
        contested boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        constraint task_exists unique (clinic_id, catalogue_code)
      );

      -- Written once, when the task is made: no UPDATE, no DELETE, and never on a task already delegated.
      create table task_lineage (
        clinic_id uuid not null,
        task_id uuid not null,
        of_task_id uuid not null,
        relation text not null check (relation in ('copy', 'part', 'whole')),
        primary key (clinic_id, task_id, of_task_id),
        foreign key (clinic_id, task_id) references task,
        foreign key (clinic_id, of_task_id) references task,
        check (task_id <> of_task_id)
      );

      -- The same work under other names: copies, and everything above or below along the parts. Holds (t, t), too.
      create table task_kin (
        clinic_id uuid not null,
        task_id uuid not null,
        kin_id uuid not null,
        primary key (clinic_id, task_id, kin_id),
        foreign key (clinic_id, task_id) references task,
        foreign key (clinic_id, kin_id) references task
      );

      create table entitlement (
        clinic_id uuid not null,
        task_id uuid not null,
        occupation text not null,
        may_delegate boolean not null,
        valid tstzrange not null check (is_period(valid)),
        foreign key (clinic_id, task_id) references task,
        constraint entitlement_exists primary key (clinic_id, task_id, occupation, valid without overlaps),
        constraint entitlement_to_delegate unique (clinic_id, task_id, occupation, may_delegate, valid without overlaps)
      );

      create table role_description (
        clinic_id uuid not null references clinic,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        occupation text not null,
        template_code text,
        template_version integer,
        created_at timestamptz not null,
        primary key (clinic_id, id)
      );

      create table role_description_version (
        clinic_id uuid not null,
        role_description_id uuid not null,
        number integer not null check (number > 0),
        effective_from timestamptz not null,
        areas jsonb not null,
        obligations jsonb not null,
        published_at timestamptz not null,
        primary key (clinic_id, role_description_id, number),
        foreign key (clinic_id, role_description_id) references role_description
      );

      create table role_description_task (
        clinic_id uuid not null,
        role_description_id uuid not null,
        number integer not null,
        position integer not null,
        area text not null,
        task_id uuid not null,
        primary key (clinic_id, role_description_id, number, position),
        foreign key (clinic_id, role_description_id, number) references role_description_version,
        foreign key (clinic_id, task_id) references task
      );
      create index role_description_of_task on role_description_task (clinic_id, task_id);
    `);
  }

  private async kin(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Up through wholes or down through parts, never up and then down: two parts of one whole are not the same work.
      create function refresh_kin(clinic uuid) returns void language sql security definer set search_path = public, pg_temp as $$
        with recursive edge as (
          select task_id a, of_task_id b, 'same' way from task_lineage where clinic_id = clinic and relation = 'copy'
          union all select of_task_id, task_id, 'same' from task_lineage where clinic_id = clinic and relation = 'copy'
          union all select task_id, of_task_id, 'up' from task_lineage where clinic_id = clinic and relation = 'part'
          union all select of_task_id, task_id, 'down' from task_lineage where clinic_id = clinic and relation = 'part'
          union all select task_id, of_task_id, 'down' from task_lineage where clinic_id = clinic and relation = 'whole'
          union all select of_task_id, task_id, 'up' from task_lineage where clinic_id = clinic and relation = 'whole'
        ), walk (a, b, way) as (
          select a, b, way from edge
          union
          select w.a, e.b, case when w.way = 'same' then e.way else w.way end
          from walk w join edge e on e.a = w.b and (e.way = 'same' or w.way = 'same' or e.way = w.way)
        )
        insert into task_kin (clinic_id, task_id, kin_id)
          select distinct clinic, a, b from walk on conflict do nothing
      $$;

      create function kin_of_itself() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        insert into task_kin (clinic_id, task_id, kin_id) values (new.clinic_id, new.id, new.id);
        return null;
      end $$;
      create trigger kin_of_itself after insert on task for each row execute function kin_of_itself();

      create function kin_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        perform refresh_kin(new.clinic_id);
        return null;
      end $$;
      create trigger kin_follows after insert on task_lineage for each row execute function kin_follows();
    `);
  }

  /** hpl-11: what the law reserves is held by those it names and by nobody else, and is left to nobody. */
  private async reserved(db: QueryRunner): Promise<void> {
    await db.query(`
      create function keep_reserved() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        if exists (select from task t where t.clinic_id = new.clinic_id and t.id = new.task_id
            and t.reserved_to is not null and (new.may_delegate or new.occupation <> all (t.reserved_to))) then
          raise exception 'the task is reserved'
            using errcode = 'integrity_constraint_violation', constraint = 'task_reserved', table = 'entitlement';
        end if;
        return null;
      end $$;
      create trigger task_reserved after insert on entitlement for each row execute function keep_reserved();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
