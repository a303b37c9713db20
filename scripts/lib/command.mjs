import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirLock, ownDataDir } from './data-dir.mjs';
import { Progress } from './progress.mjs';
import { runningServices, startServices } from './services.mjs';
import { ROOT, readSettings } from './settings.mjs';
import { ensureBuild, ensureDependencies } from './setup.mjs';

const POLL_MS = 300;

/** Commands whose arguments may be files. */
const WITH_FILES = ['stores:seed'];

/**
 * Runs one command of the application's CLI against the right database: that of
 * DATABASE_URL, else the one a running launcher serves, else our own for as long
 * as the command lasts. stdout belongs to the command alone.
 *
 * @param {string[]} words the command and its arguments
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<number>} the command's exit code
 */
export async function runCommand([name, ...args], lifetime) {
  const progress = new Progress(process.stderr);
  const setup = { progress, signal: lifetime.signal, output: 2 };
  const settings = readSettings();
  await ensureDependencies(setup);
  await ensureBuild(setup);
  const urls = settings.databaseUrl
    ? settings
    : await findServices({ ...settings, name, lifetime, progress });
  const env = { ...process.env, DATABASE_URL: urls.databaseUrl };
  if (urls.redisUrl) env.REDIS_URL = urls.redisUrl;
  const words = WITH_FILES.includes(name) ? args.map(fromCallersFolder) : args;
  return run([join(ROOT, 'dist/cli.js'), name, ...words], env, lifetime);
}

async function findServices({ dataDir, name, lifetime, progress }) {
  const lock = dataDirLock(dataDir);
  // A launcher that is still starting will tell where they are; one that ends is waited for below.
  while (lock.holder && !lock.holder.ending && !runningServices(dataDir)) {
    lifetime.signal.throwIfAborted();
    await sleep(POLL_MS);
  }
  const running = lock.holder?.ending ? undefined : runningServices(dataDir);
  if (running) return running;
  const records = await ownDataDir({ what: `npm run ${name}`, dataDir, brief: true, lifetime, progress });
  return startServices({ dataDir, lifetime, progress, records });
}

/** npm runs scripts in the project's folder; a file was named in the caller's. */
function fromCallersFolder(word) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), word);
  return !word.startsWith('-') && (existsSync(path) || /\.\w+$/.test(word)) ? path : word;
}

function run(args, env, lifetime) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
  lifetime.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? lifetime.stopCode));
  });
}
