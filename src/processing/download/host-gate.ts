import { Semaphore } from '../../common/semaphore.js';

interface Waiting {
  /** Those who wait in different lanes take turns. */
  readonly lane?: string;
  /** Ends the wait: nobody needs the place any more. */
  readonly signal?: AbortSignal;
  /** Called around the wait, if there has to be one. */
  readonly around?: (wait: () => Promise<void>) => Promise<void>;
}

interface Entry {
  readonly gate: Semaphore;
  /** Those who are in, and those who wait. */
  users: number;
}

/** Gives the place at one host back, and waits for one at another. */
export type MoveTo = (host: string) => Promise<void>;

/**
 * Keeps the number of open downloads from one host within HOST_MAX_CONCURRENT.
 * Work that goes on at another host moves there. It gives its place back first: whoever
 * holds one and waits for another could wait for somebody who does the same the other way round.
 */
export class HostGate {
  private readonly hosts = new Map<string, Entry>();

  constructor(private readonly maxPerHost: number) {}

  /** Waits for a free place at the host, holds it during the work, and gives it back. */
  async use<T>(host: string, work: (moveTo: MoveTo) => Promise<T>, waiting: Waiting = {}): Promise<T> {
    await this.enter(host, waiting);
    let at: string | undefined = host;
    try {
      return await work(async (next) => {
        if (at === next) return;
        if (at !== undefined) this.leave(at);
        at = undefined;
        await this.enter(next, waiting);
        at = next;
      });
    } finally {
      if (at !== undefined) this.leave(at);
    }
  }

  private async enter(host: string, { lane, signal, around = (wait) => wait() }: Waiting): Promise<void> {
    const entry = this.hosts.get(host) ?? { gate: new Semaphore(this.maxPerHost), users: 0 };
    this.hosts.set(host, entry);
    entry.users += 1;
    let entered = false;
    const enter = async () => {
      await entry.gate.acquire(lane, signal);
      entered = true;
    };
    try {
      await (entry.gate.isFull ? around(enter) : enter());
    } catch (error) {
      if (entered) entry.gate.release();
      this.forget(host, entry);
      throw error;
    }
  }

  private leave(host: string): void {
    const entry = this.hosts.get(host);
    if (!entry) return;
    entry.gate.release();
    this.forget(host, entry);
  }

  /** Hosts come from strangers, so the map must not grow with every name they make up. */
  private forget(host: string, entry: Entry): void {
    entry.users -= 1;
    if (entry.users === 0) this.hosts.delete(host);
  }
}
