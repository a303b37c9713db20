import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Images of old jobs may be removed; the jobs themselves, their counters and their visits stay. */
export class RetainJobs1764200200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  /** What was removed does not come back: such jobs keep their counters, and have no images. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE image_removals`);
    await queryRunner.query(`DROP INDEX jobs_retained_idx`);
    await queryRunner.query(`ALTER TABLE jobs DROP COLUMN images_removed_at`);
  }
}

const STATEMENTS = [
  // Set before the first row goes. Whoever reopens the job afterwards is refused, whatever code it is.
  `ALTER TABLE jobs ADD COLUMN images_removed_at timestamptz,
    ADD CONSTRAINT jobs_images_removed_check CHECK (images_removed_at IS NULL OR settled_at IS NOT NULL)`,
  // Jobs that may become due, oldest first: a sweep reads those it removes, and none of the others.
  `CREATE INDEX jobs_retained_idx ON jobs (settled_at) WHERE settled_at IS NOT NULL AND images_removed_at IS NULL`,

  // Jobs whose images are being removed, and how far that has come. A row is gone when its job's last image is.
  `CREATE TABLE image_removals (
    job_id bigint CONSTRAINT image_removals_pkey PRIMARY KEY,
    next_idx integer NOT NULL DEFAULT 0,
    end_idx integer NOT NULL,
    CONSTRAINT image_removals_cursor_check CHECK (next_idx BETWEEN 0 AND end_idx)
  )`,
];
