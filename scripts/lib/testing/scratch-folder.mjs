import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirLock } from '../data-dir.mjs';
import { stopLeftovers } from '../leftovers.mjs';
import { PidRecords } from '../pid-records.mjs';

const PREFIX = 'smp-test-';

/**
 * A folder for everything one test run leaves on disk, removed at its end; those
 * of runs that were killed, and the services in them, are cleared away first.
 *
 * @param {import('../lifetime.mjs').Lifetime} lifetime
 * @param {import('../progress.mjs').Progress} progress
 * @returns {Promise<{ folder: string, dataDir: string, tmp: string }>} tmp: for TMPDIR
 */
export async function makeScratchFolder(lifetime, progress) {
  await clearOld(progress);
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  lifetime.onEnd(async () => remove(folder));
  const paths = { folder, dataDir: join(folder, 'data'), tmp: join(folder, 'tmp') };
  mkdirSync(paths.tmp);
  for (const path of [folder, paths.tmp]) chmodSync(path, 0o711); // Postgres of root runs as another user
  return paths;
}

async function clearOld(progress) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const lock = dataDirLock(join(folder, 'data'));
    // No lock file: another run that has just begun.
    if (!existsSync(lock.path) || lock.holder) continue;
    await stopLeftovers(new PidRecords(join(folder, 'data/run')), progress);
    remove(folder);
  }
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
