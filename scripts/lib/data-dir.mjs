import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './errors.mjs';
import { stopLeftovers } from './leftovers.mjs';
import { Lock } from './lock.mjs';
import { PidRecords } from './pid-records.mjs';
import { isAlive, refTo } from './process-identity.mjs';

/**
 * The lock that says which launcher a DATA_DIR belongs to.
 *
 * @param {string} dataDir
 */
export function dataDirLock(dataDir) {
  return new Lock(join(dataDir, 'run/launcher.lock'));
}

/**
 * Makes DATA_DIR ours until the end: waits for a launcher that is stopping,
 * refuses beside one that serves, and stops what a killed one left running.
 *
 * @param {object} launcher
 * @param {string} launcher.what the command, for the sentence another one may have to print
 * @param {string} launcher.dataDir
 * @param {number} [launcher.port]
 * @param {boolean} [launcher.brief] ends by itself soon, so that others wait for it
 * @param {import('./lifetime.mjs').Lifetime} launcher.lifetime
 * @param {import('./progress.mjs').Progress} launcher.progress
 * @returns {Promise<PidRecords>} where our children are to be recorded
 */
export async function ownDataDir({ what, dataDir, port, brief = false, lifetime, progress }) {
  makeDataDir(dataDir);
  const lock = dataDirLock(dataDir);
  let told = false;
  const onBusy = (holder) => {
    if (!isEnding(holder)) throw inUse(dataDir, holder);
    if (!told) progress.line(`Waiting for ${holder.what} (pid ${holder.pid}) to end`);
    told = true;
  };
  await lock.take({ what, port, parent: parentNpm(), ending: brief }, onBusy, lifetime.signal);
  lifetime.onEnd(async () => lock.release());
  lifetime.signal.addEventListener('abort', () => lock.update({ ending: true }));
  const records = new PidRecords(join(dataDir, 'run'));
  await stopLeftovers(records, progress);
  return records;
}

/** Others may pass through it (Postgres may run as another user); the files in it are private one by one. */
function makeDataDir(dataDir) {
  try {
    if (existsSync(dataDir)) return;
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o711);
  } catch (error) {
    throw new UserError(`DATA_DIR ${dataDir} cannot be made (${error.code}): set another.`);
  }
}

/** A killed npm ends its launcher too, within half a second. */
function isEnding({ ending, parent }) {
  return ending || (parent !== undefined && !isAlive(parent));
}

function parentNpm() {
  return process.env.npm_lifecycle_event ? refTo(process.ppid) : undefined;
}

function inUse(dataDir, { what, pid, port }) {
  const serving = port ? ` and PORT ${port}` : '';
  return new UserError(
    `${what} (pid ${pid}) already uses DATA_DIR ${dataDir}${serving}: stop it first, or run a second copy with its own, ` +
      `for example PORT=${(port ?? 8081) + 1} DATA_DIR=.data-2 npm start.`,
  );
}
