import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the pixels of an image tell, what the rules said of it, and which version of them. Rejected images keep what was
 * measured, so that other rules can be tried on them later. Columns without a default do not rewrite the table, however large it is.
 */
export class JudgeImages1764400320000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE image_results ADD COLUMN sharpness integer, ADD COLUMN brightness smallint,
      ADD COLUMN rules_version integer, ADD COLUMN warnings jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE image_results DROP COLUMN sharpness, DROP COLUMN brightness,
      DROP COLUMN rules_version, DROP COLUMN warnings`);
  }
}
