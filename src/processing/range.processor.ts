import { setTimeout as sleep } from 'node:timers/promises';
import { InjectQueue } from '@nestjs/bull';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Job, Queue } from 'bull';
import { LeasesService } from '../jobs/dispatch/leases.service.js';
import { MEASURE_RANGE, RANGE_QUEUE, type RangeMessage } from '../jobs/queue/range-queue.js';
import { Heartbeat } from './heartbeat.js';
import { RangePipeline } from './range.pipeline.js';
import { ThisWorker } from './this-worker.js';

/** At a stop, images under way get so long to finish; the rest goes back. */
const DRAIN_MS = 5_000;

/** Telling Redis that nothing more is wanted may take so long; it may be away. */
const PAUSE_MS = 1_000;

/**
 * Takes ranges off the queue. Registered by hand, not with @Process(): a
 * decorator runs at import time, before the validated settings exist.
 */
@Injectable()
export class RangeProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Processor');
  private readonly underWay = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    @InjectQueue(RANGE_QUEUE) private readonly queue: Queue<RangeMessage>,
    private readonly pipeline: RangePipeline,
    private readonly leases: LeasesService,
    private readonly heartbeat: Heartbeat,
    private readonly worker: ThisWorker,
  ) {}

  onApplicationBootstrap(): void {
    this.queue.on('error', (error) => this.log.debug({ err: error }, 'Redis error'));
    void this.queue
      .process(MEASURE_RANGE, 1, (job: Job<RangeMessage>) => this.take(job.data))
      .catch(() => undefined);
  }

  /** Nothing new is taken; running images finish or go back, and nothing waits for a lease to run out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.pipeline.close();
    await Promise.race([this.queue.pause(true, true).catch(() => undefined), sleep(PAUSE_MS)]);
    await Promise.race([Promise.all(this.underWay), sleep(DRAIN_MS)]);
    await this.heartbeat.stop();
    await this.leases.resign(this.worker.id);
  }

  /**
   * A message is done as soon as its range is under way: from then on the
   * lease speaks for it. So one message waits here at the most while the worker is full,
   * and ranges of one image run as many at a time as ranges of many.
   */
  private async take(range: RangeMessage): Promise<void> {
    await this.pipeline.room();
    if (this.stopping) return this.leases.handBack(range.leaseId, this.worker.id);
    const work = this.pipeline.run(range).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }
}
