import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../errors.mjs';
import { freePort } from '../ports.mjs';
import { secretIn } from '../secret.mjs';
import { spawnService } from '../spawn-service.mjs';
import { ChildEnded, SupervisedChild } from '../supervised-child.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { DATABASE, ensureCluster } from './postgres-cluster.mjs';
import { settleOldServer, untilPostgresReady } from './postmaster-file.mjs';

/** Processes of a killed server may hold its shared memory for a moment. */
const ATTEMPTS = 5;
const RETRY_MS = 1000;

/**
 * @typedef {import('../services.mjs').ServiceContext & { folder: string, password: string,
 *   binaries: ReturnType<typeof postgresBinaries>,
 *   account: import('./postgres-account.mjs').PostgresAccount }} PostgresContext
 */

/**
 * Starts Postgres with its data in DATA_DIR/postgres: loopback only, with a password.
 *
 * @param {import('../services.mjs').ServiceContext} services
 * @returns {Promise<string>} the URL of the application's database
 */
export async function startPostgres(services) {
  const { dataDir, lifetime, lastPorts } = services;
  const binaries = postgresBinaries();
  const account = postgresAccount({ postgres: binaries.postgres, dataDir });
  const password = secretIn(join(dataDir, 'postgres.password'));
  const context = { ...services, binaries, account, password, folder: join(dataDir, 'postgres') };
  await ensureCluster(context);
  await settleOldServer(context.folder);

  let port = lastPorts.postgres;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    port = await freePort(port);
    const child = postgresChild(context, port);
    lifetime.onEnd(() => child.stop());
    try {
      await child.start();
      return `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`;
    } catch (error) {
      lifetime.signal.throwIfAborted();
      if (!(error instanceof ChildEnded)) throw error;
      await sleep(RETRY_MS);
    }
  }
  throw new UserError(`Postgres does not start; its log ${join(dataDir, 'postgres.log')} says why.`);
}

function postgresChild(
  { dataDir, folder, binaries, account, lifetime, records, progress, postgresFlags = [] },
  port,
) {
  const network = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const flags = [...network, ...postgresFlags].flatMap((flag) => ['-c', flag]);
  const [command, ...args] = [
    ...account.prefix,
    binaries.postgres,
    '-D',
    folder,
    '-p',
    String(port),
    ...flags,
  ];
  return new SupervisedChild({
    name: 'postgres',
    launch: () => spawnService(command, args, { ...account.ids, log: join(dataDir, 'postgres.log') }),
    ready: (child, gone) => untilPostgresReady(folder, child.pid, gone),
    lifetime,
    records,
    progress,
  });
}
