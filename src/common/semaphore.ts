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

  async acquire(lane = ''): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve) => {
      const waiting = this.lanes.get(lane);
      if (waiting) waiting.push(resolve);
      else this.lanes.set(lane, [resolve]);
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

  async use<T>(work: () => Promise<T>, lane?: string): Promise<T> {
    await this.acquire(lane);
    try {
      return await work();
    } finally {
      this.release();
    }
  }
}
