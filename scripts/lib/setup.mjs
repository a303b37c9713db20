import { join } from 'node:path';
import { build, buildIsFresh } from './build.mjs';
import { dependenciesAreFresh, installDependencies } from './dependencies.mjs';
import { stopLeftovers } from './leftovers.mjs';
import { Lock } from './lock.mjs';
import { PidRecords } from './pid-records.mjs';
import { SETUP_DIR } from './settings.mjs';

/**
 * @typedef {object} SetupContext
 * @property {import('./progress.mjs').Progress} progress
 * @property {AbortSignal} signal
 * @property {number} [output] file descriptor for what installers and compilers print
 */

/** Installs the dependencies when node_modules does not fit the lock file. @param {SetupContext} context */
export async function ensureDependencies(context) {
  await oneAtATime(context, dependenciesAreFresh, () =>
    context.progress.step('Installing the dependencies (npm ci)', () => installDependencies(context)),
  );
}

/** Compiles when a source changed since the last time. @param {SetupContext} context */
export async function ensureBuild(context) {
  await oneAtATime(context, buildIsFresh, () => context.progress.step('Building', () => build(context)));
}

/** Two copies of one clone share node_modules and dist: one works, the other waits and then finds it done. */
async function oneAtATime({ progress, signal }, isDone, work) {
  if (isDone()) return;
  const lock = new Lock(join(SETUP_DIR, 'lock'));
  let told = false;
  const wait = ({ pid }) => {
    if (!told) progress.line(`Waiting for the setup that process ${pid} is doing in this folder`);
    told = true;
  };
  await lock.take({}, wait, signal);
  try {
    await stopLeftovers(new PidRecords(SETUP_DIR), progress);
    if (!isDone()) await work();
  } finally {
    lock.release();
  }
}
