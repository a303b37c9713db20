import { ownDataDir } from './data-dir.mjs';
import { Progress } from './progress.mjs';
import { ensureRedisProgram } from './redis/redis-program.mjs';
import { startServices } from './services.mjs';
import { readSettings } from './settings.mjs';
import { ensureDependencies } from './setup.mjs';

/**
 * Only Postgres and Redis, for whoever runs the application by hand; prints both
 * URLs as lines a shell can read, everything else on stderr.
 *
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 */
export async function servicesOnly(lifetime) {
  const progress = new Progress(process.stderr);
  const setup = { progress, signal: lifetime.signal, output: 2 };
  const { dataDir } = readSettings();
  const records = await ownDataDir({ what: 'npm run services', dataDir, lifetime, progress });
  const redisProgram = await ensureRedisProgram(setup);
  await ensureDependencies(setup);
  const urls = await startServices({ dataDir, lifetime, progress, records, redisProgram });
  console.log(`DATABASE_URL=${urls.databaseUrl}\nREDIS_URL=${urls.redisUrl}`);
  progress.line('Ctrl-C stops both');
  await lifetime.ended;
}
