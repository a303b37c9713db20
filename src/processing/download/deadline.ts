/** A time limit that can be interrupted: waiting for our own memory is not the host's fault. */
export class Deadline {
  private readonly controller = new AbortController();
  private timer?: NodeJS.Timeout;
  private startedAt = 0;

  constructor(private leftMs: number) {
    this.resume();
  }

  /** Aborted when the time is over. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get expired(): boolean {
    return this.controller.signal.aborted;
  }

  pause(): void {
    clearTimeout(this.timer);
    this.leftMs -= performance.now() - this.startedAt;
  }

  resume(): void {
    this.startedAt = performance.now();
    this.timer = setTimeout(() => this.controller.abort(), Math.max(0, this.leftMs));
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}
