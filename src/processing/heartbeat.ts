import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { RENEW_MS } from '../jobs/queue/lease-times.js';
import { LeasesService } from '../jobs/dispatch/leases.service.js';
import { RangePipeline } from './range.pipeline.js';
import { ThisWorker } from './this-worker.js';

/** Rest before a beat that somebody asked for, so that many jobs cancelled at once cost one. */
const HURRY_MS = 20;

/**
 * Tells the others that this worker is alive, and keeps its leases, also while
 * it drains. What is done under a lease that was lost, because its job was cancelled or this worker
 * was taken for dead, is broken off: its results would be dropped when they are stored.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap {
  private readonly log = new Logger('Heartbeat');
  private timer?: NodeJS.Timeout;
  private beat: Promise<void> = Promise.resolve();
  private beating = false;
  private hurried = false;
  private stopped = false;

  constructor(
    private readonly leases: LeasesService,
    private readonly ranges: RangePipeline,
    private readonly worker: ThisWorker,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.leases.onRevoked(() => this.hurry());
    await this.renew();
  }

  /** After the last beat; nothing renews a lease any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.beat;
  }

  /** A beat that is due already is not put off again: signals may come closer together than it rests. */
  private hurry(): void {
    if (this.hurried) return;
    this.hurried = true;
    if (!this.beating) this.schedule();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.renew(), this.hurried ? HURRY_MS : RENEW_MS);
  }

  private async renew(): Promise<void> {
    this.beating = true;
    this.hurried = false;
    this.beat = this.giveSignOfLife().catch((error: unknown) =>
      this.log.warn({ err: error }, 'The sign of life did not reach the database'),
    );
    await this.beat;
    this.beating = false;
    this.schedule();
  }

  private async giveSignOfLife(): Promise<void> {
    // What is claimed while the database answers is not lost because the answer does not know it.
    const claimed = this.ranges.claimed();
    const held = await this.leases.renew(this.worker);
    for (const leaseId of claimed) if (!held.has(leaseId)) this.ranges.abandon(leaseId);
    // A lease that nobody here works on was claimed by a statement whose answer was lost
    // with its connection. Renewed for ever, its images would never be measured.
    for (const leaseId of held) {
      if (!this.ranges.isUnderWay(leaseId)) await this.leases.handBack(leaseId, this.worker.id);
    }
  }
}
