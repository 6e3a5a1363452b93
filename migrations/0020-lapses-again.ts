import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What rests on a ground may lose it more than once: somebody's engagement is to end, and a ban, or an earlier end, comes before that.
 * As with delegations, only what somebody did is done once; a second lapse must never stand in the way of a ban.
 */
export class LapsesAgain1700000000020 implements MigrationInterface {
  name = 'LapsesAgain1700000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table approval_step drop constraint approval_ended_once;
      create unique index approval_ended_once on approval_step (clinic_id, approval_id, phase) where phase < 2;
      create index step_of_approval on approval_step (clinic_id, approval_id);
      alter table training_plan_step drop constraint training_plan_ended_once;
      create unique index training_plan_ended_once on training_plan_step (clinic_id, plan_id, phase) where phase < 2;
      create index step_of_training_plan on training_plan_step (clinic_id, plan_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
