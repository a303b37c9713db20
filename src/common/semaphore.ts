/**
 * Lets at most so many through at once. The others wait in lanes: those of one
 * lane in the order they came, and the lanes take turns, so that a long lane
 * does not hold up a short one.
 */
export class Semaphore {
  /** In the order of their turns; a lane nobody waits in is not there. */
  private readonly lanes = new Map<string, (() => void)[]>();
  private free: number;

  constructor(permits: number) {
    this.free = permits;
  }

  /** Whether the next one would have to wait. */
  get isFull(): boolean {
    return this.free === 0;
  }

  /** @throws the signal's reason, when it is aborted before there was room */
  async acquire(lane = '', signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.leave(lane, enter);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      const waiting = this.lanes.get(lane);
      if (waiting) waiting.push(enter);
      else this.lanes.set(lane, [enter]);
    });
  }

  release(): void {
    const [turn] = this.lanes;
    if (!turn) {
      this.free += 1;
      return;
    }
    const [lane, waiting] = turn;
    const next = waiting.shift();
    this.lanes.delete(lane);
    if (waiting.length > 0) this.lanes.set(lane, waiting);
    next?.();
  }

  private leave(lane: string, enter: () => void): void {
    const waiting = this.lanes.get(lane)?.filter((other) => other !== enter) ?? [];
    if (waiting.length > 0) this.lanes.set(lane, waiting);
    else this.lanes.delete(lane);
  }

  async use<T>(work: () => Promise<T>, lane?: string): Promise<T> {
    await this.acquire(lane);
    try {
      return await work();
    } finally {
      this.release();
    }
  }
}
