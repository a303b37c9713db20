import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import type { Rule } from '../../parts/rule.js';
import type { Bounds } from '../../parts/period.js';

export type Group = Schema<'GroupDetailDto'>;

const TYPING_MS = 300;
const STORES = 100;
const CALM_MS = 30_000;

export function useGroup(id: string) {
  return useQuery({
    queryKey: ['groups', id],
    queryFn: ({ signal }) => content(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

export function useGroupStores(id: string, q: string) {
  return useInfiniteQuery({
    queryKey: ['groups', id, 'stores', q],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: STORES, ...(q && { q }), ...(pageParam !== null && { cursor: pageParam }) };
      return content(api.GET('/api/groups/{id}/stores', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

export function useVersions(id: string) {
  return useInfiniteQuery({
    queryKey: ['groups', id, 'versions'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 20, ...(pageParam !== null && { cursor: pageParam }) };
      return content(api.GET('/api/groups/{id}/versions', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function useSummary(id: string, { from, to }: Bounds) {
  return useQuery({
    queryKey: ['groups', id, 'summary', from, to],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { from, to } };
      return content(api.GET('/api/groups/{id}/summary', { params, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: CALM_MS,
  });
}

/** What a rule would hold, once it has not changed for a moment; nothing while it is not whole. */
export function usePreview(rule: Rule | undefined) {
  const [asked] = useDebouncedValue(rule, TYPING_MS);
  return useQuery({
    queryKey: ['groups', 'preview', asked],
    queryFn: ({ signal }) =>
      content(api.POST('/api/groups/preview', { body: { rule: asked as Record<string, unknown> }, signal })),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
