import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';

/** One old log is kept beside the current one. */
const MAX_LOG_BYTES = 10 * 1024 * 1024;

/**
 * Starts a service that writes to a log file: it outlives a killed launcher, and
 * a write to a broken pipe would end it without a shutdown.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ log: string, uid?: number, gid?: number }} options
 */
export function spawnService(command, args, { log, ...ids }) {
  if (existsSync(log) && statSync(log).size > MAX_LOG_BYTES) renameSync(log, `${log}.1`);
  const fd = openSync(log, 'a', 0o600);
  try {
    // The working folder may be one that another user (uid) may not enter.
    return spawn(command, args, { ...ids, cwd: '/', detached: true, stdio: ['ignore', fd, fd] });
  } finally {
    closeSync(fd);
  }
}
