import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The images of a retry, in their order: three of 100,000 are found without a look at the others.
 *
 * A transaction of its own: it reads all images, and while it does, submits wait and everything else goes on.
 * Not CONCURRENTLY: that waits for every open statement, among them those of processes which wait for the migrator's
 * advisory lock, and so for ever.
 */
export class IndexRetriedImages1764200050000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX images_retried_idx ON images (job_id, run, idx) WHERE run > 0`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX images_retried_idx`);
  }
}
