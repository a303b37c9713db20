import { DomainError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';

export class VisitCountMismatchError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'VISIT_COUNT_MISMATCH';
  constructor(declared: number, received: number) {
    super(`"count" is ${declared}, but "visits" has ${received} ${received === 1 ? 'entry' : 'entries'}.`);
  }
}

export class JobTooLargeError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'JOB_TOO_LARGE';
  constructor(maxImages: number) {
    super(`A job may have at most ${maxImages} images (JOB_MAX_IMAGES); send more as several jobs.`);
  }
}

export class MalformedJobIdError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'INVALID_JOB_ID';
  constructor(given: unknown) {
    super(
      given === undefined
        ? '"jobid" is missing.'
        : `${quote(given)} is not a job id; a job id is a whole number.`,
    );
  }
}

/** `/api/status` answers 400 to a job it does not know, everything else 404. */
export class UnknownJobError extends DomainError {
  readonly code = 'JOB_NOT_FOUND';
  constructor(
    jobId: string,
    readonly kind: 'invalid' | 'not-found' = 'not-found',
  ) {
    super(`There is no job ${jobId}.`);
  }
}

export class UnknownRunError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'UNKNOWN_RUN';
  constructor(jobId: string, run: number, newest: number) {
    super(`Job ${jobId} has no run ${run}; its newest one is ${newest}.`);
  }
}

/** Old images are removed when RETENTION_DAYS says so; the job, its counters and its visits stay. */
export class ImagesRemovedError extends DomainError {
  readonly kind = 'gone';
  readonly code = 'JOB_IMAGES_REMOVED';
  constructor(jobId: string, removedAt: Date) {
    const day = removedAt.toISOString().slice(0, 10);
    super(`The images of job ${jobId} were removed on ${day}, as they were older than they are kept.`);
  }
}

export class IdempotencyConflictError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  constructor(key: string) {
    super(`The Idempotency-Key ${quote(key)} was already used for a job with other content.`);
  }
}

/** Nothing of the job is left to cancel or to pause. */
export class JobSettledError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'JOB_SETTLED';
  constructor(jobId: string, state: 'completed' | 'failed') {
    super(`Job ${jobId} is ${state}: all of its images have their result already.`);
  }
}

export class JobCancelledError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'JOB_CANCELLED';
  constructor(jobId: string) {
    super(`Job ${jobId} is cancelled already.`);
  }
}

export class JobPausedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'JOB_PAUSED';
  constructor(jobId: string) {
    super(`Job ${jobId} is paused already.`);
  }
}

export class JobNotPausedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'JOB_NOT_PAUSED';
  constructor(jobId: string) {
    super(`Job ${jobId} is not paused.`);
  }
}

/** While images are pending, nobody can say which have failed. */
export class JobOngoingError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'JOB_ONGOING';
  constructor(jobId: string) {
    super(`Job ${jobId} is still ongoing; it can run again when all of its images are settled.`);
  }
}

export class NothingToRetryError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'NOTHING_TO_RETRY';
}

export class RetryTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'RETRY_TOO_LARGE';
  constructor(found: string) {
    super(`The filter fits ${found}, too many for one retry; narrow it, by "from" and "to" for example.`);
  }
}

export class CancelTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'CANCEL_TOO_LARGE';
  constructor(maxJobs: number) {
    super(
      `The filter fits more than ${maxJobs} jobs, too many to cancel at once; narrow it, by "from" and "to" for example.`,
    );
  }
}

export class TooManyRunsError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'TOO_MANY_RUNS';
  constructor(jobId: string) {
    super(`Job ${jobId} was run again so often that it cannot be once more; submit its images as a new job.`);
  }
}

export class DispatchPausedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'DISPATCH_PAUSED';
  constructor() {
    super('All work is paused already.');
  }
}

export class DispatchNotPausedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'DISPATCH_NOT_PAUSED';
  constructor() {
    super('Work is not paused.');
  }
}

export class UnknownRetryError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'RETRY_NOT_FOUND';
  constructor(id: string) {
    super(`There is no retry ${quote(id)}.`);
  }
}

export class FiguresTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'FIGURES_TOO_LARGE';
  constructor(where = 'in this time', wayOut = 'ask for a shorter time by "from" and "to"') {
    super(`There are too many images ${where} to sum them up; ${wayOut}.`);
  }
}

/** Finding the jobs of a group takes longer than anybody waits. */
export class GroupJobsTooSlowError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'GROUP_JOBS_TOO_SLOW';
  constructor() {
    super(
      'It takes longer than 10 s to find the jobs of this group; ask for a shorter time by "from" and "to".',
    );
  }
}
