import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly, loggedAct, tenantTable } from './tenancy.js';

/**
 * Plans for those in training (hpl-5): what is to be learnt, under whose supervision, and what somebody else has seen of it.
 * A plan gives no right. It rests on the presence of whoever is in training, its supervision on the plan and on the supervisor's
 * presence: a supervisor who leaves is cut off, and the plan is seen to have none. Nobody signs for themselves.
 */
export class TrainingPlans1700000000014 implements MigrationInterface {
  name = 'TrainingPlans1700000000014';

  async up(db: QueryRunner): Promise<void> {
    await this.plans(db);
    await this.supervision(db);
    await this.goals(db);
    await this.signed(db);
    await this.standing(db);
    await this.added(db);
    await this.signing(db);
    await this.completion(db);
    await tenantTable(db, 'training_plan', 'select, insert, update (valid)');
    await tenantTable(db, 'training_supervision', 'select, insert, update (valid, end_reason)');
    const written = ['training_plan_step', 'training_goal', 'training_step', 'training_withdrawal'];
    for (const table of written) await tenantTable(db, table, 'select, insert');
    for (const table of ['training_plan', 'training_supervision', ...written]) await loggedAct(db, table);
    await functionsForTriggersOnly(db);
  }

  private async plans(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training_plan (
        clinic_id uuid not null, id uuid not null,
        person_id uuid not null,
        purpose text not null check (purpose ~ '\\S' and length(purpose) <= 200),
        requested tstzrange not null check (is_period(requested) and not lower_inf(requested) and not upper_inf(requested)),
        -- When it really stands: NULL if it ended before it began.
        valid tstzrange check (is_period(valid)),
        created_at timestamptz not null,
        primary key (clinic_id, id),
        unique (clinic_id, id, person_id),
        unique (clinic_id, id, valid without overlaps),
        foreign key (clinic_id, person_id) references person,
        check (valid <@ requested),
        constraint training_plan_exists exclude using gist
          (clinic_id with =, person_id with =, (lower(purpose)) with =, valid with &&),
        constraint trainee_present foreign key (clinic_id, person_id, period valid)
          references presence (clinic_id, person_id, period valid) deferrable initially deferred
      );
      create index training_plan_of_person on training_plan (clinic_id, person_id);

      create table training_plan_step (
        clinic_id uuid not null, id uuid not null,
        plan_id uuid not null,
        kind text not null check (kind in ('made', 'completed', 'cancelled', 'lapsed')),
        -- 0 made, 1 ended by somebody, 2 lapsed with the ground: one of each at most.
        phase smallint not null check (phase = case kind when 'made' then 0 when 'lapsed' then 2 else 1 end),
        at timestamptz not null, recorded_at timestamptz not null,
        actor_id uuid not null, person_id uuid,
        reason text,
        primary key (clinic_id, id),
        foreign key (clinic_id, plan_id) references training_plan,
        foreign key (clinic_id, person_id) references person,
        check (kind = 'made' or coalesce(reason, '') ~ '\\S'),
        constraint training_plan_ended_once unique (clinic_id, plan_id, phase)
      );
    `);
  }

  private async supervision(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training_supervision (
        clinic_id uuid not null, id uuid not null,
        plan_id uuid not null,
        -- Who is in training: here so that the supervisor is seen to be somebody else.
        trainee_id uuid not null,
        supervisor_id uuid not null,
        number integer not null check (number > 0),
        -- NULL where it ended before it began. One supervisor at a time, from when it was decided at the earliest.
        valid tstzrange check (is_period(valid) and lower(valid) >= created_at),
        reason text,
        -- Why it fell before its time, where nobody ended it.
        end_reason text,
        actor_id uuid not null, person_id uuid,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        unique (clinic_id, plan_id, number),
        unique (clinic_id, plan_id, valid without overlaps),
        foreign key (clinic_id, plan_id, trainee_id) references training_plan (clinic_id, id, person_id),
        foreign key (clinic_id, supervisor_id) references person,
        foreign key (clinic_id, person_id) references person,
        -- Somebody else is made supervisor for a reason; the first one needs none.
        check (number = 1 or coalesce(reason, '') ~ '\\S'),
        constraint supervisor_of_oneself check (supervisor_id <> trainee_id),
        constraint supervision_within_plan foreign key (clinic_id, plan_id, period valid)
          references training_plan (clinic_id, id, period valid) deferrable initially deferred,
        constraint supervisor_present foreign key (clinic_id, supervisor_id, period valid)
          references presence (clinic_id, person_id, period valid) deferrable initially deferred
      );
      create index supervision_by on training_supervision (clinic_id, supervisor_id);

      -- Supervision is only ever cut: whoever supervises again is named again.
      create function supervision_is_cut() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if new.valid is not null and (old.valid is null or not new.valid <@ old.valid) then
          raise exception 'supervision does not revive'
            using errcode = 'integrity_constraint_violation', constraint = 'supervision_revived', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger supervision_revived before update on training_supervision
        for each row execute function supervision_is_cut();
    `);
  }

  private async goals(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training_goal (
        clinic_id uuid not null, id uuid not null,
        plan_id uuid not null,
        trainee_id uuid not null,
        position smallint not null check (position between 1 and 200),
        text text not null check (text ~ '\\S'),
        task_id uuid,
        competence_id uuid,
        level integer check (level > 0),
        actor_id uuid not null, person_id uuid,
        created_at timestamptz not null,
        primary key (clinic_id, id),
        unique (clinic_id, id, trainee_id),
        unique (clinic_id, plan_id, position),
        foreign key (clinic_id, plan_id, trainee_id) references training_plan (clinic_id, id, person_id),
        foreign key (clinic_id, task_id) references task,
        foreign key (clinic_id, competence_id) references competence,
        foreign key (clinic_id, person_id) references person,
        check ((competence_id is null) = (level is null))
      );
    `);
  }

  private async signed(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training_step (
        clinic_id uuid not null, id uuid not null,
        goal_id uuid not null,
        trainee_id uuid not null,
        kind text not null check (kind in ('seen', 'practised', 'mastered')),
        signed_on date not null,
        note text,
        -- The competence record that was given with it.
        record_id uuid,
        at timestamptz not null,
        -- Always somebody with a name: a token signs nothing.
        person_id uuid not null,
        primary key (clinic_id, id),
        unique (clinic_id, record_id),
        foreign key (clinic_id, goal_id, trainee_id) references training_goal (clinic_id, id, trainee_id),
        foreign key (clinic_id, person_id) references person,
        foreign key (clinic_id, record_id, trainee_id) references competence_record (clinic_id, id, person_id),
        check (record_id is null or kind = 'mastered'),
        constraint assessed_by_oneself check (person_id <> trainee_id)
      );
      create index training_step_of_goal on training_step (clinic_id, goal_id);

      -- What is taken back, and why; what was signed stays as it was.
      create table training_withdrawal (
        clinic_id uuid not null, id uuid not null,
        goal_id uuid, step_id uuid,
        at timestamptz not null,
        actor_id uuid not null, person_id uuid,
        reason text not null check (reason ~ '\\S'),
        primary key (clinic_id, id),
        foreign key (clinic_id, goal_id) references training_goal,
        foreign key (clinic_id, step_id) references training_step,
        foreign key (clinic_id, person_id) references person,
        check (num_nonnulls(goal_id, step_id) = 1),
        constraint training_goal_withdrawn_once unique (clinic_id, goal_id),
        constraint training_step_withdrawn_once unique (clinic_id, step_id)
      );
    `);
  }

  /** A plan stands since it was made, and not after a step that has ended it. */
  private async standing(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_plan_made() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        about uuid := case tg_table_name when 'training_plan' then (to_jsonb(new) ->> 'id')::uuid
          else (to_jsonb(new) ->> 'plan_id')::uuid end;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if exists (select from training_plan p where p.clinic_id = new.clinic_id and p.id = about and p.valid is not null
            and (not exists (select from training_plan_step s where s.clinic_id = p.clinic_id and s.plan_id = p.id and s.kind = 'made')
              or exists (select from training_plan_step s where s.clinic_id = p.clinic_id and s.plan_id = p.id
                and s.kind <> 'made' and p.valid && tstzrange(s.at + interval '1 millisecond', null)))) then
          raise exception 'a plan stands from when it was made until it is ended'
            using errcode = 'integrity_constraint_violation', constraint = 'training_plan_not_in_force', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger training_plan_not_in_force after insert or update on training_plan
        deferrable initially deferred for each row execute function require_plan_made();
      create constraint trigger training_plan_not_in_force after insert on training_plan_step
        deferrable initially deferred for each row execute function require_plan_made();

      create function plan_ended(clinic uuid, plan uuid) returns boolean language sql stable as $$
        select exists (select from training_plan_step s where s.clinic_id = clinic and s.plan_id = plan and s.phase = 1)
      $$;
    `);
  }

  /** A plan that has ended gets no goals and no supervisor, and loses no goal; a step is signed while it stands, on a goal that does. */
  private async added(db: QueryRunner): Promise<void> {
    await db.query(`
      create function add_to_open_plan() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        written jsonb := to_jsonb(new);
        goal uuid := (written ->> 'goal_id')::uuid;
        plan uuid := coalesce((written ->> 'plan_id')::uuid,
          (select g.plan_id from training_goal g where g.clinic_id = new.clinic_id and g.id = goal));
        moment timestamptz := coalesce(written ->> 'at', written ->> 'created_at');
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if plan is not null and (plan_ended(new.clinic_id, plan) or not exists (select from training_plan p
            where p.clinic_id = new.clinic_id and p.id = plan and upper(p.valid) > moment
              and (tg_table_name <> 'training_step' or p.valid @> moment))) then
          raise exception 'the plan has ended'
            using errcode = 'integrity_constraint_violation', constraint = 'training_plan_not_in_force', table = tg_table_name;
        end if;
        if tg_table_name = 'training_step' and exists (select from training_withdrawal w
            where w.clinic_id = new.clinic_id and w.goal_id = goal) then
          raise exception 'the goal has been withdrawn'
            using errcode = 'integrity_constraint_violation', constraint = 'training_goal_not_in_force', table = tg_table_name;
        end if;
        return null;
      end $$;
    `);
    for (const table of ['training_supervision', 'training_goal', 'training_step', 'training_withdrawal'])
      await db.query(`create trigger training_plan_not_in_force after insert on ${table}
        for each row execute function add_to_open_plan()`);
  }

  /** By who supervises the plan then, or masters what the goal asks for; a record given with it is of that goal, on the same word. */
  private async signing(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_signature() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        goal training_goal;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select * into goal from training_goal g where g.clinic_id = new.clinic_id and g.id = new.goal_id;
        if not exists (select from training_supervision v where v.clinic_id = new.clinic_id and v.plan_id = goal.plan_id
              and v.supervisor_id = new.person_id and v.valid @> new.at)
            and not exists (select from competence_record m where m.clinic_id = new.clinic_id and m.person_id = new.person_id
              and m.competence_id = goal.competence_id and m.level >= goal.level and m.valid @> new.at) then
          raise exception 'signed by somebody who neither supervises nor masters it'
            using errcode = 'integrity_constraint_violation', constraint = 'not_the_supervisor', table = tg_table_name;
        end if;
        if new.record_id is not null and not exists (select from competence_record r where r.clinic_id = new.clinic_id
            and r.id = new.record_id and r.competence_id = goal.competence_id and r.level = goal.level
            and r.assessor_id = new.person_id) then
          raise exception 'the record is of something else'
            using errcode = 'integrity_constraint_violation', constraint = 'record_of_another_goal', table = tg_table_name;
        end if;
        return null;
      end $$;
      create trigger not_the_supervisor after insert on training_step
        for each row execute function require_signature();
    `);
  }

  /** Completed means that every goal which was not withdrawn is mastered, and that there is one. */
  private async completion(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_mastery() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if new.kind = 'completed' and not coalesce((
            select bool_and(exists (select from training_step s where s.clinic_id = g.clinic_id and s.goal_id = g.id
              and s.kind = 'mastered' and not exists (select from training_withdrawal w
                where w.clinic_id = s.clinic_id and w.step_id = s.id)))
            from training_goal g where g.clinic_id = new.clinic_id and g.plan_id = new.plan_id
              and not exists (select from training_withdrawal w where w.clinic_id = g.clinic_id and w.goal_id = g.id)), false) then
          raise exception 'a goal is not mastered'
            using errcode = 'integrity_constraint_violation', constraint = 'training_goals_open', table = tg_table_name;
        end if;
        return null;
      end $$;
      create trigger training_goals_open after insert on training_plan_step
        for each row execute function require_mastery();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
