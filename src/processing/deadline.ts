/** A time limit that can be interrupted: waiting for our own memory is not the host's fault. */
export class Deadline {
  private timer?: NodeJS.Timeout;
  private startedAt = 0;
  private over = false;

  /** Whether the time is over. */
  expired = false;

  /** @param onExpired called once, when the time is over */
  constructor(
    private leftMs: number,
    private readonly onExpired: () => void,
  ) {
    this.resume();
  }

  /** Stops the clock for the length of a wait. */
  async pausedFor<T>(wait: () => Promise<T>): Promise<T> {
    clearTimeout(this.timer);
    this.leftMs -= performance.now() - this.startedAt;
    try {
      return await wait();
    } finally {
      this.resume();
    }
  }

  /** Nothing has to be in time any more. */
  clear(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  private resume(): void {
    if (this.over) return;
    this.startedAt = performance.now();
    this.timer = setTimeout(() => this.expire(), Math.max(0, this.leftMs));
  }

  private expire(): void {
    this.expired = true;
    this.onExpired();
  }
}
