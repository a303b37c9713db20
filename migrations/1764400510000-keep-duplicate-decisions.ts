import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions about duplicates are looked up by their stores and never deleted; areas tell how much of them was searched. */
export class KeepDuplicateDecisions1764400510000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const UP = [
  // Stores move to other areas; what was decided about them moves along.
  `ALTER TABLE duplicate_decisions DROP COLUMN area_code,
    ADD COLUMN undone_by text, ADD COLUMN undone_at timestamptz,
    ADD CONSTRAINT duplicate_decisions_undone_check CHECK (num_nulls(undone_by, undone_at) IN (0, 2))`,
  // All that was decided about a store, and what has taken the place of a decision.
  `CREATE INDEX duplicate_decisions_store_ids_idx ON duplicate_decisions USING gin (store_ids)
    WHERE undone_at IS NULL`,

  // Fingerprints are made in another way from now on, so every area is searched anew.
  `ALTER TABLE duplicate_areas ADD COLUMN categories bigint NOT NULL DEFAULT 0,
    ADD COLUMN stores_searched integer NOT NULL DEFAULT 0,
    ADD COLUMN is_complete boolean NOT NULL DEFAULT true`,
];

const DOWN = [
  `ALTER TABLE duplicate_areas DROP COLUMN categories, DROP COLUMN stores_searched, DROP COLUMN is_complete`,
  `DELETE FROM duplicate_decisions WHERE undone_at IS NOT NULL`,
  `ALTER TABLE duplicate_decisions DROP COLUMN undone_by, DROP COLUMN undone_at, ADD COLUMN area_code text`,
  `UPDATE duplicate_decisions SET area_code = coalesce((SELECT area_code FROM stores WHERE id = store_ids[1]), '')`,
  `ALTER TABLE duplicate_decisions ALTER COLUMN area_code SET NOT NULL`,
  `CREATE INDEX duplicate_decisions_area_code_idx ON duplicate_decisions (area_code, id)`,
];
