import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps that need a reason, with the kinds that need none. */
const steps = [
  ['delegation_step', "'proposed', 'accepted'"],
  ['competence_record_step', "'claimed', 'confirmed'"],
  ['approval_step', "'granted'"],
] as const;

/**
 * Whoever says no, takes back or ends something says why. A CHECK passes on NULL, so `reason ~ '\S'` alone
 * (0005, 0010, 0011) refused an empty reason and let a missing one through.
 */
export class EveryEndSaysWhy1700000000017 implements MigrationInterface {
  name = 'EveryEndSaysWhy1700000000017';

  async up(db: QueryRunner): Promise<void> {
    for (const [table, kinds] of steps)
      await db.query(`alter table ${table} add check (kind in (${kinds}) or reason is not null)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
