import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores of one area that are likely the same shop, and what people decided about them. */
export class FindDuplicates1764400110000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE duplicate_decisions, duplicate_pairs, duplicate_areas`);
  }
}

const STATEMENTS = [
  // What an area looked like when it was searched; another look is due when it looks different.
  `CREATE TABLE duplicate_areas (
    area_code text CONSTRAINT duplicate_areas_pkey PRIMARY KEY,
    fingerprint text NOT NULL,
    searched_at timestamptz NOT NULL DEFAULT now()
  )`,
  // Found anew with each search of an area, so nobody refers to a row.
  `CREATE TABLE duplicate_pairs (
    area_code text NOT NULL,
    store_a text NOT NULL,
    store_b text NOT NULL,
    confidence real NOT NULL,
    reason text NOT NULL,
    CONSTRAINT duplicate_pairs_pkey PRIMARY KEY (area_code, store_a, store_b),
    CONSTRAINT duplicate_pairs_order_check CHECK (store_a < store_b),
    CONSTRAINT duplicate_pairs_confidence_check CHECK (confidence BETWEEN 0 AND 1)
  )`,
  // One decision is about all pairs of some stores; of two about one pair, the later counts. Undone ones are deleted,
  // and stay in the audit log.
  `CREATE TABLE duplicate_decisions (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT duplicate_decisions_pkey PRIMARY KEY,
    verdict text NOT NULL,
    store_ids text[] NOT NULL,
    area_code text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT duplicate_decisions_verdict_check CHECK (verdict IN ('same', 'different')),
    CONSTRAINT duplicate_decisions_stores_check CHECK (cardinality(store_ids) BETWEEN 2 AND 50)
  )`,
  `CREATE INDEX duplicate_decisions_area_code_idx ON duplicate_decisions (area_code, id)`,
];
