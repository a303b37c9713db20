import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writePrivate } from './private-file.mjs';
import { isAlive, refTo } from './process-identity.mjs';

const RETRY_MS = 200;

/** A lock file that names its holder, and dies with it: a killed holder's lock is taken over. */
export class Lock {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
  }

  /** The live holder's record, or undefined. */
  get holder() {
    const record = readJson(this.path);
    return isAlive(record) ? record : undefined;
  }

  /**
   * Waits until the lock is ours.
   *
   * @param {object} about what others may know of us, kept in the file
   * @param {(holder: object) => void} onBusy called again and again while another holds it; throws to give up
   * @param {AbortSignal} signal
   */
  async take(about, onBusy, signal) {
    mkdirSync(dirname(this.path), { recursive: true });
    this.record = { ...refTo(process.pid), ...about };
    while (!this.#tryTake()) {
      signal.throwIfAborted();
      const { holder } = this;
      if (!holder) {
        this.#clearDead();
        continue;
      }
      onBusy(holder);
      await sleep(RETRY_MS);
    }
  }

  /** Changes what others may know of us, if the folder still exists. @param {object} about */
  update(about) {
    this.record = { ...this.record, ...about };
    if (existsSync(dirname(this.path))) writePrivate(this.path, JSON.stringify(this.record));
  }

  release() {
    if (readJson(this.path)?.pid === process.pid) rmSync(this.path, { force: true });
  }

  /** link() fails when the name is taken, and the file has its content from the first moment. */
  #tryTake() {
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.record), { mode: 0o600 });
    try {
      linkSync(draft, this.path);
      return true;
    } catch (error) {
      if (error.code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Moves a dead holder's file away; two who do it at once must not remove the winner's new one. */
  #clearDead() {
    const aside = `${this.path}.dead.${process.pid}`;
    try {
      renameSync(this.path, aside);
      if (isAlive(readJson(aside))) linkSync(aside, this.path);
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
    }
    rmSync(aside, { force: true });
  }
}
