import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import type { Bounds } from '../../parts/period.js';

/** While images are on their way, and otherwise; answers may be some seconds old. */
const BUSY_MS = 5_000;
const CALM_MS = 30_000;

export function useAreaFigures({ from, to }: Bounds, group: string) {
  return useQuery({
    queryKey: ['areas', 'figures', from, to, group],
    queryFn: ({ signal }) =>
      content(
        api.GET('/api/areas/figures', { params: { query: { from, to, ...(group && { group }) } }, signal }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.areas.some(({ pending }) => pending > 0) ? BUSY_MS : CALM_MS,
  });
}
