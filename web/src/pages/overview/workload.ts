import type { Schema } from '../../api/client.js';

type Job = Schema<'JobDto'>;

/** What a job was told to be, and when that was heard. */
export interface HeardJob {
  readonly job: Job;
  readonly heardMs: number;
}

/** What the service counts itself, some seconds ago. */
export interface Counted {
  readonly jobs: number;
  readonly images: number;
  /** Images settled in the last whole minute. */
  readonly lastMinute: number;
}

/** All work that is left. */
export interface Workload {
  readonly jobs: number;
  readonly byState: Readonly<Record<'running' | 'queued' | 'paused', number>>;
  /** Images that are not settled. */
  readonly images: number;
  /** Images of these that belong to paused jobs. */
  readonly pausedImages: number;
  /** Images settled per second, right now. */
  readonly perSecond: number;
  /** When all work that is not paused will be done, at this speed; null while the speed is not known. */
  readonly secondsLeft: number | null;
}

/** A speed that was told longer ago is no speed of now: jobs that stand still are not told of. */
const FRESH_MS = 15_000;

/**
 * Sums up the active jobs; where there are more than can be told of one by one, the service's own counts fill in.
 *
 * @param isAll `active` are all there are
 */
export function workloadOf(
  active: readonly HeardJob[],
  isAll: boolean,
  counted: Counted | undefined,
  nowMs: number,
): Workload {
  const byState = { running: 0, queued: 0, paused: 0 };
  const told = { images: 0, pausedImages: 0, perSecond: 0 };
  for (const { job, heardMs } of active) {
    const { state, progress } = job;
    if (state === 'running' || state === 'queued' || state === 'paused') byState[state] += 1;
    told.images += progress.pending;
    if (state === 'paused') told.pausedImages += progress.pending;
    if (nowMs - heardMs < FRESH_MS) told.perSecond += progress.images_per_second ?? 0;
  }
  const jobs = isAll ? active.length : Math.max(active.length, counted?.jobs ?? 0);
  const images = isAll ? told.images : Math.max(told.images, counted?.images ?? 0);
  const perSecond = isAll ? told.perSecond : Math.max(told.perSecond, (counted?.lastMinute ?? 0) / 60);
  const left = images - told.pausedImages;
  const secondsLeft = perSecond > 0 && left > 0 ? left / perSecond : null;
  return { jobs, byState, images, pausedImages: told.pausedImages, perSecond, secondsLeft };
}

/** Those that run come first, then those that wait for their turn; the newest of each first. */
export function inOrder(jobs: Iterable<Job>): Job[] {
  const rank = ({ state }: Job) => (state === 'running' ? 0 : state === 'queued' ? 1 : 2);
  return [...jobs].sort((a, b) => rank(a) - rank(b) || Number(b.job_id) - Number(a.job_id));
}
