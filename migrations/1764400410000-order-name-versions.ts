import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions of the reading of names become numbers that grow; those that are kept are in no order. So all names are old
 * ones now, and are read anew in the background. Neither way rewrites the table.
 */
export class OrderNameVersions1764400410000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await forgetVersions(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forgetVersions(queryRunner);
  }
}

async function forgetVersions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`ALTER TABLE store_names
    DROP COLUMN fold_version, ADD COLUMN fold_version integer NOT NULL DEFAULT 0`);
  await queryRunner.query(`ALTER TABLE store_names ALTER COLUMN fold_version DROP DEFAULT`);
}
