import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loggedAct, tenantTable } from './tenancy.js';

/**
 * People, their ties to the clinic and their right to practise.
 * `presence` and `practice_right` are what delegations rest on. They are derived by triggers from engagements,
 * authorisations and reactions; the application may read them and cannot write them.
 */
export class People1700000000003 implements MigrationInterface {
  name = 'People1700000000003';

  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await this.derived(db);
    await tenantTable(db, 'person', 'select, insert, update (name, email, hpr_number, birth_date, version)');
    await tenantTable(db, 'engagement', 'select, insert, update (valid, end_reason)');
    await tenantTable(db, 'presence', 'select');
    await tenantTable(db, 'authorisation', 'select, insert');
    await tenantTable(db, 'reaction', 'select, insert');
    await tenantTable(db, 'reaction_task', 'select, insert');
    await tenantTable(db, 'practice_right', 'select');
    for (const table of ['person', 'engagement', 'authorisation', 'reaction', 'reaction_task'])
      await loggedAct(db, table);
    await db.query(`
      alter table membership add foreign key (clinic_id, person_id) references person;
      alter table invitation add foreign key (clinic_id, person_id) references person;
    `);
  }

  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person (
        clinic_id uuid not null references clinic,
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        email text,
        hpr_number integer check (hpr_number between 1 and 999999999),
        birth_date date,
        version integer not null default 1,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        constraint person_exists unique (clinic_id, hpr_number)
      );
      create index person_by_name on person (clinic_id, (name collate "nb-x-icu"), id);

      create table engagement (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        occupation text not null,
        kind text not null check (kind in ('ansatt', 'vikar', 'elev', 'student', 'innleid')),
        role_description_id uuid,
        supervisor_id uuid,
        valid tstzrange not null check (is_period(valid) and not lower_inf(valid)),
        end_reason text,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, supervisor_id) references person,
        constraint engagement_exists unique (clinic_id, person_id, occupation, valid without overlaps)
      );

      create table presence (
        clinic_id uuid not null,
        person_id uuid not null,
        valid tstzrange not null,
        foreign key (clinic_id, person_id) references person,
        primary key (clinic_id, person_id, valid without overlaps)
      );

      create table authorisation (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        profession text not null check (profession !~ '^X-' and profession not in ('FB', 'VE', 'XX', 'MT')),
        approval_type text not null check (approval_type in ('1', '17', '4', '3', '2', '14', '18')),
        valid tstzrange not null check (is_period(valid) and not lower_inf(valid)),
        conditions text,
        evidence jsonb not null,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        constraint authorisation_exists exclude using gist
          (clinic_id with =, person_id with =, profession with =, approval_type with =, valid with &&)
      );
      create index authorisation_of_person on authorisation (clinic_id, person_id);

      -- A ban on giving health care strikes the person, authorised or not; every other reaction strikes an authorisation.
      create table reaction (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        authorisation_id uuid,
        kind text not null check (kind in
          ('full-suspension', 'limited-suspension', 'limitation', 'recall', 'waiver', 'ban')),
        valid tstzrange not null check (is_period(valid) and not lower_inf(valid)),
        known_from timestamptz not null,
        note text not null,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, authorisation_id) references authorisation,
        check (authorisation_id is not null or kind = 'ban')
      );
      create index reaction_of_person on reaction (clinic_id, person_id);

      create table reaction_task (
        clinic_id uuid not null,
        reaction_id uuid not null,
        task_id uuid not null,
        primary key (clinic_id, reaction_id, task_id),
        foreign key (clinic_id, reaction_id) references reaction
      );

      create table practice_right (
        clinic_id uuid not null,
        person_id uuid not null,
        profession text not null,
        valid tstzrange not null,
        foreign key (clinic_id, person_id) references person,
        primary key (clinic_id, person_id, profession, valid without overlaps)
      );
    `);
  }

  private async derived(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refresh_presence() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        whole tstzmultirange;
      begin
        perform stay_in(new.clinic_id);
        -- Derived from all rows there are: also those that another transaction is about to commit.
        perform take_turn();
        whole := coalesce((select range_agg(valid) from engagement
          where clinic_id = new.clinic_id and person_id = new.person_id), '{}');
        delete from presence where clinic_id = new.clinic_id and person_id = new.person_id
          and valid not in (select unnest(whole));
        insert into presence (clinic_id, person_id, valid)
          select new.clinic_id, new.person_id, part from unnest(whole) part
          where part not in (select valid from presence where clinic_id = new.clinic_id and person_id = new.person_id);
        return null;
      end $$;
      create trigger refresh_presence after insert or update on engagement
        for each row execute function refresh_presence();

      -- hpl-54: authorisation, licence and specialist approval lapse on the 80th birthday.
      create function before_80(birth_date date) returns tstzrange language sql stable
        return tstzrange(null, (birth_date + interval '80 years')::date::timestamp at time zone 'Europe/Oslo');

      -- A reaction strikes the approval it names and every earlier one for the same profession;
      -- an approval given later is a new decision. A ban strikes all.
      create function practice_rights_of(clinic uuid, person uuid)
      returns table (profession text, valid tstzrange) language sql stable as $$
        select a.profession, unnest(range_agg(
          tstzmultirange(a.valid * before_80(p.birth_date)) - coalesce((
            select range_agg(r.valid) from reaction r
            left join authorisation struck on struck.clinic_id = r.clinic_id and struck.id = r.authorisation_id
            where r.clinic_id = clinic and r.person_id = person and (r.kind = 'ban'
              or (r.kind in ('full-suspension', 'recall', 'waiver') and struck.profession = a.profession
                and (struck.id = a.id or lower(a.valid) <= lower(r.valid))))
          ), '{}')))
        from authorisation a join person p on p.clinic_id = a.clinic_id and p.id = a.person_id
        where a.clinic_id = clinic and a.person_id = person
        group by a.profession
      $$;

      create function refresh_practice_right(clinic uuid, person uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from practice_right r where r.clinic_id = clinic and r.person_id = person
          and (r.profession, r.valid) not in (select * from practice_rights_of(clinic, person));
        insert into practice_right (clinic_id, person_id, profession, valid)
          select clinic, person, n.profession, n.valid from practice_rights_of(clinic, person) n
          where (n.profession, n.valid) not in
            (select r.profession, r.valid from practice_right r where r.clinic_id = clinic and r.person_id = person);
      end $$;

      create function practice_right_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        perform refresh_practice_right(new.clinic_id,
          case when tg_table_name = 'person' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end);
        return null;
      end $$;
      create trigger practice_right_follows after insert on authorisation
        for each row execute function practice_right_follows();
      create trigger practice_right_follows after insert on reaction
        for each row execute function practice_right_follows();
      create trigger practice_right_follows after update of birth_date on person
        for each row execute function practice_right_follows();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
