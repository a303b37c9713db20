import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { UserError } from '../errors.mjs';
import { writePrivate } from '../private-file.mjs';
import { runPostgresTool } from './postgres-tool.mjs';

/** The one database the application uses. */
export const DATABASE = 'smp';

/**
 * Makes sure that DATA_DIR/postgres holds a cluster this Postgres can serve.
 *
 * A new one is made beside it and renamed, database included: killed at any
 * moment, what is in place is whole or nothing.
 *
 * @param {import('./postgres-server.mjs').PostgresContext} context
 */
export async function ensureCluster(context) {
  const { folder, binaries, account } = context;
  if (!existsSync(folder)) return createCluster(context);
  handOver(folder, account.owner);
  assertVersion(folder, binaries.major);
}

/** @param {string} folder @param {string} major */
function assertVersion(folder, major) {
  const file = join(folder, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (found === major) return;
  throw new UserError(
    found
      ? `The data in ${folder} belongs to PostgreSQL ${found}, but this program brings PostgreSQL ${major}: ` +
          `set DATABASE_URL to a PostgreSQL ${found} server that uses it, or dump it there and load the dump after a start with a new DATA_DIR.`
      : `${folder} is no Postgres data folder (it has no PG_VERSION): move it away, or set another DATA_DIR.`,
  );
}

async function createCluster(context) {
  const { folder, account, password, progress } = context;
  const draft = `${folder}.new`;
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(draft, { mode: 0o700 });
  writePrivate(passwordFile, password);
  for (const path of [draft, passwordFile]) chownSync(path, account.owner.uid, account.owner.gid);
  try {
    await progress.step('Creating the database', async () => {
      await initialise(context, draft, passwordFile);
      const single = ['--single', '-c', 'exit_on_error=true', '-D', draft, 'postgres'];
      await runPostgresTool(context, 'postgres', single, `CREATE DATABASE ${DATABASE};\n`);
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, folder);
}

/**
 * Sorting and case rules are Postgres' own (the same on every system and after
 * every update of it); C.UTF-8 for the rest, and C where the system has none.
 */
async function initialise(context, draft, passwordFile) {
  const args = (locale) => [
    ...['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`],
  ];
  try {
    await runPostgresTool(context, 'initdb', args('C.UTF-8'));
  } catch (error) {
    if (!/invalid locale/.test(error.message)) throw error;
    await runPostgresTool(context, 'initdb', args('C'));
  }
}

/** The account may be another one than last time (made since, or the clone was moved). */
function handOver(folder, { uid, gid }) {
  if (statSync(folder).uid === uid) return;
  if (process.getuid() !== 0) {
    throw new UserError(
      `${folder} belongs to another user (uid ${statSync(folder).uid}): start as that user or as root, or set another DATA_DIR.`,
    );
  }
  spawnSync('chown', ['-R', `${uid}:${gid}`, folder], { stdio: 'inherit' });
  chmodSync(folder, 0o700);
}
