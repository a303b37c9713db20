import { startApplication } from './application.mjs';
import { ownDataDir } from './data-dir.mjs';
import { assertPortFree } from './ports.mjs';
import { Progress } from './progress.mjs';
import { ensureRedisProgram } from './redis/redis-program.mjs';
import { readyScreen } from './screen.mjs';
import { startServices } from './services.mjs';
import { readSettings } from './settings.mjs';
import { ensureBuild, ensureDependencies } from './setup.mjs';

/**
 * From a fresh clone, or from anything an earlier start left, to a service that
 * answers; then until the end. What can be refused early is: before a minute of
 * installing.
 *
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 */
export async function start(lifetime) {
  const progress = new Progress();
  const settings = readSettings();
  const { signal } = lifetime;
  const setup = { progress, signal };
  signal.addEventListener('abort', () => progress.line('Stopping'));

  const records = await ownDataDir({ ...settings, what: 'npm start', lifetime, progress });
  lifetime.onEnd(async () => signal.aborted && progress.line('Stopped'));
  await assertPortFree(settings.host, settings.port);
  const redisProgram = settings.redisUrl ? undefined : await ensureRedisProgram(setup);
  await ensureDependencies(setup);
  const [urls] = await allSettled([
    startServices({ ...settings, lifetime, progress, records, redisProgram }),
    ensureBuild(setup),
  ]);
  const env = { ...process.env, DATABASE_URL: urls.databaseUrl, REDIS_URL: urls.redisUrl };
  await progress.step('Starting the application', () =>
    startApplication({ env, lifetime, records, progress }),
  );
  console.log(readyScreen({ settings, seconds: progress.elapsed }));
  await lifetime.ended;
}

/** Promise.all, but none is left running when another fails: what it starts has to be stopped. */
async function allSettled(works) {
  const results = await Promise.allSettled(works);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}
