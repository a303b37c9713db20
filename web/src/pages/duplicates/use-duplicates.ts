import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content, done } from '../../data/api.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';

export type Cluster = Schema<'DuplicateClusterDto'>;
export type ClusterState = Cluster['state'];
export type Verdict = Schema<'DuplicateDecisionDto'>['verdict'];

const PAGE = 25;
const KEY = ['duplicates'];

export function useDuplicates(state: ClusterState, area: string, group: string) {
  return useInfiniteQuery({
    queryKey: [...KEY, state, area, group],
    queryFn: ({ pageParam, signal }) => {
      const paging = { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      const query = { state, ...(area && { area_code: area }), ...(group && { group }), ...paging };
      return content(api.GET('/api/stores/duplicates', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Decides about the stores of a cluster; the message that tells it can take it back. */
export function useDecide() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  const undo = useMutation({
    mutationFn: (id: string) =>
      done(api.DELETE('/api/stores/duplicates/decisions/{id}', { params: { path: { id } } })),
    onSuccess: refresh,
    onError: tellProblem,
  });
  const decide = useMutation({
    mutationFn: ({ verdict, storeIds }: { verdict: Verdict; storeIds: readonly string[] }) =>
      content(api.POST('/api/stores/duplicates/decisions', { body: { verdict, store_ids: [...storeIds] } })),
    onSuccess: async ({ id, verdict }) => {
      const said = verdict === 'same' ? 'Kept as one shop.' : 'Kept as different shops.';
      tellDone(said, () => undo.mutateAsync(id));
      await refresh();
    },
    onError: tellProblem,
  });
  return { decide, undo };
}
