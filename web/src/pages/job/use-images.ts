import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { api, content } from '../../data/api.js';
import { queryClient } from '../../data/query-client.js';
import { pagesOf, startAfter, withPage, type ImagePages, type PageStart } from './image-pages.js';
import type { ImageFilter } from './job-view.js';
import { pauseAfter } from './look-again.js';
import { isOngoing, type JobDetail } from './use-job.js';

/** The most that a page may have. */
const PAGE_IMAGES = 500;

/** The images of a job that fit, from a place in the job on; pages come as they are needed. */
export function useImages(job: JobDetail, filter: ImageFilter, from: number) {
  const jobId = job.job_id;
  const queryKey = useMemo(() => ['images', jobId, filter, from] as const, [jobId, filter, from]);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => loadPage(jobId, filter, pageParam, signal),
    initialPageParam: from > 0 ? { from_idx: from } : {},
    getNextPageParam: startAfter,
    placeholderData: keepPreviousData,
    enabled: job.images_removed_at === null,
    // Pages are refreshed one by one, and all of them when the job comes to an end.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const onVisible = useLiveRows(job, filter, queryKey);
  const images = useMemo(() => query.data?.pages.flatMap((page) => page.images) ?? [], [query.data]);
  return { query, images, onVisible };
}

/** One image in the run that is looked at. @returns a query whose data is null when there is none */
export function imageQuery(jobId: string, idx: number, { run }: ImageFilter) {
  return {
    queryKey: ['image', jobId, idx, run ?? null],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const query = { from_idx: idx, limit: 1, ...(run !== undefined && { run }) };
      const params = { path: { id: jobId }, query };
      const { images } = await content(api.GET('/api/jobs/{id}/images', { params, signal }));
      return images.find((image) => image.idx === idx) ?? null;
    },
  };
}

function loadPage(jobId: string, filter: ImageFilter, start: PageStart, signal: AbortSignal) {
  const params = { path: { id: jobId }, query: { ...filter, ...start, limit: PAGE_IMAGES } };
  return content(api.GET('/api/jobs/{id}/images', { params, signal }));
}

/**
 * Asks again for the rows in sight while the job runs, if anything was settled meanwhile.
 *
 * @returns to be told which rows those are
 */
function useLiveRows(job: JobDetail, filter: ImageFilter, queryKey: QueryKey) {
  const rows = useRef({ first: 0, last: 0 });
  const { pending, total } = job.progress;
  const settled = useRef({ now: total - pending, shown: total - pending });
  useEffect(() => {
    settled.current.now = total - pending;
  }, [total, pending]);
  const isLive = isOngoing(job);
  const jobId = job.job_id;
  useEffect(() => {
    if (!isLive) return;
    const end = new AbortController();
    const refresh = async () => {
      const { now, shown } = settled.current;
      const data = queryClient.getQueryData<ImagePages>(queryKey);
      if (now === shown || !data || document.hidden) return;
      settled.current.shown = now;
      for (const index of pagesOf(data, rows.current.first, rows.current.last)) {
        const page = await loadPage(jobId, filter, data.pageParams[index] ?? {}, end.signal);
        queryClient.setQueryData<ImagePages>(queryKey, (old) => old && withPage(old, index, page));
      }
    };
    let failures = 0;
    let timer: ReturnType<typeof setTimeout>;
    // One after the other: a slow answer must not overtake the next one.
    const lookAgain = () => {
      if (!end.signal.aborted) timer = setTimeout(() => void look(), pauseAfter(failures));
    };
    const look = () =>
      refresh()
        .then(() => {
          failures = 0;
        })
        .catch(() => {
          // It comes with the next look; the page says by itself when the service is away.
          settled.current.shown = -1;
          failures += 1;
        })
        .finally(lookAgain);
    lookAgain();
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [isLive, jobId, filter, queryKey]);
  return useCallback((first: number, last: number) => {
    rows.current = { first, last };
  }, []);
}
