import type { InfiniteData } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import type { Job } from './job-filter.js';

export type JobPage = Schema<'JobPageDto'>;
export type JobPages = InfiniteData<JobPage>;

/** Jobs at the head of the list as it is now that the list does not show yet. */
export interface NewJobs {
  readonly count: number;
  /** There are more than the head has. */
  readonly isMore: boolean;
}

export function newJobs(pages: JobPages, head: JobPage): NewJobs {
  const newest = pages.pages[0]?.jobs[0]?.job_id ?? '0';
  const count = head.jobs.filter(({ job_id }) => isNewer(job_id, newest)).length;
  return { count, isMore: count === head.jobs.length && head.next_cursor !== null };
}

/**
 * The list with its newest part as it is now: new jobs come in, and those that do not fit any more
 * go. What lies beyond the head stays; where the two do not touch any more, the list begins anew.
 * A job that both have stays as the list has it, which hears of every change but those told before it had the job.
 */
export function withHead(list: JobPages, head: JobPage): JobPages {
  const oldest = head.jobs.at(-1)?.job_id;
  const known = new Map(list.pages.flatMap(({ jobs }) => jobs.map((job) => [job.job_id, job])));
  const newest = head.jobs.map((job) => newerOf(known.get(job.job_id), job));
  const begun = { pages: [{ ...head, jobs: newest }], pageParams: [undefined] };
  if (head.next_cursor === null || oldest === undefined || newJobs(list, head).isMore) return begun;
  const pages = list.pages.map((page) => ({
    ...page,
    jobs: page.jobs.filter(({ job_id }) => isNewer(oldest, job_id)),
  }));
  const [first, ...others] = pages;
  // A list shorter than its head goes on where the head ends.
  if (!first || pages.every(({ jobs }) => jobs.length === 0)) return begun;
  return { ...list, pages: [{ ...first, jobs: [...newest, ...first.jobs] }, ...others] };
}

/** The list with what the head says of its rows; nothing moves. */
export function withStates(list: JobPages, head: JobPage): JobPages {
  const fresh = new Map(head.jobs.map((job) => [job.job_id, job]));
  const pages = list.pages.map((page) => ({
    ...page,
    jobs: page.jobs.map((job) => fresh.get(job.job_id) ?? job),
  }));
  return { ...list, pages };
}

/**
 * Jobs that rows show as ongoing and that have ended: their end was told while nobody listened,
 * or while the rows were being read.
 *
 * @param active every ongoing job there is
 */
export function idsBehind(rows: readonly Job[], active: ReadonlyMap<string, Job>): string[] {
  return rows
    .filter(({ status, job_id }) => status === 'ongoing' && !active.has(job_id))
    .map(({ job_id }) => job_id);
}

function newerOf(known: Job | undefined, job: Job): Job {
  const hasEnded = known?.status === 'ongoing' && job.status !== 'ongoing';
  return known && !hasEnded ? known : job;
}

/** Ids are numbers that may be too large for one. */
export function isNewer(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}
