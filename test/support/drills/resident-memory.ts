import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const POLL_MS = 50;

/** Bytes of a process that lie in memory right now. */
export function residentBytes(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) * 1_024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024;
}

/** Follows a process and keeps the most it ever had in memory. */
export class MemoryPeak {
  bytes = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(pid: number) {
    this.timer = setInterval(() => (this.bytes = Math.max(this.bytes, residentBytes(pid))), POLL_MS);
  }

  stop(): number {
    clearInterval(this.timer);
    return this.bytes;
  }
}

export const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MiB`;
