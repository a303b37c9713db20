import { UserError } from '../errors.mjs';
import { findExecutable } from '../executables.mjs';
import { installSystemPackage } from '../system-packages.mjs';

const NAMES = ['redis-server', 'valkey-server'];

/**
 * The path of a Redis server: found on PATH, else installed. npm has no package
 * that brings one, and a mock would not show what a real queue does.
 *
 * @param {import('../setup.mjs').SetupContext} context
 * @param {string} setting the variable that names another Redis instead
 * @returns {Promise<string>}
 */
export async function ensureRedisProgram(context, setting = 'REDIS_URL') {
  const found = findExecutable(NAMES);
  if (found) return found;
  await installSystemPackage('redis', context);
  const installed = findExecutable(NAMES);
  if (installed) return installed;
  throw new UserError(
    [
      'Redis is needed, is not installed, and could not be installed without asking. Ways out:',
      '  Debian, Ubuntu:  sudo apt-get install redis-server',
      '  Fedora:          sudo dnf install redis',
      '  macOS:           brew install redis',
      `  Docker:          docker run -d -p 6379:6379 redis, then ${setting}=redis://localhost:6379`,
      `  elsewhere:       set ${setting} to a Redis you already have`,
    ].join('\n'),
  );
}
