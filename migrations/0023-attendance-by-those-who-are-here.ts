import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of competence rest on who came: that is said by a manager, or by whoever holds it while they belong to the clinic. */
export class AttendanceByThoseWhoAreHere1700000000023 implements MigrationInterface {
  name = 'AttendanceByThoseWhoAreHere1700000000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create trigger assessor_present after insert on teaching_attendance
        for each row execute function require_assessor();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
