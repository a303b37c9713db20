import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { api, content } from './api.js';
import { queryClient } from './query-client.js';

/** Tags in use, the most frequent first. */
export function useTags() {
  return useQuery({
    queryKey: ['tags'],
    queryFn: async ({ signal }) => (await content(api.GET('/api/tags', { signal }))).tags,
    staleTime: 10_000,
  });
}

/** Changes tags of many stores. @returns what became of it */
export async function changeTags(body: Schema<'TagChangeRequest'>): Promise<Schema<'TagChangeDto'>> {
  const change = await content(api.POST('/api/tags/changes', { body }));
  refreshTags();
  return change;
}

export async function undoTags(changeId: string): Promise<void> {
  await content(
    api.POST('/api/tags/changes/{change_id}/undo', { params: { path: { change_id: changeId } } }),
  );
  refreshTags();
}

/** Stores, groups and figures all may look different. */
export function refreshTags(): void {
  for (const key of ['tags', 'stores', 'store', 'groups']) {
    void queryClient.invalidateQueries({ queryKey: [key] });
  }
}
