import type { Schema } from '../../api/client.js';
import { without, type Job, type JobFilter, type JobQuery, type JobState } from './job-filter.js';

/** Which jobs something is to be done with: some that were ticked, or all that fit the filter. */
export type Choice = { readonly ids: ReadonlySet<string> } | 'all';

export const NONE: Choice = { ids: new Set() };

export function isNone(choice: Choice): boolean {
  return choice !== 'all' && choice.ids.size === 0;
}

const isRetried = (state: string | undefined): state is 'failed' | 'cancelled' =>
  state === 'failed' || state === 'cancelled';

type RetryFilter = Schema<'BulkRetryFilterDto'>;

/** Jobs that one request may name by their ids. */
export const MAX_IDS = 1_000;

const OPEN: readonly JobState[] = ['queued', 'running', 'paused'];
const isOpen = (state: string) => OPEN.some((open) => open === state);

/** What can be done with the chosen jobs, as far as their rows and the filter tell. */
export interface Doable {
  readonly retry: boolean;
  readonly cancel: boolean;
}

export function doableWith(choice: Choice, filter: JobFilter, rows: readonly Job[]): Doable {
  if (choice === 'all') {
    const { state } = filter;
    if (state === undefined) return { retry: true, cancel: true };
    return { retry: isRetried(state), cancel: isOpen(state) };
  }
  const jobs = rows.filter(({ job_id }) => choice.ids.has(job_id));
  return {
    retry: jobs.some(({ state, progress }) => !isOpen(state) && progress.failed + progress.cancelled > 0),
    cancel: jobs.some(({ state }) => isOpen(state)),
  };
}

/** Of the ticked jobs, those that have not ended as far as their rows tell. */
export function openIds(ticked: ReadonlySet<string>, rows: readonly Job[]): string[] {
  return rows.filter(({ job_id, state }) => ticked.has(job_id) && isOpen(state)).map(({ job_id }) => job_id);
}

/**
 * The images that run again: those of the chosen jobs that failed or were cancelled, and fit the
 * store, area and error code that the list is narrowed by.
 */
export function retryFilterOf(choice: Choice, query: JobQuery): RetryFilter {
  const { state, store_id, area_code, group, code, reference, label, from, to } = query;
  const images = {
    ...(store_id && { store_ids: [store_id] }),
    ...(area_code && { area_codes: [area_code] }),
    ...(group && { group }),
    ...(code && { codes: [code] }),
  };
  if (choice !== 'all') return { job_ids: [...choice.ids], ...images };
  const jobs = {
    ...(isRetried(state) && { state }),
    ...(reference && { reference }),
    ...(label && { label }),
    ...(from && { from }),
    ...(to && { to }),
  } as const;
  const filter: RetryFilter = { ...jobs, ...images };
  // A filter that names nothing is refused; this one names what is retried anyway.
  return Object.keys(filter).length > 0 ? filter : { status: 'failed' };
}

/** The jobs among which those to cancel are looked for; settled ones cannot be cancelled. */
export function openJobsQuery(query: JobQuery): JobQuery & { readonly status: 'ongoing' } {
  return { ...query, status: 'ongoing' };
}

/** What the list is narrowed by that narrows the images, too. */
export function narrowsImages(filter: JobFilter): boolean {
  const rest = without(filter, 'state', 'reference', 'label', 'period', 'from', 'to');
  return Object.keys(rest).length > 0;
}

/** Of every image of all the jobs that fit; the file has the same filters under names of its own. */
export function exportPath({ state, from, to, ...images }: JobQuery): string {
  const search = new URLSearchParams(images);
  if (state) search.set('job_state', state);
  if (from) search.set('submitted_from', from);
  if (to) search.set('submitted_to', to);
  return `/api/results.csv?${search.toString()}`;
}
