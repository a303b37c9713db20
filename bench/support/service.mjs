import { join } from 'node:path';
import { freePort } from '../../scripts/lib/ports.mjs';
import { ROOT } from '../../scripts/lib/settings.mjs';
import { Client } from './client.mjs';
import { Program } from './program.mjs';

/** Images come from loopback here, which is shut unless it is opened. */
export const OPEN_LOOPBACK = { FETCH_ALLOW_CIDRS: '127.0.0.1/32' };

/**
 * Starts `node dist/main.js`, as `npm start` and production do.
 *
 * @param {{ databaseUrl: string, redisUrl: string, role?: string, env?: NodeJS.ProcessEnv, preload?: string }} options
 * @returns {Promise<Program & { client: Client }>}
 */
export async function startService({ databaseUrl, redisUrl, role = 'all', env = {}, preload }, lifetime) {
  const port = await freePort();
  const settings = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, ROLE: role, PORT: String(port) };
  const program = await Program.start(
    join(ROOT, 'dist/main.js'),
    { env: { ...OPEN_LOOPBACK, ...settings, ...env }, execArgv: preload ? ['--import', preload] : [] },
    lifetime,
  );
  return Object.assign(program, { client: new Client(port) });
}
