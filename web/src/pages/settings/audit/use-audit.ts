import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, content } from '../../../data/api.js';
import { usePeriod, type ShownPeriod } from '../../../parts/use-period.js';
import { ACTIONS, type Action } from './audit-words.js';

export interface AuditFilter {
  readonly action?: Action;
  readonly key_id?: string;
  readonly subject?: string;
  readonly from: string;
  readonly to: string;
}

const REFRESH_MS = 10_000;
/** Whoever has scrolled far down reads, and a refresh would ask for all of it again. */
const REFRESHED_PAGES = 2;

/** What the address asks for; every value in it but an unknown action goes to the API, which says what is wrong. */
export function useAuditFilter(): { filter: AuditFilter; shown: ShownPeriod } {
  const [search] = useSearchParams();
  const shown = usePeriod('30d');
  const action = ACTIONS.find((one) => one === search.get('action'));
  const key_id = search.get('key');
  const subject = search.get('subject');
  const filter = {
    ...(action && { action }),
    ...(key_id && { key_id }),
    ...(subject && { subject }),
    from: shown.from,
    to: shown.to,
  };
  return { filter, shown };
}

/** Entries, newest first. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      content(
        api.GET('/api/audit', {
          params: { query: { ...filter, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.length ?? 0) <= REFRESHED_PAGES && REFRESH_MS,
  });
}
