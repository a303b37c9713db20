import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that only its owner reads, whole or not at all: a launcher may
 * be killed at any line, and the next one has to believe what it finds.
 *
 * @param {string} path
 * @param {string} text
 */
export function writePrivate(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/** @param {string} path @returns {any} undefined when the file is missing or no JSON */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
