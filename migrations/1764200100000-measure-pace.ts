import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How fast each job moves, and what was settled in each minute; both are kept by the statement that stores results. */
export class MeasurePace1764200100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE minute_counts`);
    await queryRunner.query(`ALTER TABLE jobs DROP COLUMN pace, DROP COLUMN pace_at, DROP COLUMN pace_settled,
      DROP COLUMN pace_since, DROP COLUMN pace_base`);
  }
}

const STATEMENTS = [
  // pace: images a second, smoothed, when the last sample was taken (pace_at), with pace_settled images settled by then.
  // pace_since, pace_base: the same two where the present stretch of work began. In no index, so that updates stay HOT.
  `ALTER TABLE jobs
    ADD COLUMN pace double precision,
    ADD COLUMN pace_at timestamptz,
    ADD COLUMN pace_settled integer,
    ADD COLUMN pace_since timestamptz,
    ADD COLUMN pace_base integer`,

  // Images settled in a minute by error code; '' stands for measured. A worker always counts in the same one of a few
  // shards, so that workers seldom wait for each other's row. Half of each page is left for updates (HOT): a row is
  // written some 20 times a second for a minute, and then never again.
  `CREATE TABLE minute_counts (
    minute timestamptz NOT NULL,
    code text NOT NULL,
    shard smallint NOT NULL,
    images bigint NOT NULL,
    CONSTRAINT minute_counts_pkey PRIMARY KEY (minute, code, shard)
  ) WITH (fillfactor = 50)`,
];
