import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who got which roles, and who lost them, cannot be erased: an inspector asks for it, and only the invitation holds an e-mail.
 * `erasure.rules.ts` says the same.
 */
export class RolesAreKept1700000000016 implements MigrationInterface {
  name = 'RolesAreKept1700000000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function log_erasable(type text) returns boolean language sql immutable parallel safe
        return type ~ '\\.refused$' or type ~ '^api-token\\.' or type in ('member.invited', 'emergency.recorded');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
