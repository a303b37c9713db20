import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createApiClient, type Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import type { Bounds } from '../../parts/period.js';
import type { Counted } from './workload.js';
import { stepsOf } from './steps.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 1_440 * MINUTE_MS;

/** The service takes a worker for dead after ten seconds; nothing here has to be known sooner. */
const OFTEN_MS = 5 * SECOND_MS;

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

/** Apart from the client of the page: here a 503 is an answer, and no sign that the service cannot be reached. */
const health = createApiClient({ baseUrl: location.origin });

/** Whether all that the service needs is there; also when it says that it is not. */
export function useReadiness() {
  return useQuery({
    queryKey: ['overview', 'ready'],
    queryFn: async ({ signal }): Promise<Schema<'ReadinessDto'>> => {
      const { data, error } = await health.GET('/health/ready', { signal });
      return data ?? (error as unknown as Schema<'ReadinessDto'>);
    },
    refetchInterval: OFTEN_MS,
    retry: false,
  });
}

/** How each area did in the jobs of the period. */
export function useAreas({ from, to }: Bounds) {
  return useQuery({
    queryKey: ['overview', 'areas', from, to],
    queryFn: async ({ signal }) => {
      const query = { from, to: new Date(Date.parse(to) - 1).toISOString() };
      return (await content(api.GET('/api/areas/figures', { params: { query }, signal }))).areas;
    },
    placeholderData: keepPreviousData,
    // Summing up a million images takes seconds.
    refetchInterval: Date.parse(to) - Date.parse(from) > DAY_MS ? MINUTE_MS : OFTEN_MS * 3,
  });
}

/** Active jobs for as long as nobody tells of them live. */
export function useActiveJobs(enabled: boolean) {
  return useQuery({
    queryKey: ['overview', 'active'],
    queryFn: ({ signal }) => {
      const query = { status: 'ongoing', limit: 200 } as const;
      return content(api.GET('/api/jobs', { params: { query }, signal }));
    },
    enabled,
    refetchInterval: OFTEN_MS,
  });
}
