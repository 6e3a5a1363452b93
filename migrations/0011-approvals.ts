import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly, grant, loggedAct, tenantTable } from './tenancy.js';

/**
 * Approval of medicine handling: the third act beside assignment and delegation, by the manager responsible, for a named person,
 * a task that is medicine handling, and a period. It is no entitlement and no delegation: nothing can rest on it, so that it
 * cannot be passed on; and there is no column in which that could be written.
 */
export class Approvals1700000000011 implements MigrationInterface {
  name = 'Approvals1700000000011';

  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await this.standing(db);
    await this.notPassedOn(db);
    await this.exemptions(db);
    await tenantTable(db, 'approval', 'select, insert, update (valid)');
    await tenantTable(db, 'approval_step', 'select, insert');
    await grant(db, 'task', 'update (medicine_handling)');
    await loggedAct(db, 'approval');
    await loggedAct(db, 'approval_step');
    await functionsForTriggersOnly(db);
  }

  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table task add column medicine_handling boolean not null default false;
      alter table task add unique (clinic_id, id, medicine_handling);

      create table approval (
        clinic_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        -- Always true: the third part of the key to a task that is medicine handling.
        medicine_handling boolean not null default true check (medicine_handling),
        person_id uuid not null,
        approver_id uuid not null,
        requested tstzrange not null check (is_period(requested) and not lower_inf(requested) and not upper_inf(requested)),
        -- When it really stands: NULL if it ended before it began.
        valid tstzrange check (is_period(valid)),
        course_source text not null,
        course_completed_on date not null,
        course_record_id uuid,
        test_source text not null,
        test_passed_on date not null,
        signed_on date not null,
        signed_by uuid not null,
        sign_off_note text,
        conditions text,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, approver_id) references person,
        foreign key (clinic_id, signed_by) references person,
        foreign key (clinic_id, course_record_id, person_id) references competence_record (clinic_id, id, person_id),
        check (valid <@ requested),
        constraint not_medicine_handling foreign key (clinic_id, task_id, medicine_handling)
          references task (clinic_id, id, medicine_handling),
        constraint approval_to_self check (approver_id <> person_id),
        constraint assessed_by_oneself check (signed_by <> person_id),
        constraint approval_basis_missing check (course_source ~ '\\S' and test_source ~ '\\S'),
        -- The rule says 24 months; the longest of them is 731 days and an hour.
        constraint approval_too_long check (upper(requested) - lower(requested) <= interval '732 days'),
        constraint approval_exists exclude using gist (clinic_id with =, person_id with =, task_id with =, valid with &&),
        constraint approval_rests_on_presence foreign key (clinic_id, person_id, period valid)
          references presence (clinic_id, person_id, period valid) deferrable initially deferred
      );
      create index approval_of_person on approval (clinic_id, person_id, task_id);
      create index approval_of_task on approval (clinic_id, task_id);

      create table approval_step (
        clinic_id uuid not null,
        id uuid not null,
        approval_id uuid not null,
        kind text not null check (kind in ('granted', 'withdrawn', 'relinquished', 'lapsed')),
        -- 0 granted, 1 ended by somebody, 2 lapsed with the ground: one of each at most.
        phase smallint not null check (phase = case kind when 'granted' then 0 when 'lapsed' then 2 else 1 end),
        at timestamptz not null,
        recorded_at timestamptz not null,
        actor_id uuid not null,
        person_id uuid,
        reason text,
        primary key (clinic_id, id),
        foreign key (clinic_id, approval_id) references approval,
        foreign key (clinic_id, person_id) references person,
        check (kind = 'granted' or reason ~ '\\S'),
        constraint approval_ended_once unique (clinic_id, approval_id, phase)
      );
    `);
  }

  /** It stands on the approver's own signature, and not after a step that has ended it: nothing revives by itself. */
  private async standing(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_approval() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        about uuid := case tg_table_name when 'approval' then (to_jsonb(new) ->> 'id')::uuid
          else (to_jsonb(new) ->> 'approval_id')::uuid end;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if exists (select from approval a where a.clinic_id = new.clinic_id and a.id = about and a.valid is not null
            and (not exists (select from approval_step s where s.clinic_id = a.clinic_id and s.approval_id = a.id
                and s.kind = 'granted' and s.person_id = a.approver_id)
              or exists (select from approval_step s where s.clinic_id = a.clinic_id and s.approval_id = a.id
                and s.kind <> 'granted' and a.valid && tstzrange(s.at + interval '1 millisecond', null)))) then
          raise exception 'an approval stands on its approver''s signature'
            using errcode = 'integrity_constraint_violation', constraint = 'approval_not_in_force', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger approval_not_in_force after insert or update on approval
        deferrable initially deferred for each row execute function require_approval();
      create constraint trigger approval_not_in_force after insert on approval_step
        deferrable initially deferred for each row execute function require_approval();
    `);
  }

  /** As with what is delegated (0006): what somebody may do by approval only, they leave to nobody, under whatever name. */
  private async notPassedOn(db: QueryRunner): Promise<void> {
    await db.query(`
      create function passes_on(held approval, given delegation) returns boolean language sql stable as $$
        select held.person_id = given.delegator_id
          and held.valid && span(given)
          and exists (select from task_kin k where k.clinic_id = held.clinic_id
            and k.task_id = held.task_id and k.kin_id = given.task_id)
          and not coalesce((select range_agg(e.valid) from entitlement e where e.clinic_id = held.clinic_id
            and e.task_id = held.task_id and e.occupation = given.delegator_profession), '{}') @> (held.valid * span(given))
      $$;

      create function refuse_passing_approval_on() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if tg_table_name = 'approval' and exists (select from approval held join delegation given
              on given.clinic_id = held.clinic_id and given.delegator_id = held.person_id
              where held.clinic_id = new.clinic_id and held.id = new.id and passes_on(held, given))
          or tg_table_name = 'delegation' and exists (select from delegation given join approval held
              on held.clinic_id = given.clinic_id and held.person_id = given.delegator_id
              where given.clinic_id = new.clinic_id and given.id = new.id and passes_on(held, given)) then
          raise exception 'what is done by approval cannot be left to others'
            using errcode = 'integrity_constraint_violation', constraint = 'approved_task_not_delegable', table = tg_table_name;
        end if;
        return null;
      end $$;
      create trigger approved_task_not_delegable after insert on approval
        for each row execute function refuse_passing_approval_on();
      create trigger approved_task_not_delegable after insert on delegation
        for each row execute function refuse_passing_approval_on();
    `);
  }

  /** Occupations that a requirement does not ask when they do the task in their own right; never a delegation or an approval. */
  private async exemptions(db: QueryRunner): Promise<void> {
    await db.query(`alter table requirement add column except_occupations text[] not null default '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
