import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../../data/api.js';

const PAGE = 50;

/** The next stores that nobody knows, behind the last one that was seen. */
export function useUnknown(cursor: string | null) {
  return useQuery({
    queryKey: ['unknown-stores', cursor],
    queryFn: ({ signal }) => {
      const query = { category: 'unknown', category_source: 'none', limit: PAGE } as const;
      const params = { query: { ...query, ...(cursor !== null && { cursor }) } };
      return content(api.GET('/api/stores', { params, signal }));
    },
    // What is worked off must not move under the hands of who does it.
    staleTime: Infinity,
    gcTime: 0,
  });
}
