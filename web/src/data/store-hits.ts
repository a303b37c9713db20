import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { api, content } from './api.js';
import { whileReading } from './unread-names.js';

/** The API takes no longer text. */
const MAX_SEARCH = 200;

export interface HitFilter {
  readonly area_code?: string;
  readonly category?: Schema<'StoreDto'>['category'];
  /** Id of a group. */
  readonly group?: string;
  readonly limit?: number;
}

/** Stores that a text may mean, in any spelling, best first; nothing for nothing. */
export function findHits(q: string, filter: HitFilter, signal: AbortSignal): Promise<Schema<'StoreHitsDto'>> {
  const text = q.slice(0, MAX_SEARCH);
  if (text.trim() === '') return Promise.resolve({ stores: [], is_complete: true });
  const query = { ...filter, q: text };
  return content(api.GET('/api/stores/search', { params: { query }, signal }));
}

export function useHits(q: string, filter: HitFilter) {
  return useQuery({
    queryKey: ['stores', 'hits', q, filter],
    queryFn: ({ signal }) => findHits(q, filter, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchInterval: whileReading(isComplete),
  });
}

export function useSimilar(storeId: string) {
  return useQuery({
    queryKey: ['stores', 'similar', storeId],
    queryFn: ({ signal }) => {
      const params = { path: { store_id: storeId }, query: { limit: 5 } };
      return content(api.GET('/api/stores/{store_id}/similar', { params, signal }));
    },
    staleTime: 60_000,
    refetchInterval: whileReading(isComplete),
  });
}

function isComplete({ is_complete }: Schema<'StoreHitsDto'>): boolean {
  return is_complete;
}
