import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MetricsService } from '../../metrics/metrics.service.js';
import type { JobEntity } from '../job.entity.js';
import { JobListRepository } from '../reading/job-list.repository.js';
import type { EventStream } from './event-stream.js';
import { FailureReader } from './failure-reader.js';
import { JobMessages } from './job-messages.js';
import { JobSignal } from './job-signal.js';
import { viewOf, type JobView } from './job-view.js';
import { LookLoop } from './look-loop.js';
import { MessagePump } from './message-pump.js';

/** Jobs read in one statement. */
const PAGE = 500;

/**
 * Streams that follow one job each. However many there are, the jobs are read
 * together, at most four times a second, and put into words once.
 */
@Injectable()
export class JobFollowers implements OnModuleInit {
  private readonly followers = new Map<string, Set<(view: JobView) => void>>();
  private readonly changed = new Set<string>();
  private readonly loop = new LookLoop((atEverything) => this.look(atEverything));

  constructor(
    private readonly jobs: JobListRepository,
    private readonly failures: FailureReader,
    private readonly signal: JobSignal,
    private readonly metrics: MetricsService,
  ) {}

  onModuleInit(): void {
    this.signal.onChange((ids) => {
      for (const id of ids) if (this.followers.has(id)) this.changed.add(id);
    });
    this.metrics.addGauge(
      'smp_followed_jobs',
      'Jobs that live streams of this process follow, each counted once.',
      () => this.followers.size,
    );
  }

  /**
   * Tells a client what becomes of a job, until it is settled or the client goes.
   *
   * @param job as it was read for this client
   * @param toldFailures number of the last failure that the client has heard of
   */
  follow(stream: EventStream, job: JobEntity, toldFailures: number): void {
    const messages = new JobMessages(viewOf(job), toldFailures, this.failures);
    const pump = new MessagePump(stream, messages);
    const tell = (view: JobView) => {
      messages.offer(view);
      pump.wake();
    };
    const { id } = job;
    this.followers.set(id, (this.followers.get(id) ?? new Set()).add(tell));
    this.changed.add(id); // it may have changed since it was read
    this.loop.start();
    pump.wake();
    stream.whenClosed(() => this.leave(id, tell));
  }

  private leave(id: string, tell: (view: JobView) => void): void {
    const others = this.followers.get(id);
    others?.delete(tell);
    if (others?.size === 0) this.followers.delete(id);
    if (this.followers.size === 0) {
      this.changed.clear();
      this.loop.stop();
    }
  }

  private async look(atEverything: boolean): Promise<void> {
    const ids = [...(atEverything ? this.followers.keys() : this.changed)];
    this.changed.clear();
    for (let at = 0; at < ids.length; at += PAGE) {
      for (const job of await this.jobs.findByIds(ids.slice(at, at + PAGE))) this.tellAll(viewOf(job));
    }
  }

  private tellAll(view: JobView): void {
    for (const tell of this.followers.get(view.id) ?? []) tell(view);
  }
}
