import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Progress } from './progress.mjs';
import { ROOT } from './settings.mjs';
import { ensureBuild, ensureDependencies } from './setup.mjs';

/**
 * Runs the client of the API, which needs the compiled program and nothing else:
 * no database, and no service of this folder. stdout belongs to the client alone.
 *
 * @param {string[]} words the command and its arguments
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<number>} the client's exit code
 */
export async function runClient(words, lifetime) {
  const setup = { progress: new Progress(process.stderr), signal: lifetime.signal, output: 2 };
  await ensureDependencies(setup);
  await ensureBuild(setup);
  const child = spawn(process.execPath, [join(ROOT, 'dist/client/smp/main.js'), ...words], {
    stdio: 'inherit',
  });
  // A terminal has already told the child, and npm tells only us; SIGINT lets it say how to go on.
  lifetime.signal.addEventListener('abort', () => child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? lifetime.stopCode));
  });
}
