import { Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import {
  ImagesRemovedError,
  JobOngoingError,
  NothingToRetryError,
  TooManyRunsError,
  UnknownJobError,
} from '../jobs.errors.js';
import { JobSignal } from '../live/job-signal.js';
import { JobsService } from '../reading/jobs.service.js';
import type { ImageChoice, RetryCounts } from './retry-filter.js';
import { RetryRepository } from './retry.repository.js';

/** Runs failed and cancelled images of a settled job again. */
@Injectable()
export class RetryService {
  private readonly log = new Logger('Retry');

  constructor(
    private readonly retries: RetryRepository,
    private readonly jobs: JobsService,
    private readonly signal: JobSignal,
    private readonly metrics: MetricsService,
  ) {}

  /**
   * Reopens a job: the chosen images become a run of their own, all other results stay.
   *
   * @param filter the choice as it was sent, for the job's events
   * @throws UnknownJobError, JobOngoingError, ImagesRemovedError, NothingToRetryError, TooManyRunsError
   */
  async retry(
    jobId: string,
    choice: ImageChoice,
    filter: object,
    by: Caller,
  ): Promise<{ run: number; images: number }> {
    const reopened = await this.retries.reopen(jobId, choice, { by, filter });
    switch (reopened.kind) {
      case 'unknown':
        throw new UnknownJobError(jobId);
      case 'ongoing':
        throw new JobOngoingError(jobId);
      case 'removed':
        throw new ImagesRemovedError(jobId, reopened.removedAt);
      case 'nothing':
        throw new NothingToRetryError(`Job ${jobId} has no failed or cancelled image that fits the filter.`);
      case 'too-many-runs':
        throw new TooManyRunsError(jobId);
      case 'reopened':
        this.signal.hasWork(jobId);
        this.metrics.countJobs('reopened');
        this.log.log({ job_id: jobId, request_id: by.requestId, ...reopened }, 'Job reopened');
        return reopened;
    }
  }

  /**
   * What a retry would take; changes nothing.
   *
   * @throws UnknownJobError, ImagesRemovedError, JobOngoingError
   */
  async preview(jobId: string, choice: ImageChoice): Promise<RetryCounts> {
    const { settledAt } = await this.jobs.findWithImages(jobId);
    if (!settledAt) throw new JobOngoingError(jobId);
    return this.retries.count(jobId, choice);
  }
}
