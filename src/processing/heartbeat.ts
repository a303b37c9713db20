import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { RENEW_MS } from '../jobs/queue/lease-times.js';
import { LeasesService } from '../jobs/dispatch/leases.service.js';
import { RangePipeline } from './range.pipeline.js';
import { ThisWorker } from './this-worker.js';

/**
 * Tells the others that this worker is alive, and keeps its leases, also while
 * it drains. A lease that was lost all the same needs no action here: results
 * under it are dropped when they are stored.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap {
  private readonly log = new Logger('Heartbeat');
  private timer?: NodeJS.Timeout;
  private beat: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly leases: LeasesService,
    private readonly ranges: RangePipeline,
    private readonly worker: ThisWorker,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.renew();
  }

  /** After the last beat; nothing renews a lease any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.beat;
  }

  private async renew(): Promise<void> {
    this.beat = this.giveSignOfLife().catch((error: unknown) =>
      this.log.warn({ err: error }, 'The sign of life did not reach the database'),
    );
    await this.beat;
    if (!this.stopped) this.timer = setTimeout(() => void this.renew(), RENEW_MS);
  }

  /**
   * A lease that nobody here works on was claimed by a statement whose answer was lost
   * with its connection. Renewed for ever, its images would never be measured.
   */
  private async giveSignOfLife(): Promise<void> {
    const held = await this.leases.renew(this.worker);
    for (const leaseId of held) {
      if (!this.ranges.isUnderWay(leaseId)) await this.leases.handBack(leaseId, this.worker.id);
    }
  }
}
