import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that runs often enough for its planning to matter. */
export interface Prepared {
  /** Unique among all prepared statements of the service. */
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement that each connection parses and plans once. Only for
 * statements whose plan does not depend on the values, as it is kept for all of
 * them. TypeORM has no way to name a statement, so this asks its pool.
 *
 * @returns the rows, also of an UPDATE or a DELETE
 */
export async function runPrepared<Row>(
  dataSource: DataSource,
  statement: Prepared,
  values: readonly unknown[],
): Promise<Row[]> {
  const { master: pool } = dataSource.driver as unknown as { master: Pool };
  const { rows } = await pool.query({ ...statement, values: [...values] });
  return rows as Row[];
}
