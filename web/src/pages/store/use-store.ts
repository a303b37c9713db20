import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import type { Bounds } from '../../parts/period.js';

const VISITS = 50;

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

/** Visits of the store, newest first. @param isBusy images of them are on their way */
export function useStoreVisits(storeId: string, { from, to }: Bounds, isBusy: boolean) {
  return useInfiniteQuery({
    queryKey: ['store', storeId, 'visits', from, to],
    queryFn: ({ pageParam, signal }) => {
      const query = { from, to, limit: VISITS, ...(pageParam && { cursor: pageParam }) };
      const params = { path: { store_id: storeId }, query };
      return content(api.GET('/api/stores/{store_id}/visits', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    // All pages that were scrolled through are asked for again.
    refetchInterval: ({ state }) => (isBusy && (state.data?.pages.length ?? 0) < 4 ? BUSY_MS : false),
  });
}
