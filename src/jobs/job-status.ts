/** The counters of a job; `processed` counts images measured good. */
export interface JobCounters {
  readonly total: number;
  readonly processed: number;
  readonly failed: number;
  readonly cancelled: number;
}

export const JOB_STATUSES = ['ongoing', 'completed', 'failed'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What people want to know beyond the three words that `/api/status` has promised. */
export const JOB_STATES = ['queued', 'running', 'paused', 'completed', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What else decides about the state of a job. */
export interface JobTimes {
  readonly startedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly cancelledAt: Date | null;
}

export interface Progress extends JobCounters {
  readonly pending: number;
  /** Settled images of all, in percent with one decimal; 100 only when none is pending. */
  readonly percent: number;
}

/** `processed + failed + cancelled + pending = total`, always. */
export function progressOf({ total, processed, failed, cancelled }: JobCounters): Progress {
  const settled = processed + failed + cancelled;
  const percent = total === 0 ? 100 : Math.floor((settled / total) * 1000) / 10;
  return { total, processed, failed, cancelled, pending: total - settled, percent };
}

/** One image that was not measured is enough to fail its job, but only when every image is settled. */
export function statusOf(counters: JobCounters): JobStatus {
  const { pending, failed, cancelled } = progressOf(counters);
  if (pending > 0) return 'ongoing';
  return failed + cancelled === 0 ? 'completed' : 'failed';
}

/** A job is cancelled, not failed, where its newest run was; how it got through a pause does not matter at its end. */
export function stateOf(job: JobCounters & JobTimes): JobState {
  const status = statusOf(job);
  if (status !== 'ongoing') return job.cancelledAt ? 'cancelled' : status;
  if (job.pausedAt) return 'paused';
  return job.startedAt ? 'running' : 'queued';
}
