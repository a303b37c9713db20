/** What one user holds of the budget: the body of a download, or the opening of an image. */
export interface MemoryShare {
  /** Waits until so many bytes in all may be held; for ever, if the share is released meanwhile. */
  grow(toBytes: number): Promise<void>;
  /** Gives everything back. */
  release(): void;
}

interface Request {
  /** Of the share, in the order they began. */
  readonly order: number;
  readonly bytes: number;
  readonly grant: () => void;
}

/**
 * Bytes that one kind of work may hold in memory at once. When the budget is used
 * up, whoever wants more waits. Those that have begun go before new ones, the oldest
 * first, and when all of them wait for one another the oldest is let through over the
 * budget, so the excess is at most one share: that one goes on until it is done.
 */
export class MemoryBudget {
  private used = 0;
  private shares = 0;
  private begun = 0;
  /** The oldest share first. */
  private readonly growing: Request[] = [];
  private readonly beginning: Request[] = [];

  constructor(private readonly bytes: number) {}

  /** Bytes promised right now. */
  get usedBytes(): number {
    return this.used;
  }

  /** Waits for room for a new share of so many bytes, as far as is known. */
  async begin(bytes: number): Promise<MemoryShare> {
    const order = (this.begun += 1);
    await this.take({ order, bytes }, this.beginning, () => (this.shares += 1));
    let held = bytes;
    let open = true;
    return {
      grow: async (toBytes) => {
        const more = toBytes - held;
        if (more <= 0 || !open) return;
        await this.take({ order, bytes: more }, this.growing);
        held = toBytes;
      },
      release: () => {
        if (!open) return;
        open = false;
        // What it still waits for is not wanted any more, and never comes.
        const waits = this.growing.findIndex((wish) => wish.order === order);
        if (waits >= 0) this.growing.splice(waits, 1);
        this.shares -= 1;
        this.used -= held;
        this.serve();
      },
    };
  }

  private take(
    wish: Omit<Request, 'grant'>,
    line: Request[],
    started: () => void = () => undefined,
  ): Promise<void> {
    return new Promise((resolve) => {
      const grant = () => {
        this.used += wish.bytes;
        started();
        resolve();
      };
      const place = line.findLastIndex(({ order }) => order < wish.order) + 1;
      line.splice(place, 0, { ...wish, grant });
      this.serve();
    });
  }

  private serve(): void {
    for (let next = this.growing[0]; next; next = this.growing[0]) {
      const allWait = this.growing.length >= this.shares;
      if (this.used + next.bytes > this.bytes && !allWait) return;
      this.growing.shift();
      next.grant();
    }
    for (let next = this.beginning[0]; next; next = this.beginning[0]) {
      if (this.used + next.bytes > this.bytes && this.shares > 0) return;
      this.beginning.shift();
      next.grant();
    }
  }
}
