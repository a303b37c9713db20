import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { api, content } from './api.js';

export type Scope = Schema<'SessionDto'>['scopes'][number];

/** Who uses this page, and what they may do. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => content(api.GET('/api/session', { signal })),
    staleTime: 60_000,
  });
}

/** Whether this browser may do what needs a scope; pages leave out what it may not. */
export function useMay(scope: Scope): boolean {
  const { data } = useSession();
  return data?.scopes.some((has) => has === scope || has === 'admin') ?? false;
}
