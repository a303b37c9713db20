import { setTimeout as sleep } from 'node:timers/promises';
import { CHILD_KINDS } from './child-kinds.mjs';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A child that lived this long starts again at once. */
const HEALTHY_MS = 60_000;

/** Why a child ended, for a sentence. */
export class ChildEnded extends Error {
  /** @param {string} title @param {{ code?: number | null, signal?: string | null, error?: Error }} outcome */
  constructor(title, outcome) {
    super(`${title[0].toUpperCase()}${title.slice(1)} ended (${describe(outcome)})`);
    this.outcome = outcome;
  }
}

/**
 * A child that has to be there: started, awaited, started again when it dies
 * (the same command, so the same port), and stopped with a grace time.
 *
 * Every child runs in a session of its own. Ctrl-C in a terminal reaches the
 * whole process group at once, and the database must not go before its user.
 */
export class SupervisedChild {
  #child;
  #exit;
  #stopping = false;
  #pauseMs = FIRST_PAUSE_MS;

  /**
   * @param {object} options
   * @param {keyof typeof CHILD_KINDS} options.name
   * @param {() => import('node:child_process').ChildProcess} options.launch spawns detached
   * @param {(child: import('node:child_process').ChildProcess, signal: AbortSignal) => Promise<void>} options.ready
   * @param {import('./lifetime.mjs').Lifetime} options.lifetime whose end `start` does not outwait
   * @param {import('./pid-records.mjs').PidRecords} options.records
   * @param {import('./progress.mjs').Progress} options.progress
   */
  constructor(options) {
    this.options = options;
    this.kind = CHILD_KINDS[options.name];
  }

  /** Resolves when the child is ready; rejects with `ChildEnded` when it ended before. */
  async start() {
    await this.#launch();
    this.#followLife();
  }

  /** Ends the child for good; harmless when it never ran. */
  async stop() {
    this.#stopping = true;
    await this.#end();
  }

  /** Replaces a running child by a new one (its program changed). */
  async restart() {
    await this.stop();
    this.#stopping = false;
    await this.start();
  }

  async #end() {
    if (!this.#child) return;
    this.#child.kill(this.kind.signal);
    const late = setTimeout(() => this.#child.kill('SIGKILL'), this.kind.graceMs);
    await this.#exit;
    clearTimeout(late);
  }

  async #launch() {
    const { name, launch, ready, records, lifetime } = this.options;
    lifetime.signal.throwIfAborted();
    const child = launch();
    const gone = new globalThis.AbortController();
    const exit = new Promise((resolve) => {
      child.once('error', (error) => resolve({ error }));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    }).then((outcome) => {
      gone.abort();
      records.remove(name);
      return outcome;
    });
    if (child.pid) records.add(name, child.pid);
    this.#child = child;
    this.#exit = exit;

    const readiness = ready(child, gone.signal).then(() => undefined);
    readiness.catch(() => undefined);
    const ended = await Promise.race([exit, readiness, lifetime.ended]);
    lifetime.signal.throwIfAborted();
    if (ended) throw new ChildEnded(this.kind.title, ended);
  }

  #followLife() {
    const begun = Date.now();
    void this.#exit.then((outcome) => {
      if (this.#stopping || this.options.lifetime.signal.aborted) return;
      if (Date.now() - begun > HEALTHY_MS) this.#pauseMs = FIRST_PAUSE_MS;
      void this.#revive(new ChildEnded(this.kind.title, outcome));
    });
  }

  async #revive(reason) {
    const { progress, lifetime } = this.options;
    const dead = this.#child;
    progress.line(`${reason.message}; starting it again in ${this.#pauseMs / 1000} s`);
    await sleep(this.#pauseMs);
    if (lifetime.signal.aborted || this.#child !== dead) return; // the end, or restarted meanwhile
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    try {
      await this.start();
      progress.line(`Running again: ${this.kind.title}`);
    } catch (error) {
      if (!lifetime.signal.aborted) await this.#revive(error);
    }
  }
}

function describe({ code, signal, error }) {
  if (error) return error.message;
  return signal ? `signal ${signal}` : `exit code ${code}`;
}
