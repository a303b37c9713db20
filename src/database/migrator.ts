import { DataSource, type MigrationInterface } from 'typeorm';
import type { DatabaseConfig } from '../config/database.config.js';
import { dataSourceOptions, migrationFiles } from './data-source-options.js';
import { LOCKS } from './locks.js';

type MigrationClass = new () => MigrationInterface;

/**
 * Applies what is missing of the migrations. Processes that start together
 * wait for one another under an advisory lock, so each migration runs once.
 *
 * @returns names of the migrations that were applied now
 */
export async function migrate(config: DatabaseConfig): Promise<string[]> {
  const dataSource = new DataSource({
    ...dataSourceOptions({ ...config, poolSize: 2, statementTimeoutMs: 0 }),
    migrations: await loadMigrations(),
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCKS.migration]);
    const applied = await dataSource.runMigrations();
    return applied.map(({ name }) => name);
  } finally {
    // Releases the lock too: it belongs to the connection.
    await lock.release();
    await dataSource.destroy();
  }
}

/** Whether the database has every migration this build knows. */
export async function hasAllMigrations(dataSource: DataSource): Promise<boolean> {
  const known = (await loadMigrations()).map(({ name }) => name);
  const [row] = await dataSource.query<[{ applied: string }]>(
    `SELECT count(*) AS applied FROM migrations WHERE name = ANY($1)`,
    [known],
  );
  return Number(row.applied) === known.length;
}

async function loadMigrations(): Promise<MigrationClass[]> {
  const modules = await Promise.all(
    migrationFiles().map((file) => import(file.href) as Promise<Record<string, MigrationClass>>),
  );
  return modules.flatMap((module) => Object.values(module));
}
