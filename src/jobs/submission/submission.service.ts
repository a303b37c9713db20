import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { dieAt, FAULT } from '../../config/fault-points.js';
import { jobsConfig, type JobsConfig } from '../../config/jobs.config.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import { IdempotencyConflictError } from '../jobs.errors.js';
import { JobSignal } from '../live/job-signal.js';
import { contentDigest } from './content-digest.js';
import { imageCount, type OrderedSubmission, type Submission } from './submission.js';
import { readSubmission } from './submission-reader.js';
import { VisitedStores } from './visited-stores.js';
import { KeyTakenError, SubmissionRepository, type IdempotencyClaim } from './submission.repository.js';

export interface Accepted {
  readonly jobId: string;
  /** The job was there already, stored under the same idempotency key. */
  readonly replayed: boolean;
}

/** Takes jobs in. */
@Injectable()
export class SubmissionService {
  private readonly log = new Logger('Submission');

  constructor(
    private readonly stores: VisitedStores,
    private readonly submissions: SubmissionRepository,
    private readonly signal: JobSignal,
    private readonly metrics: MetricsService,
    @Inject(jobsConfig.KEY) private readonly config: JobsConfig,
  ) {}

  /**
   * Stores a job with all its visits and images in one transaction. Nothing is
   * queued here: the dispatcher finds the job, so a dead Redis can neither
   * delay nor fail the answer.
   *
   * @param by who submits; the idempotency key is theirs alone
   * @throws InvalidInputError, VisitCountMismatchError, JobTooLargeError for a body that does not fit
   * @throws UnknownStoresError, StoreInactiveError for stores that cannot be visited
   * @throws IdempotencyConflictError when the key belongs to a job with other content
   */
  async submit(body: unknown, by: Caller, idempotencyKey?: string): Promise<Accepted> {
    const submission = await readSubmission(body, this.config.maxImages);
    const claim = idempotencyKey === undefined ? undefined : claimOf(submission, by.id, idempotencyKey);
    // A repeated request is answered like the first, even if a store has become inactive since.
    const earlier = claim && (await this.findEarlier(claim));
    if (earlier) return earlier;
    const priorities = await this.stores.check(submission.visits);
    return this.store({ ...submission, priorities }, by, claim);
  }

  private async store(
    submission: OrderedSubmission,
    by: Caller,
    claim?: IdempotencyClaim,
  ): Promise<Accepted> {
    try {
      const jobId = await this.submissions.create(submission, by, claim);
      dieAt(FAULT.afterCommit);
      this.metrics.countJobs('accepted');
      this.signal.hasWork(jobId); // best effort; the dispatcher looks by itself anyway
      const counts = { visits: submission.visits.length, images: imageCount(submission) };
      this.log.log({ job_id: jobId, request_id: by.requestId, ...counts }, 'Job accepted');
      return { jobId, replayed: false };
    } catch (error) {
      const earlier = error instanceof KeyTakenError && claim && (await this.findEarlier(claim));
      if (earlier) return earlier;
      throw error;
    }
  }

  private async findEarlier({ owner, key, digest }: IdempotencyClaim): Promise<Accepted | undefined> {
    const earlier = await this.submissions.findByKey(owner, key);
    if (!earlier) return undefined;
    if (!earlier.digest.equals(digest)) throw new IdempotencyConflictError(key);
    this.metrics.countJobs('replayed');
    return { jobId: earlier.jobId, replayed: true };
  }
}

function claimOf(submission: Submission, owner: string, key: string): IdempotencyClaim {
  return { owner, key, digest: contentDigest(submission) };
}
