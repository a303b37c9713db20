import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { api, content } from './api.js';
import { queryClient } from './query-client.js';

export type StoreGroup = Schema<'GroupDto'>;

/** The most that a page may have; there are 1,000 groups at the most. */
const PAGE_GROUPS = 500;

/** All groups by name, without their numbers of stores. */
export function useGroups() {
  return useQuery({
    queryKey: ['groups', 'all'],
    queryFn: ({ signal }) => loadGroups(signal),
    staleTime: 10_000,
  });
}

/** Tells the names of groups. One that is not there any more has none but its number. */
export function useGroupNames(): (id: string) => string {
  const { data = [] } = useGroups();
  return (id) => data.find((group) => group.id === id)?.name ?? `number ${id}`;
}

/** After something has changed: groups use each other, so any of them may look different. */
export function refreshGroups(): void {
  void queryClient.invalidateQueries({ queryKey: ['groups'] });
}

async function loadGroups(signal: AbortSignal): Promise<StoreGroup[]> {
  const groups: StoreGroup[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: PAGE_GROUPS, ...(cursor && { cursor }) };
    const page: Schema<'GroupPageDto'> = await content(api.GET('/api/groups', { params: { query }, signal }));
    groups.push(...page.groups);
    cursor = page.next_cursor;
  } while (cursor);
  return groups;
}
