/** Deliveries a process has under way at once. They wait for others, so they cost it next to nothing. */
export const SLOTS = 32;

/** Of them, to one host that answered quickly the last time. Every other host has one. */
const SLOTS_PER_QUICK_HOST = 4;

/** Of them, to all hosts together that are slow, dead or not known yet: the others always have the rest. */
const SLOTS_FOR_OTHERS = 16;

/** A host that takes longer, or does not answer, is not quick. */
const SLOW_MS = 3_000;

/** Quick hosts that are remembered, those that answered last; each look for what is due names them. */
const MAX_QUICK_HOSTS = 500;

/** Keeps slow and dead receivers from holding up the others. */
export class HostSlots {
  private readonly busy = new Map<string, number>();
  /** In the order in which they answered. */
  private readonly quick = new Set<string>();
  private taken = 0;

  get free(): number {
    return SLOTS - this.taken;
  }

  /** How many more deliveries may go to hosts that are not quick, all together. */
  get freeForOthers(): number {
    const taken = [...this.busy].reduce((sum, [host, count]) => sum + (this.quick.has(host) ? 0 : count), 0);
    return Math.max(0, SLOTS_FOR_OTHERS - taken);
  }

  /** How many more deliveries may go to each quick or busy host. All others have room for one. */
  rooms(): Map<string, number> {
    const known = new Set([...this.busy.keys(), ...this.quick]);
    return new Map([...known].map((host) => [host, this.room(host)]));
  }

  isQuick(host: string): boolean {
    return this.quick.has(host);
  }

  /** Holds a slot during the work. @param work tells whether the host answered; undefined when it was not asked */
  async use(host: string, work: () => Promise<boolean | undefined>): Promise<void> {
    const startedAt = performance.now();
    this.taken += 1;
    this.busy.set(host, (this.busy.get(host) ?? 0) + 1);
    try {
      const answered = await work();
      if (answered !== undefined) this.judge(host, answered && performance.now() - startedAt < SLOW_MS);
    } finally {
      this.giveBack(host);
    }
  }

  private room(host: string): number {
    const limit = this.quick.has(host) ? SLOTS_PER_QUICK_HOST : 1;
    return Math.max(0, limit - (this.busy.get(host) ?? 0));
  }

  private giveBack(host: string): void {
    this.taken -= 1;
    const left = (this.busy.get(host) ?? 1) - 1;
    if (left > 0) this.busy.set(host, left);
    else this.busy.delete(host);
  }

  private judge(host: string, isQuick: boolean): void {
    this.quick.delete(host);
    if (!isQuick) return;
    this.quick.add(host);
    const [oldest] = this.quick;
    if (this.quick.size > MAX_QUICK_HOSTS && oldest !== undefined) this.quick.delete(oldest);
  }
}
