import { Injectable, Logger } from '@nestjs/common';
import { MetricsService } from '../../metrics/metrics.service.js';
import { DispatchSignal } from '../dispatch/dispatch-signal.js';
import { JobSignal } from '../live/job-signal.js';
import { JobResultsRepository } from './job-results.repository.js';
import type { Outcome } from '../queue/outcome.js';

/** Where workers hand in what became of their images. */
@Injectable()
export class JobResultsService {
  private readonly log = new Logger('Results');

  constructor(
    private readonly results: JobResultsRepository,
    private readonly dispatch: DispatchSignal,
    private readonly jobs: JobSignal,
    private readonly metrics: MetricsService,
  ) {}

  /**
   * Stores outcomes of any jobs together. Safe to repeat: what is stored
   * already, or belongs to a lease the worker lost, changes nothing.
   */
  async settle(workerId: string, outcomes: readonly Outcome[]): Promise<void> {
    const { settledJobs, finishedLeases } = await this.results.settle(workerId, outcomes);
    for (const jobId of settledJobs) this.log.log({ job_id: jobId }, 'Job settled');
    this.metrics.countJobs('settled', settledJobs.length);
    this.jobs.changed(new Set(outcomes.map(({ jobId }) => jobId)));
    if (finishedLeases > 0) this.dispatch.wake();
  }
}
