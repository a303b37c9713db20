import { performance } from 'node:perf_hooks';

/** Long silence looks like a hang; a step that lasts says so this often. */
const TICK_MS = 10_000;

/** Step lines with the time since the start, on a stream of choice (`--json` needs stdout for itself). */
export class Progress {
  #begun = performance.now();

  /** @param {NodeJS.WritableStream} stream */
  constructor(stream = process.stdout) {
    this.stream = stream;
  }

  /** Seconds since the start. */
  get elapsed() {
    return (performance.now() - this.#begun) / 1000;
  }

  /** @param {string} text */
  line(text) {
    this.stream.write(`[${this.elapsed.toFixed(1).padStart(6)} s] ${text}\n`);
  }

  /**
   * Says what begins, and while it lasts that it still does.
   *
   * @template T
   * @param {string} text
   * @param {() => Promise<T>} work
   */
  async step(text, work) {
    this.line(text);
    const tick = setInterval(() => this.line(`... still at it: ${text}`), TICK_MS);
    try {
      return await work();
    } finally {
      clearInterval(tick);
    }
  }
}
