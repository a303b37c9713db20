/** The counters of a job; `processed` counts images measured good. */
export interface JobCounters {
  readonly total: number;
  readonly processed: number;
  readonly failed: number;
  readonly cancelled: number;
}

export type JobStatus = 'ongoing' | 'completed' | 'failed';

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
