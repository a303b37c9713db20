import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';

/** Groups that can be brought back, by name: the first 500 with a text in name or description. */
export function useDeletedGroups(isWanted: boolean, q: string) {
  return useQuery({
    queryKey: ['groups', 'deleted', q],
    queryFn: async ({ signal }) => {
      const query = { deleted: 'true' as const, limit: 500, ...(q && { q }) };
      return (await content(api.GET('/api/groups', { params: { query }, signal }))).groups;
    },
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}
