import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';

/** Groups that can be brought back, by name; 500 at the most. */
export function useDeletedGroups(isWanted: boolean) {
  return useQuery({
    queryKey: ['groups', 'deleted'],
    queryFn: async ({ signal }) => {
      const query = { deleted: 'true' as const, limit: 500 };
      return (await content(api.GET('/api/groups', { params: { query }, signal }))).groups;
    },
    enabled: isWanted,
  });
}
