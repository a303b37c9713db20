import { duration } from '../../parts/text.js';
import type { Job } from './job-filter.js';

/** How long a job took, or what it waits for: `4.2 s`, `16 s left`, `waiting`. */
export function sayJobTime({ state, progress, run, created_at, settled_at }: Job): string {
  if (state === 'queued') return 'waiting';
  if (state === 'paused') return 'on hold';
  if (state === 'running') {
    return progress.eta ? `${duration(progress.eta.seconds * 1_000)} left` : 'under way';
  }
  // Between a retry and the submission lies a time in which nothing was done.
  if (settled_at === null || run > 0) return '–';
  return duration(Math.max(0, Date.parse(settled_at) - Date.parse(created_at)));
}
