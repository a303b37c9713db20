import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../../data/api.js';
import { useMay } from '../../../data/session.js';

/** The most images a job may have; Infinity while, or where, nobody can tell. */
export function useJobLimit(): number {
  const mayRead = useMay('read');
  const { data } = useQuery({
    queryKey: ['limits'],
    queryFn: ({ signal }) => content(api.GET('/api/limits', { signal })),
    enabled: mayRead,
    staleTime: Infinity,
  });
  const limit = data?.limits.find(({ name }) => name === 'JOB_MAX_IMAGES');
  return typeof limit?.value === 'number' ? limit.value : Infinity;
}
