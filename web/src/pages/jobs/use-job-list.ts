import { useThrottledCallback } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { onLiveMessage, useLiveJobs } from '../../data/live/live-jobs.js';
import type { Job, JobFilter } from './job-filter.js';
import {
  idsBehind,
  isNewer,
  newJobs,
  withHead,
  withStates,
  type JobPages,
  type NewJobs,
} from './job-pages.js';
import { jobsPage } from './jobs-request.js';

/** Enough for any screen; what follows is for those who scroll far. */
const FIRST_PAGE = 100;
const NEXT_PAGES = 500;
/** The head of the list is asked for again at most this often. */
const REFRESH_MS = 1_500;
/** What is told of late gets this long before everything is asked for again. */
const CATCH_UP_MS = 3_000;
/** How often the head is asked for while nothing is told live. */
const UNTOLD_MS = 5_000;

const NOTHING_NEW: NewJobs = { count: 0, isMore: false };

/**
 * The jobs that fit a filter, newest first, as many as were scrolled to. Rows change in place. What
 * comes in at the head, or does not fit any more, moves rows: that happens when `isAtRest` allows it,
 * or `showNew` is called.
 */
export function useJobList(filter: JobFilter, isAtRest: () => boolean) {
  const client = useQueryClient();
  const key = useMemo(() => ['jobs', 'list', filter] as const, [filter]);
  const headKey = useMemo(() => ['job-list-head', filter] as const, [filter]);
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam: cursor, signal }) => {
      const limit = cursor === undefined ? FIRST_PAGE : NEXT_PAGES;
      const page = await jobsPage(filter, { limit, cursor, signal });
      if (cursor === undefined) client.setQueryData(headKey, page);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    // A hundred pages asked for again at every focus and settled job is not how to stay up to date.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    // Changes are made so that what has not changed stays the same; to compare 10,000 rows each time takes its time.
    structuralSharing: false,
  });
  // Also when its next page failed.
  const isShown = list.data !== undefined && !list.isPlaceholderData;
  const { isLive } = useLiveJobs();
  const head = useQuery({
    queryKey: headKey,
    queryFn: ({ signal }) => jobsPage(filter, { limit: FIRST_PAGE, signal }),
    enabled: isShown,
    refetchInterval: isLive ? false : UNTOLD_MS,
  });
  useHeadRefresh(head.data?.jobs[0]?.job_id, () => void client.invalidateQueries({ queryKey: headKey }));

  const rows = useMemo(() => list.data?.pages.flatMap(({ jobs }) => jobs) ?? [], [list.data]);
  useCatchUp(isShown && !list.isFetching ? rows : [], () => void list.refetch());

  const showNew = () => {
    const fresh = head.data;
    if (fresh) client.setQueryData<JobPages>(key, (old) => old && withHead(old, fresh));
  };
  useEffect(() => {
    const fresh = head.data;
    if (!isLive && fresh) client.setQueryData<JobPages>(key, (old) => old && withStates(old, fresh));
    // Only what has just been asked for is newer than the rows, and not what was there when the stream broke.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [head.data]);
  const isBusy = !isShown || list.isFetching;
  useEffect(() => {
    if (!isBusy && isAtRest()) showNew();
    // A new head is the reason to look, not that rows may move again: what waits for its button goes on waiting.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [head.data, isBusy]);

  const news = isShown && head.data ? newJobs(list.data, head.data) : NOTHING_NEW;
  return { list, rows, news, showNew };
}

/** Looks at the head again when a job is new, or another one may have begun or ceased to fit. */
function useHeadRefresh(newest: string | undefined, refresh: () => void) {
  const soon = useThrottledCallback(refresh, REFRESH_MS);
  useEffect(
    () =>
      onLiveMessage((message) => {
        if (message.kind === 'lost') return;
        const isNew = ({ job_id }: Job) => newest === undefined || isNewer(job_id, newest);
        if (message.kind !== 'progress' || message.jobs.some(isNew)) soon();
      }),
    [newest, soon],
  );
}

/** Asks for everything again, once, when rows are behind what is known of active jobs, as after a lost connection. */
function useCatchUp(rows: readonly Job[], refetch: () => void) {
  const { active, hasMore, isLive } = useLiveJobs();
  const caughtUp = useRef('');
  const late = isLive && !hasMore ? idsBehind(rows, active).join() : '';
  useEffect(() => {
    if (late === '' || late === caughtUp.current) return;
    const timer = setTimeout(() => {
      caughtUp.current = late;
      refetch();
    }, CATCH_UP_MS);
    return () => clearTimeout(timer);
    // The one that was there when it began is as good as a later one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [late]);
}
