import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';

export type JobDetail = Schema<'JobDetailDto'>;

/** The live stream is quicker; this is for when it says nothing. */
const ONGOING_MS = 2_000;

export function useJob(jobId: string) {
  return useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => content(api.GET('/api/jobs/{id}', { params: { path: { id: jobId } }, signal })),
    refetchInterval: ({ state }) => (state.data && isOngoing(state.data) ? ONGOING_MS : false),
  });
}

export function isOngoing({ status }: Pick<JobDetail, 'status'>): boolean {
  return status === 'ongoing';
}

/** Whether something of it failed or was cancelled that can run again now. */
export function canRetry(job: JobDetail): boolean {
  const { failed, cancelled } = job.progress;
  return !isOngoing(job) && failed + cancelled > 0 && job.images_removed_at === null;
}
