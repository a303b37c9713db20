/** Deliveries a process has under way at once. They wait for others, so they cost it next to nothing. */
export const SLOTS = 32;

/** Of them, to one host. */
export const SLOTS_PER_HOST = 4;

/** A host that takes longer, or does not answer, gets one slot until it is quick again. */
const SLOW_MS = 3_000;

/** Slow hosts that are remembered; strangers make up hosts. */
const MAX_SLOW_HOSTS = 1_000;

/** Keeps slow and dead receivers from holding up the others. */
export class HostSlots {
  private readonly busy = new Map<string, number>();
  /** In the order in which they were found slow. */
  private readonly slow = new Set<string>();
  private taken = 0;

  get free(): number {
    return SLOTS - this.taken;
  }

  /** How many more deliveries may go to each host that has not the usual number of free slots. */
  rooms(): Map<string, number> {
    const known = new Set([...this.busy.keys(), ...this.slow]);
    return new Map([...known].map((host) => [host, this.room(host)]));
  }

  /** Holds a slot during the work. @param work tells whether the host answered */
  async use(host: string, work: () => Promise<boolean>): Promise<void> {
    const startedAt = performance.now();
    this.taken += 1;
    this.busy.set(host, (this.busy.get(host) ?? 0) + 1);
    let answered = false;
    try {
      answered = await work();
    } finally {
      this.giveBack(host);
      this.judge(host, answered && performance.now() - startedAt < SLOW_MS);
    }
  }

  private room(host: string): number {
    const limit = this.slow.has(host) ? 1 : SLOTS_PER_HOST;
    return Math.max(0, limit - (this.busy.get(host) ?? 0));
  }

  private giveBack(host: string): void {
    this.taken -= 1;
    const left = (this.busy.get(host) ?? 1) - 1;
    if (left > 0) this.busy.set(host, left);
    else this.busy.delete(host);
  }

  private judge(host: string, wasQuick: boolean): void {
    this.slow.delete(host);
    if (wasQuick) return;
    this.slow.add(host);
    const [oldest] = this.slow;
    if (this.slow.size > MAX_SLOW_HOSTS && oldest !== undefined) this.slow.delete(oldest);
  }
}
