import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MetricsService } from '../../metrics/metrics.service.js';
import { JobSignal } from '../live/job-signal.js';
import { BulkRetryRepository, type Turn } from './bulk-retry.repository.js';

/** Between two looks for what another process left behind. */
const POLL_MS = 2_000;

/**
 * Reopens the jobs of stored retries, one after another, each in a small transaction. Every process that serves the
 * API runs one of these; each job is taken by one of them.
 */
@Injectable()
export class BulkRetrier implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Retry');
  private readonly stopping = new AbortController();
  private resting = new AbortController();
  private loop = Promise.resolve();

  constructor(
    private readonly retries: BulkRetryRepository,
    private readonly signal: JobSignal,
    private readonly metrics: MetricsService,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
  }

  /** Looks at once. */
  wake(): void {
    this.resting.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.resting = new AbortController();
      try {
        for (let turn = await this.next(); turn !== undefined; turn = await this.next()) this.tell(turn);
      } catch (error) {
        this.log.warn({ err: error }, 'Jobs could not be reopened; trying again');
        await delay(POLL_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
      await delay(POLL_MS, undefined, { signal: this.resting.signal }).catch(() => undefined);
    }
  }

  /** @returns undefined when no job waits, or the process stops */
  private async next(): Promise<Turn | undefined> {
    return this.stopping.signal.aborted ? undefined : this.retries.reopenNext();
  }

  private tell({ retryId, jobId, result }: Turn): void {
    const ids = { job_id: jobId, retry_id: retryId };
    if (result.kind === 'error') {
      this.log.warn({ ...ids, err: result.error }, 'A job could not be reopened; others go first');
    } else if (result.kind === 'reopened') {
      this.signal.hasWork(jobId);
      this.metrics.countJobs('reopened');
      this.log.log({ ...ids, ...result }, 'Job reopened');
    } else {
      this.log.log({ ...ids, kind: result.kind }, 'Job skipped');
    }
  }
}
