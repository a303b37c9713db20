import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf } from '../process-identity.mjs';

const POLL_MS = 30;

/**
 * Waits until the server is ready, the way pg_ctl does: it writes its state into
 * line 8 of its own pid file.
 *
 * @param {string} folder the data folder
 * @param {number | undefined} pid the server we mean
 * @param {AbortSignal} gone
 */
export async function untilPostgresReady(folder, pid, gone) {
  for (;;) {
    const lines = read(folder);
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return;
    gone.throwIfAborted();
    await sleep(POLL_MS);
  }
}

/**
 * Deals with the server the pid file names, if any runs under that number. One
 * that serves this folder (its launcher was killed before it could record it) is
 * stopped. Any other process only got the number after a crash of the machine;
 * Postgres would take it for a server and refuse to start.
 *
 * @param {string} folder
 */
export async function settleOldServer(folder) {
  const pid = Number(read(folder)[0]);
  const command = pid ? commandLineOf(pid) : '';
  if (command === '') return; // none, or dead: Postgres cleans up better than we could
  if (!servesFolder(command, folder)) return rmSync(join(folder, 'postmaster.pid'), { force: true });
  process.kill(pid, 'SIGINT');
  while (servesFolder(commandLineOf(pid), folder)) await sleep(POLL_MS);
}

function servesFolder(command, folder) {
  return command.includes(`-D ${folder} `);
}

function read(folder) {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
