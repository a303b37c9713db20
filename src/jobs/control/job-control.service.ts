import { Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import { LeaseSignal } from '../dispatch/lease-signal.js';
import {
  JobCancelledError,
  JobNotPausedError,
  JobPausedError,
  JobSettledError,
  UnknownJobError,
} from '../jobs.errors.js';
import { JobSignal } from '../live/job-signal.js';
import { JobControlRepository, type JobCondition } from './job-control.repository.js';

/** Stops jobs, for good or for a while. */
@Injectable()
export class JobControlService {
  private readonly log = new Logger('Control');

  constructor(
    private readonly control: JobControlRepository,
    private readonly jobs: JobSignal,
    private readonly leases: LeaseSignal,
    private readonly metrics: MetricsService,
  ) {}

  /**
   * Settles a job now: what has a result keeps it, everything else is cancelled. Nothing of it
   * is started any more, and workers break off what they have begun.
   *
   * @returns how many images were cancelled
   * @throws UnknownJobError, JobSettledError, JobCancelledError
   */
  async cancel(jobId: string, by: Caller): Promise<number> {
    const images = await this.change(jobId, assertUnsettled, async ({ run }) =>
      this.control.cancel(jobId, run, by),
    );
    this.leases.revoked(); // best effort; workers look at their leases by themselves anyway
    this.jobs.hasWork(jobId); // others have its place in the window now
    this.metrics.countJobs('cancelled');
    this.metrics.countJobs('settled');
    this.log.log({ job_id: jobId, request_id: by.requestId, images }, 'Job cancelled');
    return images;
  }

  /**
   * Nothing of the job is started until it is resumed; what workers have begun they finish.
   *
   * @throws UnknownJobError, JobSettledError, JobCancelledError, JobPausedError
   */
  async pause(jobId: string, by: Caller): Promise<void> {
    await this.change(jobId, assertGoing, ({ run }) => this.control.pause(jobId, run, by));
    this.jobs.hasWork(jobId); // others have its place in the window now
    this.log.log({ job_id: jobId, request_id: by.requestId }, 'Job paused');
  }

  /** @throws UnknownJobError, JobSettledError, JobCancelledError, JobNotPausedError */
  async resume(jobId: string, by: Caller): Promise<void> {
    await this.change(jobId, assertPaused, ({ run }) => this.control.resume(jobId, run, by));
    this.jobs.hasWork(jobId);
    this.log.log({ job_id: jobId, request_id: by.requestId }, 'Job resumed');
  }

  /** A job that changes between the look and the change is looked at again; each time somebody else got something done. */
  private async change<T>(
    jobId: string,
    assertPossible: (job: JobCondition, jobId: string) => void,
    make: (job: JobCondition) => Promise<T | undefined | false>,
  ): Promise<T> {
    for (;;) {
      const job = await this.control.find(jobId);
      if (!job) throw new UnknownJobError(jobId);
      assertPossible(job, jobId);
      const made = await make(job);
      if (made !== undefined && made !== false) return made;
    }
  }
}

function assertUnsettled({ settled, cancelled, bad }: JobCondition, jobId: string): void {
  if (!settled) return;
  throw cancelled
    ? new JobCancelledError(jobId)
    : new JobSettledError(jobId, bad > 0 ? 'failed' : 'completed');
}

function assertGoing(job: JobCondition, jobId: string): void {
  assertUnsettled(job, jobId);
  if (job.paused) throw new JobPausedError(jobId);
}

function assertPaused(job: JobCondition, jobId: string): void {
  assertUnsettled(job, jobId);
  if (!job.paused) throw new JobNotPausedError(jobId);
}
