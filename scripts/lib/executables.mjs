import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where package managers put programs; some are missing from the PATH of a service or of plain `su`. */
const USUAL = ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/usr/sbin', '/snap/bin'];

/**
 * The full path of the first of these programs that is installed.
 *
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findExecutable(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
