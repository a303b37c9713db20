import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { whileReading } from '../../data/unread-names.js';

type Import = Schema<'StoreImportDto'>;

/** An import, final as soon as its names have been read. @param known its state so far */
export function useImport(id: string, known?: Import) {
  return useQuery<Import>({
    queryKey: ['store-imports', id],
    queryFn: ({ signal }) =>
      content(api.GET('/api/stores/imports/{id}', { params: { path: { id } }, signal })),
    initialData: known,
    staleTime: ({ state }) => (state.data?.searchable_at ? Infinity : 0),
    refetchInterval: whileReading(({ searchable_at }) => searchable_at !== null),
  });
}
