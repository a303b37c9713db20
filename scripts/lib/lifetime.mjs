import { AlreadyReported, Stopped, UserError } from './errors.mjs';

const PARENT_POLL_MS = 500;

/**
 * A launcher's life: begun by `run`, ended by its work, by a signal or by the
 * death of the npm that started it; then everything that was started is stopped
 * in reverse order and the process exits.
 *
 * A second signal changes nothing: npm forwards the one the terminal has already
 * sent to the whole process group.
 */
export class Lifetime {
  #cleanups = [];
  #controller = new globalThis.AbortController();

  /** Resolves when the end was asked for. */
  ended = new Promise((resolve) => this.signal.addEventListener('abort', () => resolve()));

  /** @param {number} stopCode the exit code when a signal ended it: 0 where that is the usual end */
  constructor(stopCode = 0) {
    this.stopCode = stopCode;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => this.end());
    // A closed terminal or a reader that went away must not end us before the children are stopped.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    this.#followParent();
  }

  /** Aborted, with a `Stopped`, once the end was asked for. */
  get signal() {
    return this.#controller.signal;
  }

  end() {
    this.#controller.abort(new Stopped());
  }

  /** @param {() => Promise<unknown>} cleanup */
  onEnd(cleanup) {
    this.#cleanups.push(cleanup);
  }

  /** @param {(lifetime: Lifetime) => Promise<number | void>} main resolves to an exit code, 0 if none */
  async run(main) {
    const codeOf = (error) => (error instanceof Stopped ? this.stopCode : report(error));
    let code = await main(this).then((result) => result ?? 0, codeOf);
    for (const cleanup of this.#cleanups.reverse()) {
      await cleanup().catch((error) => (code ||= codeOf(error)));
    }
    process.exit(code);
  }

  /** npm cannot pass on a SIGKILL; whoever kills it so means us, too. */
  #followParent() {
    if (!process.env.npm_lifecycle_event) return;
    const parent = process.ppid;
    const poll = setInterval(() => process.ppid !== parent && this.end(), PARENT_POLL_MS);
    poll.unref();
  }
}

/** Says what went wrong, in a sentence where it is one for the user. @param {unknown} error @returns {number} */
function report(error) {
  if (error instanceof AlreadyReported) return error.exitCode;
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  console.error(error);
  return 1;
}
