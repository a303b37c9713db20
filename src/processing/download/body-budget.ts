/** One body's share of the budget. */
export interface BodyShare {
  /** Waits until the body may hold so many bytes in all. */
  grow(toBytes: number): Promise<void>;
  /** Gives everything back. */
  release(): void;
}

interface Request {
  readonly bytes: number;
  readonly grant: () => void;
}

/**
 * Bytes of downloaded bodies that may lie in memory at once. When the budget
 * is used up, reading pauses. Bodies that have begun go before new ones, and when
 * all of them wait for one another the first is let through over the budget,
 * so the excess is at most one body.
 */
export class BodyBudget {
  private used = 0;
  private bodies = 0;
  private readonly growing: Request[] = [];
  private readonly beginning: Request[] = [];

  constructor(private readonly bytes: number) {}

  /** Bytes promised right now. */
  get usedBytes(): number {
    return this.used;
  }

  /** Waits for room for a new body of so many bytes, as far as is known. */
  async begin(bytes: number): Promise<BodyShare> {
    await this.take(bytes, this.beginning, () => (this.bodies += 1));
    let held = bytes;
    let open = true;
    return {
      grow: async (toBytes) => {
        const more = toBytes - held;
        if (more <= 0) return;
        await this.take(more, this.growing);
        if (open) {
          held = toBytes;
        } else {
          // Released while it waited: what came too late goes back.
          this.used -= more;
          this.serve();
        }
      },
      release: () => {
        if (!open) return;
        open = false;
        this.bodies -= 1;
        this.used -= held;
        this.serve();
      },
    };
  }

  private take(bytes: number, line: Request[], started: () => void = () => undefined): Promise<void> {
    return new Promise((resolve) => {
      const grant = () => {
        this.used += bytes;
        started();
        resolve();
      };
      line.push({ bytes, grant });
      this.serve();
    });
  }

  private serve(): void {
    for (let next = this.growing[0]; next; next = this.growing[0]) {
      const allWait = this.growing.length >= this.bodies;
      if (this.used + next.bytes > this.bytes && !allWait) return;
      this.growing.shift();
      next.grant();
    }
    for (let next = this.beginning[0]; next; next = this.beginning[0]) {
      if (this.used + next.bytes > this.bytes && this.bodies > 0) return;
      this.beginning.shift();
      next.grant();
    }
  }
}
