import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const POLL_MS = 50;

/** Bytes of a process that lie in memory right now; none when it has ended. */
export function residentBytes(pid: number): number {
  try {
    return kibibytes(pid) * 1_024;
  } catch {
    return 0;
  }
}

function kibibytes(pid: number): number {
  if (process.platform === 'linux')
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** Follows a process and keeps the most it ever had in memory. */
export class MemoryPeak {
  bytes = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(pid: number) {
    this.timer = setInterval(() => (this.bytes = Math.max(this.bytes, residentBytes(pid))), POLL_MS).unref();
  }

  stop(): number {
    clearInterval(this.timer);
    return this.bytes;
  }
}

export const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MiB`;
