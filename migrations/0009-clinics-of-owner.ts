import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever checks all logs must know which there are. The owner of the schema is told the clinics, and nothing that is in them:
 * every other table stays closed to the owner, too, until a clinic is chosen.
 */
export class ClinicsOfOwner1700000000009 implements MigrationInterface {
  name = 'ClinicsOfOwner1700000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create policy clinics_of_owner on clinic for select to current_user using (true)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
