import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each erasure has an entry of its own, and the entry says which payload went.
 * Otherwise one entry could stand for many erasures, and whoever verifies the log would find payloads gone without a word.
 */
export class ErasureNamesItsEntry1700000000008 implements MigrationInterface {
  name = 'ErasureNamesItsEntry1700000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function require_erasure_entry() returns trigger
      language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        if not exists (select from log_entry e join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq
            where e.clinic_id = new.clinic_id and e.seq = new.by_seq and e.type = 'payload.erased'
              and e.xid = pg_current_xact_id() and p.payload::jsonb -> 'seq' = to_jsonb(new.seq)) then
          raise exception 'an erasure without its entry in the log'
            using errcode = 'integrity_constraint_violation', constraint = 'act_without_entry', table = 'log_erasure';
        end if;
        return null;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
