import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { DomainError } from '../../common/domain-error.js';
import { Semaphore } from '../../common/semaphore.js';
import { stateOf } from '../job-status.js';
import type { JobEntity } from '../job.entity.js';
import { CancelTooLargeError } from '../jobs.errors.js';
import { JobListRepository, type JobFilter } from '../reading/job-list.repository.js';
import { JobControlRepository } from './job-control.repository.js';
import { JobControlService } from './job-control.service.js';

/** Jobs that are cancelled at once at the most: the caller waits, some milliseconds for each. */
const MAX_JOBS = 1_000;

/** Jobs cancelled at the same time, by all callers: a third of the connections, so that other requests find some. */
const SIDE_BY_SIDE = 4;

/** What there is to cancel. */
interface Found {
  /** Newest first: those that wait are gone before those under way make room for them. */
  readonly open: readonly JobEntity[];
  /** Jobs that were named by their id, and are settled. */
  readonly settled: number;
}

/** What was done; jobs that were not reached, as the database failed, are in none of them. */
interface Counts {
  jobs: number;
  images: number;
  skipped: number;
}

/** Cancels many jobs, each as if it were cancelled alone. */
@Injectable()
export class BulkCancelService {
  private readonly slots = new Semaphore(SIDE_BY_SIDE);

  constructor(
    private readonly list: JobListRepository,
    private readonly control: JobControlService,
    private readonly log: JobControlRepository,
  ) {}

  /**
   * What would be cancelled; changes nothing.
   *
   * @throws CancelTooLargeError
   */
  async preview(filter: JobFilter): Promise<{ jobs: number; images: number; settled: number }> {
    const { open, settled } = await this.find(filter);
    const images = open.reduce((sum, job) => sum + job.total - job.processed - job.failed - job.cancelled, 0);
    return { jobs: open.length, images, settled };
  }

  /**
   * Cancels the jobs that fit now, each in a transaction and with an entry in the audit log of its own: what dies in the
   * middle leaves some cancelled, all of them recorded, and the others as they were. After an error of the database no
   * other is begun; the entry for all of them tells what was done by then.
   *
   * @param sent the filter as it was sent
   * @throws CancelTooLargeError, before anything is cancelled
   */
  async cancel(filter: JobFilter, sent: object, by: Caller): Promise<Counts> {
    const { open, settled } = await this.find(filter);
    const counts: Counts = { jobs: 0, images: 0, skipped: settled };
    try {
      for (let at = 0; at < open.length; at += SIDE_BY_SIDE) {
        const some = open.slice(at, at + SIDE_BY_SIDE).map(({ id }) => this.cancelOne(id, by, counts));
        const broken = (await Promise.allSettled(some)).find((one) => one.status === 'rejected');
        if (broken) throw broken.reason;
      }
    } finally {
      if (counts.jobs > 0) await this.log.recordMany(sent, counts, by);
    }
    return counts;
  }

  /** Unless the job was settled meanwhile. */
  private async cancelOne(jobId: string, by: Caller, counts: Counts): Promise<void> {
    try {
      const images = await this.slots.use(() => this.control.cancel(jobId, by));
      counts.images += images;
      counts.jobs += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      counts.skipped += 1;
    }
  }

  private async find(filter: JobFilter): Promise<Found> {
    // Jobs that are named are looked at in any state, to tell how many are settled.
    const read: JobFilter = filter.ids ? { ...filter, state: undefined } : { ...filter, status: 'ongoing' };
    const { items, nextCursor } = await this.list.findPage(read, undefined, MAX_JOBS);
    if (nextCursor !== null) throw new CancelTooLargeError(MAX_JOBS);
    const unsettled = items.filter(({ settledAt }) => settledAt === null);
    const open = unsettled.filter((job) => filter.state === undefined || stateOf(job) === filter.state);
    return { open, settled: items.length - unsettled.length };
  }
}
