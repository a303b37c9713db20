import { spawn } from 'node:child_process';
import { rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { startApplication } from './application.mjs';
import { BUILD_MARK } from './build.mjs';
import { ownDataDir } from './data-dir.mjs';
import { assertPortFree } from './ports.mjs';
import { Progress } from './progress.mjs';
import { ensureRedisProgram } from './redis/redis-program.mjs';
import { startServices } from './services.mjs';
import { ROOT, readSettings } from './settings.mjs';
import { ensureBuild, ensureDependencies } from './setup.mjs';

/** A compiler writes many files; the restart waits until it has been quiet this long. */
const QUIET_MS = 800;

const COMPILERS = [
  ['nest', 'build', '--watch', '--preserveWatchOutput'],
  ['tsc', '-p', 'migrations/tsconfig.json', '--watch', '--preserveWatchOutput'],
  ['tsc', '-p', 'tsconfig.smp.json', '--watch', '--preserveWatchOutput'],
  ['vite', 'build', 'web', '--watch', '--logLevel', 'warn'],
];

/**
 * npm start for whoever changes the program: compilers watch the sources, and the
 * application is stopped in order and started again when its code changed.
 *
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 */
export async function develop(lifetime) {
  const progress = new Progress();
  const settings = readSettings();
  const setup = { progress, signal: lifetime.signal };
  const records = await ownDataDir({ ...settings, what: 'npm run dev', lifetime, progress });
  await assertPortFree(settings.host, settings.port);
  const redisProgram = settings.redisUrl ? undefined : await ensureRedisProgram(setup);
  await ensureDependencies(setup);
  await ensureBuild(setup);
  rmSync(BUILD_MARK, { force: true }); // from here on dist follows the editor, and says so to the next npm start
  const urls = await startServices({ ...settings, lifetime, progress, records, redisProgram });
  const env = {
    NODE_ENV: 'development',
    ...process.env,
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
  };
  const application = await startApplication({ env, lifetime, records, progress });
  progress.line(`Ready on http://localhost:${settings.port}/, and watching`);

  for (const words of COMPILERS) startCompiler(words, lifetime);
  followBuild(application, progress);
  await lifetime.ended;
}

function startCompiler([command, ...args], lifetime) {
  const child = spawn(join(ROOT, 'node_modules/.bin', command), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  lifetime.onEnd(async () => child.kill('SIGTERM'));
}

function followBuild(application, progress) {
  let timer;
  let restarting = Promise.resolve();
  const restart = async () => {
    progress.line('The program changed; starting it again');
    await application.restart().then(
      () => progress.line('Ready'),
      (error) => progress.line(`${error.message}; waiting for the next change`),
    );
  };
  watch(join(ROOT, 'dist'), { recursive: true }, (_, file) => {
    if (/^web([\\/]|$)/.test(file ?? '')) return; // the dashboard is read anew at each request
    clearTimeout(timer);
    timer = setTimeout(() => (restarting = restarting.then(restart)), QUIET_MS);
  });
}
