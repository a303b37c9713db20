import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of a large import are read after it; until then it has stores that are not found by them. */
export class ReadNamesAfterImports1764400600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE store_imports ADD COLUMN searchable_at timestamptz`);
    await queryRunner.query(`UPDATE store_imports SET searchable_at = finished_at`);
    // Every search asks whether there are any.
    await queryRunner.query(
      `CREATE INDEX store_imports_unsearchable_idx ON store_imports (id) WHERE searchable_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE store_imports DROP COLUMN searchable_at`);
  }
}
