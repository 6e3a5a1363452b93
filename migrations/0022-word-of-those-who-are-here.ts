import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly } from './tenancy.js';

/**
 * Whose word competence rests on: somebody who belongs to the clinic when they give it, or a manager, and never one's own
 * under the name of nobody. What was signed is taken back by whoever signed it or by a manager, and not after the plan was
 * completed; and supervision that is cut says why, or leaves no part of the plan without any.
 */
export class WordOfThoseWhoAreHere1700000000022 implements MigrationInterface {
  name = 'WordOfThoseWhoAreHere1700000000022';

  async up(db: QueryRunner): Promise<void> {
    await this.who(db);
    await this.named(db);
    await this.assessing(db);
    await this.signing(db);
    await this.takenBack(db);
    await this.cut(db);
    await functionsForTriggersOnly(db);
  }

  private async who(db: QueryRunner): Promise<void> {
    await db.query(`
      create function is_here(clinic uuid, who uuid, moment timestamptz) returns boolean language sql stable as $$
        select exists (select from presence e where e.clinic_id = clinic and e.person_id = who and e.valid @> moment)
      $$;

      -- By the person, the account or the token that acts.
      create function is_manager(clinic uuid, actor uuid) returns boolean language sql stable as $$
        select exists (select from membership m where m.clinic_id = clinic and actor in (m.person_id, m.account_id)
            and 'manager' = any (m.roles))
          or exists (select from api_token t where t.clinic_id = clinic and t.id = actor and 'manager' = any (t.roles))
      $$;
    `);
  }

  /** Whoever acts as a person is named as that person; and who acts unnamed is not taken for somebody else. */
  private async named(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competence_record_step add check (person_id = actor_id);
      alter table competence_record_step drop constraint assessed_by_oneself;
      alter table competence_record_step add constraint assessed_by_oneself
        check (kind not in ('confirmed', 'rejected') or actor_id <> subject_id);
      alter table teaching_attendance add check (by_id = actor_id);
      alter table teaching_attendance drop constraint assessed_by_oneself;
      alter table teaching_attendance add constraint assessed_by_oneself check (actor_id <> person_id);
      alter table training_withdrawal add check (person_id = actor_id);
      alter table evidence add check (uploaded_by = actor_id);

      create or replace function require_open_record() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare refused text;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select case when s.kind = 'confirmed' then 'competence_record_not_claimed' else 'competence_record_not_in_force' end
          into refused
          from competence_record_step s where s.clinic_id = new.clinic_id and s.record_id = new.record_id
            and (s.kind in ('rejected', 'withdrawn') or s.kind = 'confirmed' and s.subject_id = new.actor_id)
          order by s.phase desc limit 1;
        if refused is not null then
          raise exception 'the record takes no more evidence'
            using errcode = 'integrity_constraint_violation', constraint = refused, table = tg_table_name;
        end if;
        if new.uploaded_by is null and exists (select from person n where n.clinic_id = new.clinic_id and n.id = new.actor_id) then
          raise exception 'somebody has added it, and is not named'
            using errcode = 'integrity_constraint_violation', constraint = 'evidence_of_nobody', table = tg_table_name;
        end if;
        return null;
      end $$;
    `);
  }

  /** Competence is answered for by a manager, or by somebody who is here. */
  private async assessing(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_assessor() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        written jsonb := to_jsonb(new);
        actor uuid := coalesce(written ->> 'actor_id', written ->> 'ended_by');
        moment timestamptz := coalesce((written ->> 'at')::timestamptz, upper((written ->> 'valid')::tstzrange));
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if not is_manager(new.clinic_id, actor) and not is_here(new.clinic_id, actor, moment) then
          raise exception 'assessed by somebody who is not here'
            using errcode = 'integrity_constraint_violation', constraint = 'assessor_present', table = tg_table_name;
        end if;
        return null;
      end $$;
      create trigger assessor_present after insert on competence_record_step
        for each row when (new.kind in ('confirmed', 'rejected')) execute function require_assessor();
      create trigger assessor_present after update on abstention
        for each row when (new.ended_by is not null) execute function require_assessor();
    `);
  }

  /** As in 0014, and by somebody who is here. */
  private async signing(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function require_signature() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
        if not is_here(new.clinic_id, new.person_id, new.at) then
          raise exception 'signed by somebody who is not here'
            using errcode = 'integrity_constraint_violation', constraint = 'assessor_present', table = tg_table_name;
        end if;
        if new.record_id is not null and not exists (select from competence_record r where r.clinic_id = new.clinic_id
            and r.id = new.record_id and r.competence_id = goal.competence_id and r.level = goal.level
            and r.assessor_id = new.person_id) then
          raise exception 'the record is of something else'
            using errcode = 'integrity_constraint_violation', constraint = 'record_of_another_goal', table = tg_table_name;
        end if;
        return null;
      end $$;
    `);
  }

  /** By whoever signed it, while they are here, or by a manager. What a completed plan rests on stands. */
  private async takenBack(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_withdrawer() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare signed training_step;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select * into signed from training_step s where s.clinic_id = new.clinic_id and s.id = new.step_id;
        if exists (select from training_goal g join training_plan_step e on e.clinic_id = g.clinic_id and e.plan_id = g.plan_id
            where g.clinic_id = new.clinic_id and g.id = signed.goal_id and e.kind = 'completed') then
          raise exception 'the plan has been completed'
            using errcode = 'integrity_constraint_violation', constraint = 'training_plan_completed', table = tg_table_name;
        end if;
        if is_manager(new.clinic_id, new.actor_id) then
          return null;
        end if;
        if new.actor_id is distinct from signed.person_id then
          raise exception 'signed by somebody else'
            using errcode = 'integrity_constraint_violation', constraint = 'step_of_another_signer', table = tg_table_name;
        end if;
        if not is_here(new.clinic_id, new.actor_id, new.at) then
          raise exception 'taken back by somebody who is not here'
            using errcode = 'integrity_constraint_violation', constraint = 'assessor_present', table = tg_table_name;
        end if;
        return null;
      end $$;
      create trigger training_step_withdrawn_by after insert on training_withdrawal
        for each row when (new.step_id is not null) execute function require_withdrawer();
    `);
  }

  /** What is cut of supervision without a reason of its own is another's by then, or no longer of the plan. */
  private async cut(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function supervision_is_cut() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if new.valid is not null and (old.valid is null or not new.valid <@ old.valid) then
          raise exception 'supervision does not revive'
            using errcode = 'integrity_constraint_violation', constraint = 'supervision_revived', table = tg_table_name;
        end if;
        if old.end_reason is not null and coalesce(new.end_reason, '') !~ '\\S' then
          raise exception 'why supervision fell is not taken away'
            using errcode = 'integrity_constraint_violation', constraint = 'supervision_end_untold', table = tg_table_name;
        end if;
        return new;
      end $$;

      create function require_end_reason() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if coalesce(new.end_reason, '') !~ '\\S' and not coalesce((select range_agg(v.valid) from training_supervision v
              where v.clinic_id = new.clinic_id and v.plan_id = new.plan_id), '{}')
            @> coalesce((select old.valid * p.valid from training_plan p
              where p.clinic_id = new.clinic_id and p.id = new.plan_id), 'empty') then
          raise exception 'supervision ends for no reason'
            using errcode = 'integrity_constraint_violation', constraint = 'supervision_end_untold', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger supervision_end_untold after update on training_supervision
        deferrable initially deferred for each row execute function require_end_reason();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
