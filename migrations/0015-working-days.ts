import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loggedAct, tenantTable } from './tenancy.js';

/**
 * On which days of the week people work, from one day to another. It says how well the clinic is covered, and gives nobody
 * a right and takes none: nothing that decides or delegates rests on it. Two weeks never hold at once for the same person.
 */
export class WorkingDays1700000000015 implements MigrationInterface {
  name = 'WorkingDays1700000000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table working_days (
        clinic_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        -- ISO: 1 Monday to 7 Sunday, each once and in order; empty where no day is fixed.
        weekdays smallint[] not null check (weekdays <@ '{1,2,3,4,5,6,7}' and array_to_string(weekdays, '', '?') ~ '^1?2?3?4?5?6?7?$'),
        -- NULL where it was replaced before it began.
        valid tstzrange check (is_period(valid) and not lower_inf(valid)),
        created_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, person_id) references person,
        exclude using gist (clinic_id with =, person_id with =, valid with &&)
      );
    `);
    await tenantTable(db, 'working_days', 'select, insert, update (valid)');
    await loggedAct(db, 'working_days');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
