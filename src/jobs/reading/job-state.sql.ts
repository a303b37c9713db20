import type { JobState, JobStatus } from '../job-status.js';

/** As `statusOf` has it. @param job the row of the job, as SQL names it */
export function statusCondition(job: string, status: JobStatus): string {
  const settled = `${job}.settled_at IS NOT NULL`;
  if (status === 'ongoing') return `${job}.settled_at IS NULL`;
  return `${settled} AND ${job}.failed + ${job}.cancelled ${status === 'completed' ? '=' : '>'} 0`;
}

/** As `stateOf` has it. @param job the row of the job, as SQL names it */
export function stateCondition(job: string, state: JobState): string {
  const CONDITIONS: Record<JobState, string> = {
    queued: `${job}.settled_at IS NULL AND ${job}.paused_at IS NULL AND ${job}.started_at IS NULL`,
    running: `${job}.settled_at IS NULL AND ${job}.paused_at IS NULL AND ${job}.started_at IS NOT NULL`,
    paused: `${job}.settled_at IS NULL AND ${job}.paused_at IS NOT NULL`,
    completed: `${statusCondition(job, 'completed')} AND ${job}.cancelled_at IS NULL`,
    failed: `${statusCondition(job, 'failed')} AND ${job}.cancelled_at IS NULL`,
    cancelled: `${job}.settled_at IS NOT NULL AND ${job}.cancelled_at IS NOT NULL`,
  };
  return CONDITIONS[state];
}
