import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts in hundredths of a second, on every platform Node runs on. */
const TICK_S = 0.01;

/** Whether this system tells the CPU time of other processes. */
export const canMeasureCpu = process.platform === 'linux';

/**
 * CPU time used so far by processes and all their children, in seconds. What
 * children used that have ended is in their parent's account.
 *
 * @param {number[]} pids
 */
export function cpuSeconds(pids) {
  const { processes, childrenOf } = processTable();
  const sum = (pid) =>
    (processes.get(pid)?.ticks ?? 0) +
    (childrenOf.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return pids.reduce((total, pid) => total + sum(pid), 0) * TICK_S;
}

/** The most memory a process ever held, in bytes. */
export function peakRssBytes(pid) {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1_024;
}

function processTable() {
  const processes = new Map();
  const childrenOf = new Map();
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    const entry = readStat(pid);
    if (!entry) continue;
    processes.set(pid, entry);
    childrenOf.set(entry.parent, [...(childrenOf.get(entry.parent) ?? []), pid]);
  }
  return { processes, childrenOf };
}

/** See proc(5): after the name come state, ppid, .. and, as 12th to 15th, utime, stime, cutime, cstime. */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0),
    };
  } catch {
    return undefined; // it ended meanwhile
  }
}
