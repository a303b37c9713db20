import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import { toQuery, type StoreFilter } from './store-filter.js';

/** A first page that is there at once; who scrolls on gets the largest there are. */
const FIRST_PAGE = 100;
const NEXT_PAGE = 500;

/** The stores that fit, page by page; while others are asked for, those of before stay. */
export function useStores(filter: StoreFilter) {
  return useInfiniteQuery({
    queryKey: ['stores', 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const paging = pageParam === null ? { limit: FIRST_PAGE } : { limit: NEXT_PAGE, cursor: pageParam };
      return content(
        api.GET('/api/stores', { params: { query: { ...toQuery(filter), ...paging } }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    // Stores change by imports only, and asking again for all that was scrolled through costs more than it tells.
    staleTime: 60_000,
  });
}
