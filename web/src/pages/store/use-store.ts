import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { boundsOf, type Bounds, type Period } from '../../parts/period.js';

const VISITS = 50;
/** Whoever has scrolled further reads, and a refresh would ask for all of it again. */
const REFRESHED_PAGES = 3;

/** While images of the store are on their way, and otherwise. */
const BUSY_MS = 3_000;
const CALM_MS = 30_000;

export function useStore(storeId: string) {
  return useQuery({
    queryKey: ['store', storeId],
    queryFn: ({ signal }) =>
      content(api.GET('/api/stores/{store_id}', { params: { path: { store_id: storeId } }, signal })),
    staleTime: 60_000,
  });
}

export function useStoreFigures(storeId: string, { from, to }: Bounds) {
  return useQuery({
    queryKey: ['store', storeId, 'figures', from, to],
    queryFn: ({ signal }) => {
      const params = { path: { store_id: storeId }, query: { from, to } };
      return content(api.GET('/api/stores/{store_id}/figures', { params, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pending ? BUSY_MS : CALM_MS),
  });
}

/** Where the next page of a list begins; it has the bounds of the first one, whatever the time is by then. */
interface Place extends Bounds {
  readonly cursor: string;
}

/**
 * Visits of the store, newest first. A period that ends now does not begin the list anew as it moves on: its bounds are
 * taken whenever the first page is asked for.
 *
 * @param figures of the same period; when they change, the visits have changed, too
 */
export function useStoreVisits(
  storeId: string,
  period: Period,
  figures: Schema<'StoreFiguresDto'> | undefined,
) {
  const visits = useInfiniteQuery({
    queryKey: ['store', storeId, 'visits', period],
    queryFn: async ({ pageParam, signal }) => {
      const { cursor, from, to } = pageParam ?? { cursor: null, ...boundsOf(period, Date.now()) };
      const query = { from, to, limit: VISITS, ...(cursor !== null && { cursor }) };
      const params = { path: { store_id: storeId }, query };
      const page = await content(api.GET('/api/stores/{store_id}/visits', { params, signal }));
      return { ...page, from, to };
    },
    initialPageParam: null as Place | null,
    getNextPageParam: ({ next_cursor: cursor, from, to }) => (cursor === null ? null : { cursor, from, to }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      const isBusy = pages.some((page) => page.visits.some(({ counts }) => counts.pending > 0));
      return isBusy && pages.length <= REFRESHED_PAGES ? BUSY_MS : false;
    },
  });
  useRefreshWith(figures, visits);
  return visits;
}

/** Visits that came, and images that were settled, show in the figures first. */
function useRefreshWith(
  figures: Schema<'StoreFiguresDto'> | undefined,
  { data, refetch }: { data: { pages: unknown[] } | undefined; refetch: () => Promise<unknown> },
): void {
  const mark = figures && `${figures.visits} ${figures.images} ${figures.pending}`;
  const seen = useRef(mark);
  const isFar = (data?.pages.length ?? 0) > REFRESHED_PAGES && figures?.pending !== 0;
  useEffect(() => {
    if (mark === seen.current || isFar) return;
    const isFirst = seen.current === undefined;
    seen.current = mark;
    if (!isFirst) void refetch();
  }, [mark, isFar, refetch]);
}
