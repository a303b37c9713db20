/**
 * How many images this worker has taken and not finished. It takes another
 * range while it holds fewer than it can have under way, so that ranges it could not
 * start yet go to workers that can.
 */
export class Capacity {
  private held = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly images: number) {}

  /** Images taken and not finished. */
  get heldImages(): number {
    return this.held;
  }

  take(images: number): void {
    this.held += images;
  }

  give(images: number): void {
    this.held -= images;
    if (this.held < this.images) this.wakeAll();
  }

  /** Resolves when there is room for one image more. */
  async room(): Promise<void> {
    while (this.held >= this.images) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private wakeAll(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }
}
