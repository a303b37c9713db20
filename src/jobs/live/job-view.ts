import { toJobDto } from '../dto/job.dto.js';
import { toJobProgress } from '../dto/live.dto.js';
import type { JobStatus } from '../job-status.js';
import type { JobEntity } from '../job.entity.js';

/** A job at one moment, put into words once for all who follow it. */
export interface JobView {
  readonly id: string;
  readonly status: JobStatus;
  readonly isSettled: boolean;
  readonly lastFailureNo: number;
  /** Images that are settled; grows within a run. */
  readonly settledImages: number;
  readonly run: number;
  /** JSON for the stream of this job alone. */
  readonly progress: string;
  /** JSON for streams of many jobs. */
  readonly summary: string;
}

export function viewOf(job: JobEntity): JobView {
  const { id, run, lastFailureNo, processed, failed, cancelled } = job;
  const progress = toJobProgress(job);
  return {
    id,
    run,
    lastFailureNo,
    status: progress.status,
    isSettled: progress.status !== 'ongoing',
    settledImages: processed + failed + cancelled,
    progress: JSON.stringify(progress),
    summary: JSON.stringify(toJobDto(job)),
  };
}

/** Two looks at a job may overtake each other; what has happened does not unhappen. */
export function isOlder(view: JobView, than: JobView): boolean {
  if (view.run !== than.run) return view.run < than.run;
  return view.settledImages < than.settledImages;
}
