import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the images of a run change from one dispatch priority to the next, and the priority of each visit. */
export class OrderDispatch1764400310000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Empty in a job of one priority, which most are. Neither column rewrites its table.
    await queryRunner.query(`ALTER TABLE job_runs ADD COLUMN boundaries integer[] NOT NULL DEFAULT '{}'`);
    // NULL: submitted when there were no priorities of visits.
    await queryRunner.query(`ALTER TABLE visits ADD COLUMN priority smallint`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE job_runs DROP COLUMN boundaries`);
    await queryRunner.query(`ALTER TABLE visits DROP COLUMN priority`);
  }
}
