import { readdirSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';
import type { DatabaseConfig } from '../config/database.config.js';

const log = new Logger('Database');

/**
 * Connection options shared by the application, the CLI and the tests.
 * `synchronize` is never on: the migrations alone change the schema.
 */
export function dataSourceOptions(config: DatabaseConfig): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url: config.url,
    synchronize: false,
    migrationsRun: false,
    poolSize: config.poolSize,
    // An idle connection that breaks is the pool's to replace; without a listener it would end the process.
    poolErrorHandler: (error: Error) => log.warn({ err: error }, 'A database connection was lost'),
    extra: {
      connectionTimeoutMillis: config.connectTimeoutMs,
      statement_timeout: config.statementTimeoutMs,
      // The server's own limit comes first; this one is for a server that no longer answers.
      query_timeout: config.statementTimeoutMs > 0 ? config.statementTimeoutMs + 5_000 : undefined,
      keepAlive: true,
      application_name: 'smp',
    },
  };
}

/** Files of the compiled migrations, in the order they apply. */
export function migrationFiles(): URL[] {
  const folder = new URL('../migrations/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => new URL(name, folder));
}
