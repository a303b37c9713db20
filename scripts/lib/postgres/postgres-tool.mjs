import { spawn } from 'node:child_process';
import { UserError } from '../errors.mjs';

/**
 * Runs initdb or a single-user Postgres to its end, as the account that owns the
 * data.
 *
 * @param {import('./postgres-server.mjs').PostgresContext} context
 * @param {'initdb' | 'postgres'} tool
 * @param {string[]} args
 * @param {string} [input] given on stdin
 */
export async function runPostgresTool({ binaries, account, records, lifetime }, tool, args, input = '') {
  lifetime.signal.throwIfAborted();
  const [command, ...words] = [...account.prefix, binaries[tool], ...args];
  const child = spawn(command, words, { ...account.ids, cwd: '/', detached: true });
  if (child.pid) records.add('step', child.pid);
  const stop = () => child.kill('SIGTERM');
  lifetime.signal.addEventListener('abort', stop);
  child.stdin.on('error', () => undefined); // it ended early; its exit code tells
  child.stdin.end(input);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const failure = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : lastLines(output)));
  });
  lifetime.signal.removeEventListener('abort', stop);
  records.remove('step');
  lifetime.signal.throwIfAborted();
  if (failure === undefined) return;
  throw new UserError(
    `The embedded Postgres does not work here (${failure}): set DATABASE_URL to a running server.`,
  );
}

function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' ');
}
