import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, content } from '../../../data/api.js';
import { boundsOf, type Bounds, type Period } from '../../../parts/period.js';
import { usePeriod, type ShownPeriod } from '../../../parts/use-period.js';
import { ACTIONS, type Action } from './audit-words.js';

export interface AuditFilter {
  readonly action?: Action;
  readonly key_id?: string;
  readonly subject?: string;
  readonly period: Period;
}

/** Where the next page begins; it has the bounds of the first one, whatever the time is by then. */
interface Place extends Bounds {
  readonly cursor: string;
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
    period: shown.period,
  };
  return { filter, shown };
}

/**
 * Entries, newest first. A period that ends now does not begin the list anew as it moves on: its bounds are taken
 * whenever the first page is asked for.
 */
export function useAudit({ period, ...filter }: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter, period],
    queryFn: async ({ pageParam, signal }) => {
      const { cursor, from, to } = pageParam ?? { cursor: null, ...boundsOf(period, Date.now()) };
      const query = { ...filter, from, to, ...(cursor !== null && { cursor }) };
      return { ...(await content(api.GET('/api/audit', { params: { query }, signal }))), from, to };
    },
    initialPageParam: null as Place | null,
    getNextPageParam: ({ next_cursor: cursor, from, to }) => (cursor === null ? null : { cursor, from, to }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.length ?? 0) <= REFRESHED_PAGES && REFRESH_MS,
  });
}
