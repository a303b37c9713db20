import { Semaphore } from '../semaphore.js';

interface Waiting {
  /** Those who wait in different lanes take turns. */
  readonly lane?: string;
  /** Called around the wait, if there has to be one. */
  readonly around?: (wait: () => Promise<void>) => Promise<void>;
}

/**
 * Keeps the number of open downloads from one host within HOST_MAX_CONCURRENT.
 * An image counts for the host of its own URL, also while it follows redirects.
 */
export class HostGate {
  private readonly hosts = new Map<string, { readonly gate: Semaphore; users: number }>();

  constructor(private readonly maxPerHost: number) {}

  /** Waits for a free place at the host, holds it during the work, and gives it back. */
  async use<T>(
    host: string,
    work: () => Promise<T>,
    { lane, around = (wait) => wait() }: Waiting = {},
  ): Promise<T> {
    const entry = this.hosts.get(host) ?? { gate: new Semaphore(this.maxPerHost), users: 0 };
    this.hosts.set(host, entry);
    entry.users += 1;
    if (entry.gate.isFull) await around(() => entry.gate.acquire(lane));
    else await entry.gate.acquire();
    try {
      return await work();
    } finally {
      entry.gate.release();
      entry.users -= 1;
      // Hosts come from strangers, so the map must not grow with every name they make up.
      if (entry.users === 0) this.hosts.delete(host);
    }
  }
}
