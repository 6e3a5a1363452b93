import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain that must never be: a delegated task delegated on, whatever is written first, last or at once. */
export class NotDelegable1700000000006 implements MigrationInterface {
  name = 'NotDelegable1700000000006';

  async up(db: QueryRunner): Promise<void> {
    await this.notDelegable(db);
    await this.ownRightGone(db);
    await this.functionsForTriggersOnly(db);
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
          and not coalesce((select range_agg(e.valid) from entitlement e where e.clinic_id = held.clinic_id
            and e.task_id = held.task_id and e.occupation = given.delegator_profession), '{}') @> (held.valid * span(given))
      $$;

      create function refuse_redelegation() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        -- What only gets shorter passes nothing on: whatever has come to stand, it must always be possible to end.
        if tg_op = 'UPDATE' and (new.valid is null or new.valid <@ old.valid)
          and (span(new) is null or span(new) <@ span(old)) then return null; end if;
        perform stay_in(new.clinic_id);
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

      create function lineage_is_born_with_the_task() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
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
      create function kin_passes_nothing_on() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
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

  /**
   * Who holds a task in their own right may leave its kin to others although it is delegated to them, too.
   * When that right is taken away, what was given on the strength of it must be cut in the same transaction.
   */
  private async ownRightGone(db: QueryRunner): Promise<void> {
    await db.query(`
      create function own_right_gone() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        if exists (select from delegation held
            join delegation given on given.clinic_id = held.clinic_id and given.delegator_id = held.delegatee_id
            where held.clinic_id = new.clinic_id and held.task_id = new.task_id
              and given.valid is not null and given.delegator_profession = new.occupation and passes_on(held, given)) then
          raise exception 'a delegated task would be delegated on'
            using errcode = 'integrity_constraint_violation', constraint = 'delegated_task_not_delegable', table = 'entitlement';
        end if;
        return null;
      end $$;
      create constraint trigger delegated_task_not_delegable after update on entitlement
        deferrable initially deferred for each row execute function own_right_gone();
    `);
  }

  /**
   * PostgreSQL lets everybody execute every function. A trigger function with the owner's rights, put on a temporary table
   * of one's own, would move the log's head or invent kin: so they are the owner's alone, but for the turn.
   */
  private async functionsForTriggersOnly(db: QueryRunner): Promise<void> {
    await db.query(`do $$
      declare closed regprocedure;
      begin
        for closed in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace
            and pg_get_userbyid(p.proowner) = current_user and (p.prosecdef or p.prorettype = 'trigger'::regtype) loop
          execute format('revoke execute on function %s from public', closed);
        end loop;
        execute format('grant execute on function take_turn() to %I', current_setting('fullmakt.app_role'));
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
