import { spawn } from 'node:child_process';
import { CHILD_KINDS } from './child-kinds.mjs';
import { ROOT, SETUP_DIR } from './settings.mjs';
import { PidRecords } from './pid-records.mjs';
import { UserError } from './errors.mjs';

/**
 * Runs one command of the setup (an installation, a build) to its end. It is
 * recorded like a child, so that the start after a kill does not install beside
 * an installation that still runs.
 *
 * @param {object} step
 * @param {string} step.command
 * @param {string[]} step.args
 * @param {AbortSignal} step.signal ends the command
 * @param {number} [step.output] file descriptor that gets what the command prints; 1 unless told
 * @param {NodeJS.ProcessEnv} [step.env]
 * @param {string} step.failure the sentence for a failure, without its end
 */
export async function runSetupStep({ command, args, signal, output = 1, env = process.env, failure }) {
  signal.throwIfAborted();
  const records = new PidRecords(SETUP_DIR);
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', output, 2] });
  if (child.pid) records.add('step', child.pid);
  let late;
  const stop = () => {
    child.kill('SIGTERM');
    late = setTimeout(() => child.kill('SIGKILL'), CHILD_KINDS.step.graceMs); // npm ci does not listen
  };
  signal.addEventListener('abort', stop);
  const outcome = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) =>
      resolve(code === 0 ? undefined : by ? `signal ${by}` : `exit code ${code}`),
    );
  });
  signal.removeEventListener('abort', stop);
  clearTimeout(late);
  records.remove('step');
  signal.throwIfAborted();
  if (outcome) throw new UserError(`${failure} (${[command, ...args].join(' ')}: ${outcome}).`);
}
