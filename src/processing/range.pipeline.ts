import { setMaxListeners } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import type { ClaimedRange } from '../jobs/queue/lease.js';
import { LeasesService } from '../jobs/dispatch/leases.service.js';
import type { RangeMessage } from '../jobs/queue/range-queue.js';
import { Capacity } from './capacity.js';
import { ImagePipeline } from './image.pipeline.js';
import { ResultRecorder } from './record/result-recorder.js';
import { ThisWorker } from './this-worker.js';

/** One range in, one stored result per image out; never throws for a bad image. */
@Injectable()
export class RangePipeline {
  private readonly log = new Logger('Pipeline');
  /** What ends the work on each lease; absent while the lease is being claimed. */
  private readonly underWay = new Map<string, AbortController | undefined>();
  private suspectUnderWay = false;

  constructor(
    private readonly leases: LeasesService,
    private readonly images: ImagePipeline,
    private readonly recorder: ResultRecorder,
    private readonly worker: ThisWorker,
    private readonly capacity: Capacity,
  ) {}

  /** Resolves when this worker can take another range. */
  room(): Promise<void> {
    return this.capacity.room();
  }

  /** Nobody waits for room any more. */
  close(): void {
    this.capacity.close();
  }

  /** Whether the lease is being claimed, or its images are being measured. */
  isUnderWay(leaseId: string): boolean {
    return this.underWay.has(leaseId);
  }

  /** The leases whose images are being measured. */
  claimed(): string[] {
    return [...this.underWay].filter(([, work]) => work !== undefined).map(([leaseId]) => leaseId);
  }

  /** Breaks off whatever is done under a lease; its images hand in nothing more. */
  abandon(leaseId: string): void {
    this.underWay.get(leaseId)?.abort();
  }

  async run(message: RangeMessage): Promise<void> {
    if (this.underWay.has(message.leaseId)) return; // delivered twice
    this.underWay.set(message.leaseId, undefined);
    await this.take(message);
    this.underWay.delete(message.leaseId);
  }

  private async take(message: RangeMessage): Promise<void> {
    const expected = message.to - message.from;
    this.capacity.take(expected);
    let range: ClaimedRange | undefined;
    try {
      range = await this.leases.claim(message, this.worker.id);
    } catch (error) {
      // The lease stays free and is announced again, or was claimed all the same and is given back by the heartbeat.
      this.log.warn({ err: error, lease_id: message.leaseId }, 'A range could not be claimed');
    }
    this.capacity.give(expected - (range?.images.length ?? 0));
    if (range) await (range.suspect ? this.measureSuspect(range) : this.measure(range));
  }

  /** Two suspects at once could not be told apart if the worker died again. */
  private async measureSuspect(range: ClaimedRange): Promise<void> {
    if (this.suspectUnderWay) {
      this.capacity.give(range.images.length);
      await this.leases.handBack(range.leaseId, this.worker.id).catch(() => undefined);
      return;
    }
    this.suspectUnderWay = true;
    await this.measure(range).finally(() => (this.suspectUnderWay = false));
  }

  private async measure(range: ClaimedRange): Promise<void> {
    const work = new AbortController();
    setMaxListeners(0, work.signal); // each image of the range has one while it waits for something
    this.underWay.set(range.leaseId, work);
    await Promise.all(
      range.images.map(async (image) => {
        const outcome = await this.images.run(range, image, work.signal);
        if (outcome && !work.signal.aborted) await this.recorder.add(outcome);
        this.capacity.give(1);
      }),
    );
  }
}
