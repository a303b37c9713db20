import { Semaphore } from '../semaphore.js';

/** Keeps the number of open downloads from one host within HOST_MAX_CONCURRENT. */
export class HostGate {
  private readonly hosts = new Map<string, { readonly gate: Semaphore; users: number }>();

  constructor(private readonly maxPerHost: number) {}

  /** Waits for a free place at the host, holds it during the work, and gives it back. */
  async use<T>(host: string, work: () => Promise<T>): Promise<T> {
    const entry = this.hosts.get(host) ?? { gate: new Semaphore(this.maxPerHost), users: 0 };
    this.hosts.set(host, entry);
    entry.users += 1;
    try {
      return await entry.gate.use(work);
    } finally {
      entry.users -= 1;
      // Hosts come from strangers, so the map must not grow with every name they make up.
      if (entry.users === 0) this.hosts.delete(host);
    }
  }
}
