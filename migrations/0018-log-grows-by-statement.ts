import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly } from './tenancy.js';

/**
 * An import of n rows cost n². The head of the log moved once for each entry, and every move left a version of it that the
 * next had to pass; and each record was looked for among all of them when its confirmation was judged.
 * The head now moves once for each statement, over all entries that it wrote, with the same tree as before. Two triggers keep
 * the log gapless: no entry is written before the head, and after each statement the entries go on from where it stood.
 */
export class LogGrowsByStatement1700000000018 implements MigrationInterface {
  name = 'LogGrowsByStatement1700000000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger log_gapless on log_entry;
      drop function move_head();
      drop function append_leaf(uuid, bigint, bytea);

      create function refuse_number(number bigint) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        raise exception 'the next entry of this log is not number %', number
          using errcode = 'integrity_constraint_violation', constraint = 'log_gapless', table = 'log_entry';
      end $$;
    `);
    await this.beforeEach(db);
    await this.afterAll(db);
    await this.confirmations(db);
    await functionsForTriggersOnly(db);
  }

  /** Whoever appends holds the head until COMMIT: of two at once, the second finds its number taken. */
  private async beforeEach(db: QueryRunner): Promise<void> {
    await db.query(`
      create function number_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from log_head where clinic_id = new.clinic_id and size <= new.seq for update;
        if not found then perform refuse_number(new.seq); end if;
        -- Never the writer's to say: an entry dated to a later transaction would stand for an act that has none.
        new.xid := pg_current_xact_id();
        return new;
      end $$;
      create trigger log_gapless before insert on log_entry for each row execute function number_entry();
      alter table log_entry enable always trigger log_gapless;
    `);
  }

  /**
   * A checkpoint may be written in the same statement as the entries that it signs, and PostgreSQL does not promise whose
   * triggers come first: so each of them lets the log grow, and whoever comes second finds it grown.
   */
  private async afterAll(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The head's size and peaks over all entries that there are, and the nodes that their leaves complete.
      create function grow_log(clinic uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        before bigint;
        number bigint;
        standing bytea[];
        entry record;
        top bytea;
        place bigint;
        level integer;
        levels integer[] := '{}';
        places bigint[] := '{}';
        made bytea[] := '{}';
      begin
        select size, peaks into before, standing from log_head where clinic_id = clinic for update;
        number := before;
        for entry in select e.seq, e.bytes from log_entry e where e.clinic_id = clinic and e.seq >= before order by e.seq loop
          if entry.seq <> number then perform refuse_number(entry.seq); end if;
          top := sha256('\\x00'::bytea || entry.bytes);
          place := number;
          level := 0;
          while place & 1 = 1 loop
            top := sha256('\\x01'::bytea || standing[cardinality(standing)] || top);
            standing := trim_array(standing, 1);
            place := place >> 1;
            level := level + 1;
            levels := levels || level;
            places := places || place;
            made := made || top;
          end loop;
          standing := standing || top;
          number := number + 1;
        end loop;
        if number = before then return; end if;
        update log_head set size = number, peaks = standing where clinic_id = clinic;
        insert into log_node (clinic_id, level, index, hash)
          select clinic, n.level, n.index, n.hash from unnest(levels, places, made) n (level, index, hash);
      end $$;

      create function log_grows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        clinic uuid;
      begin
        for clinic in select distinct clinic_id from added loop
          perform stay_in(clinic);
          perform grow_log(clinic);
        end loop;
        return null;
      end $$;
      create trigger log_grows after insert on log_entry referencing new table as added
        for each statement execute function log_grows();
      alter table log_entry enable always trigger log_grows;

      create or replace function extend_checkpoint() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare named text := split_part(new.note, E'\\n', 1);
      begin
        perform stay_in(new.clinic_id);
        perform grow_log(new.clinic_id);
        update log_head set signed_size = new.size, signed_root = new.root, origin = named
          where clinic_id = new.clinic_id and size = new.size and signed_size < new.size and root_of(peaks) = new.root
            and coalesce(origin, named) = named
            and starts_with(new.note, concat_ws(E'\\n', named, new.size::text, encode(new.root, 'base64'), ''));
        if not found then
          raise exception 'a checkpoint of % entries does not extend the last one', new.size
            using errcode = 'integrity_constraint_violation', constraint = 'checkpoint_extends', table = 'log_checkpoint';
        end if;
        return null;
      end $$;
    `);
  }

  /**
   * PostgreSQL keeps the plan that a session made first, when there may have been a dozen records, and could go through all of
   * them for each of thousands. What is asked for in an order, and must not be sorted, is found by the index that has the order.
   */
  private async confirmations(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function require_confirmation() returns trigger language plpgsql
      set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off as $$
      declare
        about uuid := case tg_table_name when 'competence_record' then (to_jsonb(new) ->> 'id')::uuid
          else (to_jsonb(new) ->> 'record_id')::uuid end;
        written uuid;
        standing tstzrange;
        judged text;
        withdrawn timestamptz;
      begin
        perform stay_in(new.clinic_id);
        perform take_turn();
        select r.id, r.valid into written, standing from competence_record r
          where r.clinic_id = new.clinic_id and r.id >= about order by r.id limit 1;
        if written is distinct from about or standing is null then return null; end if;
        select s.kind into judged from competence_record_step s
          where s.clinic_id = new.clinic_id and s.record_id = about and s.phase <= 1 order by s.phase desc limit 1;
        select s.at into withdrawn from competence_record_step s
          where s.clinic_id = new.clinic_id and s.record_id = about and s.phase >= 2 order by s.phase limit 1;
        if judged is distinct from 'confirmed'
            or withdrawn is not null and standing && tstzrange(withdrawn + interval '1 millisecond', null) then
          raise exception 'a record stands on its confirmation'
            using errcode = 'integrity_constraint_violation', constraint = 'competence_record_not_in_force', table = tg_table_name;
        end if;
        return null;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
