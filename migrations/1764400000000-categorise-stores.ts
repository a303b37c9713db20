import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What kind of shop each store is, how sure that is, and why. Until somebody says so, it is not known. */
export class CategoriseStores1764400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE stores
      ADD COLUMN category text NOT NULL DEFAULT 'unknown',
      ADD COLUMN category_confidence real NOT NULL DEFAULT 0,
      ADD COLUMN category_reason text NOT NULL DEFAULT '',
      ADD COLUMN category_source text NOT NULL DEFAULT 'none',
      ADD CONSTRAINT stores_category_confidence_check CHECK (category_confidence BETWEEN 0 AND 1),
      ADD CONSTRAINT stores_category_source_check CHECK (category_source IN ('none', 'rule', 'learned', 'hand'))`);
    // Stores of one category in the order of their pages; also counts categories without reading the names.
    await queryRunner.query(`CREATE INDEX stores_category_idx ON stores (category, id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE stores DROP COLUMN category, DROP COLUMN category_confidence,
      DROP COLUMN category_reason, DROP COLUMN category_source`);
  }
}
