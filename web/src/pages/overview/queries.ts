import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import type { Bounds } from '../../parts/period.js';
import type { Counted } from './workload.js';
import { stepsOf } from './steps.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** The service takes a worker for dead after ten seconds; nothing here has to be known sooner. */
const OFTEN_MS = 5 * SECOND_MS;
const SOMETIMES_MS = 10 * SECOND_MS;

/** What is left to do and what the last whole minute did, as the service counts it. */
export function useCounted() {
  return useQuery({
    queryKey: ['overview', 'now'],
    queryFn: async ({ signal }): Promise<Counted> => {
      const minute = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
      const query = {
        from: new Date(minute - MINUTE_MS).toISOString(),
        to: new Date(minute - 1).toISOString(),
      };
      const stats = await content(api.GET('/api/stats', { params: { query }, signal }));
      const { measured, failed } = stats.totals;
      return { jobs: stats.active_jobs, images: stats.backlog_images, lastMinute: measured + failed };
    },
    refetchInterval: OFTEN_MS,
  });
}

/** What was settled in the period; long periods are many rows, and change less from one look to the next. */
export function useSettled(bounds: Bounds) {
  const { fromMs, toMs, barMs, ask } = stepsOf(bounds);
  return useQuery({
    queryKey: ['overview', 'settled', fromMs, toMs],
    queryFn: ({ signal }) => {
      // The last instant counts in the API; here the period ends before it.
      const query = { from: new Date(fromMs).toISOString(), to: new Date(toMs - 1).toISOString(), step: ask };
      return content(api.GET('/api/stats', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: Math.min(MINUTE_MS, Math.max(OFTEN_MS, barMs / 20)),
  });
}

export function useWorkers() {
  return useQuery({
    queryKey: ['overview', 'workers'],
    queryFn: async ({ signal }) => (await content(api.GET('/api/workers', { signal }))).workers,
    refetchInterval: OFTEN_MS,
  });
}

/** Whether all that the service needs is there. */
export function useReadiness() {
  return useQuery({
    queryKey: ['overview', 'ready'],
    queryFn: ({ signal }) => content(api.GET('/health/ready', { signal })),
    refetchInterval: SOMETIMES_MS,
  });
}

/** Active jobs for as long as nobody tells of them live. */
export function useActiveJobs(enabled: boolean) {
  return useQuery({
    queryKey: ['overview', 'active'],
    queryFn: async ({ signal }) => {
      const query = { status: 'ongoing', limit: 200 } as const;
      return (await content(api.GET('/api/jobs', { params: { query }, signal }))).jobs;
    },
    enabled,
    refetchInterval: OFTEN_MS,
  });
}
