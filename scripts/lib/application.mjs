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
        env: withProcessSettings(env),
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
 * Settings of the process that have to be there before it starts, unless the user says otherwise. Two
 * threads more than cores: decoders keep one more than that busy, and what else needs one finds one. Where
 * only headers are read, nobody waits long for a thread, and more of them than cores disturb each other: a
 * sixth fewer images a second with the sleep off. Pieces of memory of 4 MB or more go back to the system
 * when they are free: else glibc keeps those of large images for later, 200 MB after a storm of them.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withProcessSettings(env) {
  const cores = availableParallelism();
  return {
    UV_THREADPOOL_SIZE: String(env.IMAGE_VERIFY === 'header' ? cores : cores + 2),
    MALLOC_MMAP_THRESHOLD_: '4194304',
    ...env,
  };
}

async function saysReady(child, gone) {
  for (;;) {
    const [message] = await once(child, 'message', { signal: gone });
    if (message?.type === 'ready') return;
  }
}
