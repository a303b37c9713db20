import { setTimeout as sleep } from 'node:timers/promises';
import { CHILD_KINDS } from './child-kinds.mjs';
import { UserError } from './errors.mjs';
import { isAlive } from './process-identity.mjs';

const POLL_MS = 50;

/**
 * Stops what a killed launcher left running, in the order it would have used.
 * Adopting would be quicker by a second, but then nobody would be the parent who
 * learns of a child's death.
 *
 * @param {import('./pid-records.mjs').PidRecords} records
 * @param {import('./progress.mjs').Progress} progress
 */
export async function stopLeftovers(records, progress) {
  for (const [name, kind] of Object.entries(CHILD_KINDS)) {
    const ref = records.alive(name);
    if (ref) {
      progress.line(`Stopping ${kind.title} that an earlier start left running (pid ${ref.pid})`);
      await stopProcess(ref, kind);
    }
    records.remove(name);
  }
}

/**
 * @param {import('./process-identity.mjs').ProcessRef} ref
 * @param {{ title: string, signal: NodeJS.Signals, graceMs: number }} kind
 */
async function stopProcess(ref, { title, signal, graceMs }) {
  send(ref, signal, title);
  const deadline = Date.now() + graceMs;
  while (isAlive(ref)) {
    if (Date.now() > deadline) send(ref, 'SIGKILL', title);
    await sleep(POLL_MS);
  }
}

function send(ref, signal, title) {
  try {
    process.kill(ref.pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH') return;
    throw new UserError(
      `An earlier start of another user left ${title} running (pid ${ref.pid}), and this user may not stop it.`,
    );
  }
}
