import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loggedAct, tenantTable } from './tenancy.js';

/**
 * Duties and delegations, and what they rest on.
 * There is no column in which a re-delegation could be written: a delegation rests on the delegator's own practice
 * right and on an entitlement of the delegator's profession, and on nothing else.
 * Every foreign key with PERIOD is judged at COMMIT, so that a right and what rests on it can be cut in any order.
 */
export class DutiesAndDelegations1700000000005 implements MigrationInterface {
  name = 'DutiesAndDelegations1700000000005';

  async up(db: QueryRunner): Promise<void> {
    await this.duties(db);
    await this.delegations(db);
    await this.steps(db);
    await this.endedIsEnded(db);
    await tenantTable(db, 'duty', 'select, insert, update (valid, end_reason)');
    await tenantTable(db, 'delegation', 'select, insert, update (valid, pending, review_by)');
    await tenantTable(db, 'delegation_step', 'select, insert');
    await tenantTable(db, 'delegation_review', 'select, insert');
    for (const table of ['duty', 'delegation', 'delegation_step', 'delegation_review'])
      await loggedAct(db, table);
  }

  private async duties(db: QueryRunner): Promise<void> {
    await db.query(`
      create table duty (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        task_id uuid not null,
        occupation text not null,
        -- The profession whose right to practise the duty needs; none for occupations without authorisation.
        profession text check (profession = occupation),
        valid tstzrange check (is_period(valid) and not lower_inf(valid)),
        end_reason text,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, task_id) references task,
        constraint duty_needs_profession check (profession is not null or occupation ~ '^X-' or occupation in ('FB', 'VE', 'XX')),
        constraint duty_exists exclude using gist (clinic_id with =, person_id with =, task_id with =, valid with &&),
        constraint duty_inside_role foreign key (clinic_id, task_id, occupation, period valid)
          references entitlement (clinic_id, task_id, occupation, period valid) deferrable initially deferred,
        constraint duty_rests_on_practice_right foreign key (clinic_id, person_id, profession, period valid)
          references practice_right (clinic_id, person_id, profession, period valid) deferrable initially deferred,
        constraint duty_rests_on_engagement foreign key (clinic_id, person_id, occupation, period valid)
          references engagement (clinic_id, person_id, occupation, period valid) deferrable initially deferred
      );
      create index duty_of_person on duty (clinic_id, person_id, task_id);
      create index duty_of_task on duty (clinic_id, task_id);
    `);
  }

