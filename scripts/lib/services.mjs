import { join } from 'node:path';
import { dataDirLock } from './data-dir.mjs';
import { startPostgres } from './postgres/postgres-server.mjs';
import { readJson, writePrivate } from './private-file.mjs';
import { startRedis } from './redis/redis-server.mjs';

/**
 * @typedef {object} ServiceContext
 * @property {string} dataDir
 * @property {import('./lifetime.mjs').Lifetime} lifetime
 * @property {import('./progress.mjs').Progress} progress
 * @property {import('./pid-records.mjs').PidRecords} records
 * @property {{ postgres?: number, redis?: number }} lastPorts
 * @property {string[]} [postgresFlags] settings for `-c`
 */

/**
 * Starts the services that no setting names, and tells in DATA_DIR where they are.
 *
 * @param {Omit<ServiceContext, 'lastPorts'> & { databaseUrl?: string, redisUrl?: string, redisProgram?: string }} options
 *   without a URL and without a program Redis is left out
 * @returns {Promise<{ databaseUrl: string, redisUrl?: string }>}
 */
export async function startServices({ databaseUrl, redisUrl, redisProgram, ...rest }) {
  const context = { ...rest, lastPorts: lastPorts(rest.dataDir) };
  const work = async () => {
    // One after the other, so that they are stopped in reverse order.
    const postgres = databaseUrl ?? (await startPostgres(context));
    const redis = redisUrl ?? (redisProgram && (await startRedis(context, redisProgram)));
    return { databaseUrl: postgres, redisUrl: redis };
  };
  const own = [!databaseUrl && 'Postgres', !redisUrl && redisProgram && 'Redis'].filter(Boolean);
  const urls = own.length ? await rest.progress.step(`Starting ${own.join(' and ')}`, work) : await work();
  writePrivate(file(rest.dataDir), JSON.stringify({ ...urls, launcher: process.pid }));
  return urls;
}

/**
 * Where the services of DATA_DIR are, while the launcher that started them runs.
 *
 * @param {string} dataDir
 * @returns {{ databaseUrl: string, redisUrl?: string } | undefined}
 */
export function runningServices(dataDir) {
  const urls = readJson(file(dataDir));
  return urls && dataDirLock(dataDir).holder?.pid === urls.launcher ? urls : undefined;
}

function lastPorts(dataDir) {
  const { databaseUrl, redisUrl } = readJson(file(dataDir)) ?? {};
  const portOf = (url) => (url?.includes('@127.0.0.1:') ? Number(new URL(url).port) : undefined);
  return { postgres: portOf(databaseUrl), redis: portOf(redisUrl) };
}

function file(dataDir) {
  return join(dataDir, 'services.json');
}
