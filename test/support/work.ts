import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { insider } from '../../src/access/caller.js';
import { JobControlRepository } from '../../src/jobs/control/job-control.repository.js';
import { DispatchRepository } from '../../src/jobs/dispatch/dispatch.repository.js';
import { LeasesRepository } from '../../src/jobs/dispatch/leases.repository.js';
import { RecoveryRepository } from '../../src/jobs/dispatch/recovery.repository.js';
import type { LeasedImages, WorkerIdentity } from '../../src/jobs/queue/lease.js';
import type { Outcome } from '../../src/jobs/queue/outcome.js';
import type { RangeMessage } from '../../src/jobs/queue/range-queue.js';
import { JobResultsRepository } from '../../src/jobs/results/job-results.repository.js';
import type { ImageChoice } from '../../src/jobs/retry/retry-filter.js';
import { RetryRepository, type Reopened } from '../../src/jobs/retry/retry.repository.js';
import { SubmissionRepository } from '../../src/jobs/submission/submission.repository.js';
import { groupsOn } from './groups.js';

/** The real statements on a real database, without a process around them. */
export class Work {
  readonly submissions: SubmissionRepository;
  readonly dispatch: DispatchRepository;
  readonly leases: LeasesRepository;
  readonly recovery: RecoveryRepository;
  readonly results: JobResultsRepository;
  readonly control: JobControlRepository;
  readonly retries: RetryRepository;

  constructor(readonly dataSource: DataSource) {
    this.submissions = new SubmissionRepository(dataSource);
    this.dispatch = new DispatchRepository(dataSource);
    this.leases = new LeasesRepository(dataSource);
    this.recovery = new RecoveryRepository(dataSource);
    this.results = new JobResultsRepository(dataSource);
    this.control = new JobControlRepository(dataSource);
    this.retries = new RetryRepository(dataSource, groupsOn(dataSource));
  }

  /** A job of so many images in one visit. @returns its id */
  submit(images: number, priority = 0): Promise<string> {
    const imageUrls = Array.from({ length: images }, (_, n) => `http://host/${n}.jpg`);
    const visits = [{ storeId: 'RP00001', visitTime: '2026-03-01T09:30:00.000Z', imageUrls }];
    return this.submissions.create({ visits, priority, labels: {} }, insider('cli'));
  }

  /** Hands out the next images of a job as ranges. @returns the messages a worker would get */
  async handOut(jobId: string, images: number, rangeSize = images): Promise<RangeMessage[]> {
    await this.dispatch.handOut([{ jobId, run: await this.runOf(jobId), images }], rangeSize);
    return this.announce();
  }

  /** The run the job is in. */
  async runOf(jobId: string): Promise<number> {
    return (await this.control.find(jobId))?.run ?? 0;
  }

  /** @returns images that were cancelled; undefined when nothing was left to cancel */
  async cancel(jobId: string): Promise<number | undefined> {
    const run = await this.runOf(jobId);
    return this.control.cancel(jobId, run, insider('cli'));
  }

  async pause(jobId: string): Promise<boolean> {
    return this.control.pause(jobId, await this.runOf(jobId), insider('cli'));
  }

  async resume(jobId: string): Promise<boolean> {
    return this.control.resume(jobId, await this.runOf(jobId), insider('cli'));
  }

  /** @returns what came of it */
  retry(jobId: string, choice: ImageChoice = {}): Promise<Reopened> {
    return this.retries.reopen(jobId, choice, { by: insider('cli'), filter: choice });
  }

  /** Messages of everything that waits to be announced. */
  async announce(): Promise<RangeMessage[]> {
    const messages = await this.dispatch.findUnannounced(100);
    await this.dispatch.markAnnounced(messages);
    return messages;
  }

  async claim(message: RangeMessage | undefined, worker: WorkerIdentity): Promise<LeasedImages> {
    const range = message && (await this.leases.claim(message, worker.id));
    if (!range) throw new Error('The range could not be claimed.');
    return range;
  }

  /** The worker has not been heard of since before its leases ran out. */
  async die(worker: WorkerIdentity): Promise<void> {
    await this.dataSource.query(
      `UPDATE leases SET expires_at = now() - interval '1 s' WHERE worker_id = $1`,
      [worker.id],
    );
  }

  async job(jobId: string): Promise<Record<string, unknown>> {
    const [row] = await this.dataSource.query<Record<string, unknown>[]>(
      `SELECT total, processed, failed, cancelled, run, last_failure_no, settled_at IS NOT NULL AS settled
       FROM jobs WHERE id = $1`,
      [jobId],
    );
    return row ?? {};
  }

  async count(table: string): Promise<number> {
    const [row] = await this.dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${table}`);
    return row.n;
  }
}

export function newWorker(): WorkerIdentity {
  return { id: randomUUID(), hostname: 'test', pid: 1, role: 'worker', imagesInFlight: 8 };
}

/** Every image of a range, measured. */
export function measured(range: LeasedImages, images = range.images): Outcome[] {
  return images.map(({ idx }) => ({
    kind: 'measured',
    leaseId: range.leaseId,
    jobId: range.jobId,
    run: range.run,
    idx,
    width: 3,
    height: 4,
    perimeter: 14,
    bytes: 100,
    format: 'jpeg',
    attempts: 1,
    timings: { queueMs: 1, downloadMs: 2, verifyMs: 3, simulateMs: 4 },
  }));
}

/** Every image of a range, failed. */
export function failed(range: LeasedImages, images = range.images): Outcome[] {
  return images.map(({ idx }) => ({
    kind: 'failed',
    leaseId: range.leaseId,
    jobId: range.jobId,
    run: range.run,
    idx,
    code: 'HTTP_404',
    error: `Image ${idx} is gone.`,
    attempts: 1,
    timings: {},
  }));
}

/** Every image of a range, put off for a minute. */
export function deferred(range: LeasedImages, images = range.images): Outcome[] {
  return images.map(({ idx }) => ({
    kind: 'deferred',
    leaseId: range.leaseId,
    jobId: range.jobId,
    run: range.run,
    idx,
    attempts: range.attempts + 1,
    throttles: range.throttles,
    waitMs: 60_000,
  }));
}
