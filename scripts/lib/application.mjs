import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AlreadyReported } from './errors.mjs';
import { ROOT } from './settings.mjs';
import { ChildEnded, SupervisedChild } from './supervised-child.mjs';

/**
 * Starts the application and waits for its own word that it serves; later deaths
 * are mended. It ends by itself when its channel to us closes, so that a killed
 * launcher leaves none behind.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./lifetime.mjs').Lifetime} options.lifetime
 * @param {import('./pid-records.mjs').PidRecords} options.records
 * @param {import('./progress.mjs').Progress} options.progress
 * @throws AlreadyReported with its exit code when it did not come up; it has said why on stderr
 */
export async function startApplication({ env, lifetime, records, progress }) {
  const child = new SupervisedChild({
    name: 'app',
    launch: () =>
      fork(join(ROOT, 'dist/main.js'), {
        cwd: ROOT,
        env: withThreads(env),
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    ready: saysReady,
    lifetime,
    records,
    progress,
  });
  lifetime.onEnd(() => child.stop());
  try {
    await child.start();
  } catch (error) {
    lifetime.signal.throwIfAborted();
    if (error instanceof ChildEnded && error.outcome.code) throw new AlreadyReported(error.outcome.code);
    throw error;
  }
  return child;
}

/**
 * As many threads for images as there are cores, unless the user says otherwise: Node's default of 4
 * lets them fight for two. To be set before the process starts.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withThreads(env) {
  return { UV_THREADPOOL_SIZE: String(availableParallelism()), ...env };
}

async function saysReady(child, gone) {
  for (;;) {
    const [message] = await once(child, 'message', { signal: gone });
    if (message?.type === 'ready') return;
  }
}
