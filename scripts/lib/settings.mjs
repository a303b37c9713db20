import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from './errors.mjs';

/** The clone's top folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What two copies in one clone share (an installation, a build) is locked here, whatever their DATA_DIR. */
export const SETUP_DIR = resolve(ROOT, '.data/setup');

/** Where only this machine can connect; there the application asks nobody for a key. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){1,3}|\[?::1\]?)$/i;

/**
 * The few settings the launcher needs itself. The application validates all
 * others; PORT is checked here so that a wrong one is told before an installation.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function readSettings(env = process.env) {
  const port = parsePort(env.PORT || '8081');
  return {
    port,
    host: env.HOST || '127.0.0.1',
    role: env.ROLE || 'all',
    asksForKeys: env.AUTH === 'on' || (env.AUTH !== 'off' && !LOOPBACK.test(env.HOST || '127.0.0.1')),
    publicUrl: (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    dataDir: resolve(ROOT, env.DATA_DIR || '.data'),
    /** Undefined: we bring our own. */
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl: env.REDIS_URL || undefined,
  };
}

/** @param {string} text */
function parsePort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UserError(`PORT is "${text.slice(0, 200)}", but it must be a whole number from 1 to 65535.`);
}
