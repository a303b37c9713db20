import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { queryClient } from '../../data/query-client.js';
import type { Draft } from './draft.js';

export type Criterion = Schema<'CriterionDto'>;

/** A version of the rules; the API's rule set, as it is edited here. */
export type Version = Omit<Schema<'RuleVersionDto'>, 'rules'> & { readonly rules: Draft };

/** The rules in force, and the criteria they may use. */
export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: async ({ signal }) => {
      const [current, { criteria }] = await Promise.all([
        content(api.GET('/api/rules', { signal })),
        content(api.GET('/api/rules/criteria', { signal })),
      ]);
      return { current, criteria };
    },
  });
}

/** All versions, newest first. */
export function useVersions() {
  return useInfiniteQuery({
    queryKey: ['rules', 'versions'],
    queryFn: ({ pageParam, signal }) =>
      content(
        api.GET('/api/rules/versions', {
          params: { query: { limit: 10, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

export async function saveRules(basedOn: number, rules: Draft, comment: string): Promise<Version> {
  const body = { based_on: basedOn, comment, rules: rules as Schema<'RuleSetDto'> };
  return await content(api.PUT('/api/rules', { body }).finally(refresh));
}

export async function restoreRules(version: number, basedOn: number): Promise<Version> {
  const call = api.POST('/api/rules/versions/{version}/restore', {
    params: { path: { version } },
    body: { based_on: basedOn },
  });
  return await content(call.finally(refresh));
}

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: ['rules'] });
}
