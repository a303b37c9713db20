import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './private-file.mjs';
import { isAlive, refTo } from './process-identity.mjs';

/** Which children run, on disk, so that the launcher after a killed one finds them. */
export class PidRecords {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** @param {string} name @param {number} pid */
  add(name, pid) {
    writePrivate(this.#path(name), JSON.stringify(refTo(pid)));
  }

  /** @param {string} name */
  remove(name) {
    rmSync(this.#path(name), { force: true });
  }

  /** The recorded child if that very process still runs. @param {string} name */
  alive(name) {
    const ref = readJson(this.#path(name));
    return isAlive(ref) ? ref : undefined;
  }

  /** Every recorded name. */
  get names() {
    return readdirSync(this.folder)
      .filter((file) => file.endsWith('.pid'))
      .map((file) => file.slice(0, -'.pid'.length));
  }

  #path(name) {
    return join(this.folder, `${name}.pid`);
  }
}
