import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { api, content } from './api.js';

/** The most that a page may have. */
const PAGE_AREAS = 500;

/** All areas, with their numbers of stores; they change by imports only. */
export function useAreas() {
  return useQuery({
    queryKey: ['areas', 'list'],
    queryFn: ({ signal }) => loadAreas(signal),
    staleTime: 10_000,
  });
}

async function loadAreas(signal: AbortSignal): Promise<Schema<'AreaDto'>[]> {
  const areas: Schema<'AreaDto'>[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: PAGE_AREAS, ...(cursor && { cursor }) };
    const page: Schema<'AreaPageDto'> = await content(api.GET('/api/areas', { params: { query }, signal }));
    areas.push(...page.areas);
    cursor = page.next_cursor;
  } while (cursor);
  return areas;
}
