import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/**
 * A process told apart from any other that may get its number later.
 *
 * @typedef {{ pid: number, identity: string }} ProcessRef
 */

/** @param {number} pid @returns {ProcessRef} */
export function refTo(pid) {
  return { pid, identity: identityOf(pid) ?? 'gone' };
}

/** True while the very process that was recorded runs; a zombie does not. @param {ProcessRef | undefined} ref */
export function isAlive(ref) {
  return ref !== undefined && identityOf(ref.pid) === ref.identity;
}

/** When a process began, in the system's own words: pids come again, pid plus beginning does not. */
function identityOf(pid) {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid) {
  try {
    // The name (field 2, in brackets) may hold blanks and brackets; the state is field 3, the start time field 22.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if ('ZX'.includes(fields[0])) return undefined;
    return `${readFileSync(BOOT_ID, 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function fromPs(pid) {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const [state, ...started] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { env })
      .toString()
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}

/** The command line of a process, blanks between its words; empty when it is gone. @param {number} pid */
export function commandLineOf(pid) {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    }
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
      .toString()
      .trim();
  } catch {
    return '';
  }
}
