import { api, content } from '../../data/api.js';
import { openJobsQuery } from './choice.js';
import { queryOf, type JobFilter, type JobQuery } from './job-filter.js';
import type { JobPage } from './job-pages.js';

/** Entries of an answer at the most. */
const MAX_LIMIT = 500;

interface Place {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One page of the jobs that fit, newest first. @throws ApiError when the filter does not fit */
export function jobsPage(filter: JobFilter, place: Place): Promise<JobPage> {
  return request(queryOf(filter, Date.now()), place);
}

/** Ids of all jobs that fit and can be cancelled, newest first. @param max no more than one above this is looked for */
export async function openJobIds(filter: JobFilter, max: number, signal: AbortSignal): Promise<string[]> {
  const query = openJobsQuery(queryOf(filter, Date.now()));
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await request(query, { limit: MAX_LIMIT, cursor, signal });
    ids.push(...page.jobs.map(({ job_id }) => job_id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && ids.length <= max);
  return ids;
}

function request(
  words: JobQuery & { status?: 'ongoing' },
  { limit, cursor, signal }: Place,
): Promise<JobPage> {
  // Whatever the address says goes to the API: its sentence tells what does not fit.
  const query = { ...words, limit, ...(cursor && { cursor }) } as typeof words & { state?: never };
  return content(api.GET('/api/jobs', { params: { query }, signal }));
}
