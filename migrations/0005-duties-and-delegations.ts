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
    await this.notDelegable(db);
    await tenantTable(db, 'duty', 'select, insert, update (valid, end_reason)');
    await tenantTable(db, 'delegation', 'select, insert, update (valid, pending, review_by)');
    await tenantTable(db, 'delegation_step', 'select, insert');
    await tenantTable(db, 'delegation_review', 'select, insert');
    for (const table of ['duty', 'delegation', 'delegation_step', 'delegation_review']) await loggedAct(db, table);
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
      create function require_acceptance() returns trigger language plpgsql as $$
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
      create function answer_once() returns trigger language plpgsql as $$
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

  /**
   * § 5 as Helsesekretærforbundet i Delta reads it and the product enforces it: a delegated task cannot be delegated on,
   * neither under its own name nor as a copy, a part, a whole or a bundle (task_kin).
   * Judged both ways, so that no order of writing makes a chain; the clinic's turn keeps two transactions from passing each other.
   */
  private async notDelegable(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When it stands, or at most could: nothing stands before it was proposed.
      create function span(d delegation) returns tstzrange language sql immutable
        return case when d.pending then d.requested * tstzrange(d.created_at, null) else d.valid end;

      -- Does 'given' pass on what its delegator holds only by 'held'?
      create function passes_on(held delegation, given delegation) returns boolean language sql stable as $$
        select held.delegatee_id = given.delegator_id
          and held.valid && span(given)
          and exists (select from task_kin k where k.clinic_id = held.clinic_id
            and k.task_id = held.task_id and k.kin_id = given.task_id)
          and not exists (select from entitlement e where e.clinic_id = held.clinic_id and e.task_id = held.task_id
            and e.occupation = given.delegator_profession
            and e.valid @> (held.valid * span(given)))
      $$;

      create function refuse_redelegation() returns trigger language plpgsql as $$
      begin
        -- What only gets shorter passes nothing on: whatever has come to stand, it must always be possible to end.
        if tg_op = 'UPDATE' and (new.valid is null or new.valid <@ old.valid)
          and (span(new) is null or span(new) <@ span(old)) then return null; end if;
        perform take_turn();
        if exists (select from delegation held where held.clinic_id = new.clinic_id
              and held.delegatee_id = new.delegator_id and passes_on(held, new))
          or exists (select from delegation given where given.clinic_id = new.clinic_id
              and given.delegator_id = new.delegatee_id and passes_on(new, given)) then
          raise exception 'a delegated task cannot be delegated on'
            using errcode = 'integrity_constraint_violation', constraint = 'delegated_task_not_delegable', table = 'delegation';
        end if;
        return null;
      end $$;
      create trigger delegated_task_not_delegable after insert or update on delegation
        for each row execute function refuse_redelegation();

      create function lineage_is_born_with_the_task() returns trigger language plpgsql as $$
      begin
        if exists (select from delegation d where d.clinic_id = new.clinic_id and d.task_id = new.task_id)
          or exists (select from task_lineage l where l.clinic_id = new.clinic_id and l.of_task_id = new.task_id) then
          raise exception 'lineage is written when the task is made'
            using errcode = 'integrity_constraint_violation', constraint = 'lineage_fixed', table = 'task_lineage';
        end if;
        return new;
      end $$;
      create trigger lineage_fixed before insert on task_lineage
        for each row execute function lineage_is_born_with_the_task();

      -- A new task that is kin of two old ones makes these kin, too: never of one that is held and one that is given by the holder.
      create function kin_passes_nothing_on() returns trigger language plpgsql as $$
      begin
        if exists (select from task_kin h
            join delegation held on held.clinic_id = h.clinic_id and held.task_id = h.kin_id
            join delegation given on given.clinic_id = held.clinic_id and given.delegator_id = held.delegatee_id
            join task_kin g on g.clinic_id = given.clinic_id and g.kin_id = given.task_id and g.task_id = new.task_id
            where h.clinic_id = new.clinic_id and h.task_id = new.task_id and passes_on(held, given)
              and (held.valid * span(given)) && tstzrange(now(), null)) then
          raise exception 'the lineage would make a delegated task delegated on'
            using errcode = 'integrity_constraint_violation', constraint = 'delegated_task_not_delegable', table = 'task_lineage';
        end if;
        return null;
      end $$;
      -- After kin_follows, by the order of their names.
      create trigger kin_passes_nothing_on after insert on task_lineage
        for each row execute function kin_passes_nothing_on();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
