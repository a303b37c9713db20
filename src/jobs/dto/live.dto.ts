import { encodeCursor } from '../../common/cursor.js';
import { stateOf, statusOf, type JobState, type JobStatus } from '../job-status.js';
import type { JobEntity } from '../job.entity.js';
import type { NumberedFailure } from '../reading/image-list.repository.js';
import { toFailureDto, type FailureDto } from './failure.dto.js';
import { toProgressDto, type ProgressDto } from './progress.dto.js';

/** Data of `progress` and `settled` on the stream of a job. */
export interface JobProgressMessage {
  readonly job_id: string;
  readonly status: JobStatus;
  readonly state: JobState;
  readonly run: number;
  /** Somebody had images run again after the job was settled. */
  readonly reopened: boolean;
  readonly progress: ProgressDto;
}

/** Data of `images-failed`. */
export interface ImagesFailedMessage {
  readonly failures: readonly FailureDto[];
  /** Cursor of the failures after these for `GET /api/jobs/:id/failures`; null when there are none so far. */
  readonly more: string | null;
}

export function toJobProgress(job: JobEntity): JobProgressMessage {
  const { id, run } = job;
  const states = { status: statusOf(job), state: stateOf(job) };
  return { job_id: id, ...states, run, reopened: run > 0, progress: toProgressDto(job) };
}

export function toImagesFailed(failures: readonly NumberedFailure[], hasMore: boolean): ImagesFailedMessage {
  const last = failures.at(-1);
  const more = hasMore && last !== undefined ? encodeCursor([String(last.failureNo)]) : null;
  return { failures: failures.map(toFailureDto), more };
}