  private async delegations(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delegation (
        clinic_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        delegator_id uuid not null,
        delegator_profession text not null,
        delegatee_id uuid not null,
        requested tstzrange not null check (is_period(requested) and not lower_inf(requested)),
        -- When it really stands: NULL until accepted, and again if it ended before it began.
        valid tstzrange check (is_period(valid)),
        pending boolean not null default true,
        -- Always true: the third part of the key to an entitlement that may be left to others.
        delegable boolean not null default true check (delegable),
        task_nature text not null,
        qualifications text not null,
        follow_up text not null,
        conditions text,
        review_by timestamptz not null,
        reachable_how text not null,
        training_purpose text,
        training_supervisor_id uuid,
        contested jsonb,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, task_id) references task,
        foreign key (clinic_id, delegator_id) references person,
        foreign key (clinic_id, delegatee_id) references person,
        foreign key (clinic_id, training_supervisor_id) references person,
        constraint delegation_within_request check (valid <@ requested and not (pending and valid is not null)),
        constraint delegation_not_to_self check (delegator_id <> delegatee_id),
        constraint assessment_missing check (task_nature ~ '\\S' and qualifications ~ '\\S' and follow_up ~ '\\S'),
        constraint delegation_once exclude using gist (clinic_id with =, delegator_id with =, task_id with =,
          delegatee_id with =, (case when pending then requested * tstzrange(created_at, null) else valid end) with &&),
        constraint delegation_rests_on_entitlement foreign key (clinic_id, task_id, delegator_profession, period valid)
          references entitlement (clinic_id, task_id, occupation, period valid) deferrable initially deferred,
        constraint task_reserved foreign key (clinic_id, task_id, delegator_profession, delegable, period valid)
          references entitlement (clinic_id, task_id, occupation, may_delegate, period valid) deferrable initially deferred,
        constraint delegation_rests_on_practice_right foreign key (clinic_id, delegator_id, delegator_profession, period valid)
          references practice_right (clinic_id, person_id, profession, period valid) deferrable initially deferred,
        constraint delegator_present foreign key (clinic_id, delegator_id, period valid)
          references presence (clinic_id, person_id, period valid) deferrable initially deferred,
        constraint delegatee_present foreign key (clinic_id, delegatee_id, period valid)
          references presence (clinic_id, person_id, period valid) deferrable initially deferred
      );
      create index delegation_to on delegation (clinic_id, delegatee_id, task_id);
      create index delegation_by on delegation (clinic_id, delegator_id);
      create index delegation_of_task on delegation (clinic_id, task_id);
    `);
  }

  private async steps(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delegation_step (
        clinic_id uuid not null,
        id uuid not null,
        delegation_id uuid not null,
        kind text not null check (kind in
          ('proposed', 'accepted', 'declined', 'withdrawn', 'revoked', 'relinquished', 'lapsed')),
        -- 0 proposed, 1 answered, 2 ended by somebody: one of each at most, whoever comes first. 3 lapsed with the ground.
        phase smallint not null check (phase = case kind when 'proposed' then 0
          when 'accepted' then 1 when 'declined' then 1 when 'withdrawn' then 1 when 'lapsed' then 3 else 2 end),
        at timestamptz not null,
        recorded_at timestamptz not null,
        actor_id uuid not null,
        person_id uuid,
        reason text,
        primary key (clinic_id, id),
        foreign key (clinic_id, delegation_id) references delegation,
        foreign key (clinic_id, person_id) references person,
        check (kind in ('proposed', 'accepted') or reason ~ '\\S')
      );
      create unique index delegation_step_once on delegation_step (clinic_id, delegation_id, phase) where phase < 3;
      create index step_of_delegation on delegation_step (clinic_id, delegation_id);

      create table delegation_review (
        clinic_id uuid not null,
        id uuid not null,
        delegation_id uuid not null,
        at timestamptz not null,
        actor_id uuid not null,
        person_id uuid,
        outcome text not null,
        note text not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, delegation_id) references delegation,
        foreign key (clinic_id, person_id) references person
      );
      create index review_of_delegation on delegation_review (clinic_id, delegation_id);

      -- Only the delegatee's own acceptance makes a delegation stand.
      create function require_acceptance() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if new.valid is not null and not exists (select from delegation_step s
            where s.clinic_id = new.clinic_id and s.delegation_id = new.id
              and s.kind = 'accepted' and s.person_id = new.delegatee_id) then
          raise exception 'a delegation stands on the acceptance of its delegatee'
            using errcode = 'integrity_constraint_violation', constraint = 'not_the_delegatee', table = 'delegation';
        end if;
        return null;
      end $$;
      create constraint trigger not_the_delegatee after insert or update on delegation
        deferrable initially deferred for each row execute function require_acceptance();
    `);
    await db.query(`
      create function answer_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if exists (select from delegation_step s where s.clinic_id = new.clinic_id
            and s.delegation_id = new.delegation_id and s.phase = new.phase and s.phase < 3) then
          raise exception 'the delegation has been answered or ended already' using errcode = 'unique_violation',
            table = 'delegation_step', constraint = case new.phase when 2 then 'delegation_not_in_force' else 'delegation_not_pending' end;
        end if;
        return new;
      end $$;
      create trigger answer_once before insert on delegation_step for each row execute function answer_once();
    `);
  }

  /** Nothing revives by itself, nor by hand: what a step has ended does not stand after it. */
  private async endedIsEnded(db: QueryRunner): Promise<void> {
    await db.query(`
      create function ended_is_ended() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        about uuid := case tg_table_name when 'delegation' then (to_jsonb(new) ->> 'id')::uuid
          else (to_jsonb(new) ->> 'delegation_id')::uuid end;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        -- Steps are told in milliseconds, PostgreSQL counts in microseconds.
        if exists (select from delegation d join delegation_step s on s.clinic_id = d.clinic_id and s.delegation_id = d.id
            where d.clinic_id = new.clinic_id and d.id = about and s.kind not in ('proposed', 'accepted')
              and d.valid && tstzrange(s.at + interval '1 millisecond', null)) then
          raise exception 'the delegation has been ended'
            using errcode = 'integrity_constraint_violation', constraint = 'delegation_not_in_force', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger delegation_not_in_force after insert or update on delegation
        deferrable initially deferred for each row execute function ended_is_ended();
      create constraint trigger delegation_not_in_force after insert on delegation_step
        deferrable initially deferred for each row execute function ended_is_ended();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
