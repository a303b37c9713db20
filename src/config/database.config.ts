import { registerAs, type ConfigType } from '@nestjs/config';
import { boolFromEnv, urlFromEnv } from './env.js';

export const databaseConfig = registerAs('database', () => ({
  url: urlFromEnv('DATABASE_URL', ['postgres:', 'postgresql:']),
  migrateOnStart: boolFromEnv('MIGRATE_ON_START', true),
  /**
   * Connections per process. Every statement of ours is short, so few
   * connections carry many requests, and Postgres' default of 100 serves
   * several processes.
   */
  poolSize: 12,
  /** Waiting for a free or new connection before the caller is told "unavailable". */
  connectTimeoutMs: 4_000,
  /** No statement of the service needs longer; a lost network must not hang a request. 0 is no limit. */
  statementTimeoutMs: 30_000,
}));
export type DatabaseConfig = ConfigType<typeof databaseConfig>;
