import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import type { Bounds } from '../../parts/period.js';

/** More do not fit side by side. */
export const MAX_COMPARED = 6;

export function useComparison(ids: readonly string[], { from, to }: Bounds) {
  return useQuery({
    queryKey: ['groups', 'compare', ids, from, to],
    queryFn: ({ signal }) =>
      content(
        api.GET('/api/groups/compare', { params: { query: { ids: ids.join(','), from, to } }, signal }),
      ),
    enabled: ids.length >= 2,
    placeholderData: keepPreviousData,
  });
}
