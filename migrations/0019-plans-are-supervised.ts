import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly } from './tenancy.js';

/**
 * A training plan names its supervisor from its first moment to its last (hpl-5), and so does whoever is named later, for what
 * is left of it. Each stretch rests on the supervisor's presence already (supervisor_present); now there are no stretches left out
 * from the start. Where a supervisor leaves, supervision is cut and the plan goes on: somebody has to be named.
 */
export class PlansAreSupervised1700000000019 implements MigrationInterface {
  name = 'PlansAreSupervised1700000000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function require_supervision() returns trigger language plpgsql set search_path = public, pg_temp as $$
      declare
        about uuid := case tg_table_name when 'training_plan' then (to_jsonb(new) ->> 'id')::uuid
          else (to_jsonb(new) ->> 'plan_id')::uuid end;
        stands tstzrange;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select p.valid into stands from training_plan p where p.clinic_id = new.clinic_id and p.id = about;
        if stands is not null and not exists (select from training_supervision v
            where v.clinic_id = new.clinic_id and v.plan_id = about and case tg_table_name
              when 'training_plan' then v.number = 1 and v.valid @> stands
              else v.id = (to_jsonb(new) ->> 'id')::uuid and upper(v.valid) >= upper(stands) end) then
          raise exception 'nobody supervises some part of the plan'
            using errcode = 'integrity_constraint_violation', constraint = 'training_plan_supervised', table = tg_table_name;
        end if;
        return null;
      end $$;
      create constraint trigger training_plan_supervised after insert on training_plan
        deferrable initially deferred for each row execute function require_supervision();
      create constraint trigger training_plan_supervised after insert on training_supervision
        deferrable initially deferred for each row execute function require_supervision();

      -- A plan, too, is only ever cut: one that could grow would come to moments that nobody supervises.
      create function plan_is_cut() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if new.valid is not null and (old.valid is null or not new.valid <@ old.valid) then
          raise exception 'a training plan does not revive'
            using errcode = 'integrity_constraint_violation', constraint = 'training_plan_revived', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger training_plan_revived before update on training_plan
        for each row execute function plan_is_cut();
    `);
    await functionsForTriggersOnly(db);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
