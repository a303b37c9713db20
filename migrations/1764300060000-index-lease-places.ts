import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Leases of some places of a job, and of a whole job. By job alone, a range that is loaded met every lease the job ever
 * had, until they were vacuumed: with ranges of two images 488 us per image at 30,000 of them, by place 47.
 */
export class IndexLeasePlaces1764300060000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX leases_job_idx`);
    await queryRunner.query(`CREATE INDEX leases_place_idx ON leases (job_id, from_idx)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX leases_place_idx`);
    await queryRunner.query(`CREATE INDEX leases_job_idx ON leases (job_id)`);
  }
}
