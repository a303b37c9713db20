import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivate } from './private-file.mjs';

/**
 * The password kept in a file of mode 0600, made up when there is none yet.
 *
 * @param {string} path
 */
export function secretIn(path) {
  if (!existsSync(path)) writePrivate(path, randomBytes(24).toString('hex'));
  return readFileSync(path, 'utf8').trim();
}
