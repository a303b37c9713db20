import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { isOngoing, type JobDetail } from './use-job.js';

export type Summary = Schema<'JobSummaryDto'>;

/** The service reads all images of the job for it: 0.25 s for 100,000. */
const SMALL_JOB_MS = 3_000;
const LARGE_JOB_MS = 15_000;
const LARGE_IMAGES = 20_000;

/** What became of a job's images in figures. @param run one run; otherwise the newest result of each image */
export function useSummary(job: JobDetail, run: number | undefined) {
  const everyMs = job.progress.total > LARGE_IMAGES ? LARGE_JOB_MS : SMALL_JOB_MS;
  return useQuery({
    queryKey: ['summary', job.job_id, run ?? null],
    queryFn: ({ signal }) => {
      const params = { path: { id: job.job_id }, query: run === undefined ? {} : { run } };
      return content(api.GET('/api/jobs/{id}/summary', { params, signal }));
    },
    enabled: job.images_removed_at === null,
    placeholderData: keepPreviousData,
    refetchInterval: isOngoing(job) ? everyMs : false,
  });
}
