import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Schema } from '../api/client.js';
import { api, content } from './api.js';

/** While stores are on their way to other categories, and otherwise. */
const BUSY_MS = 1_500;
const CALM_MS = 30_000;

/** How many stores are of each kind, and whether that is up to date. */
export function useCategories() {
  return useQuery({
    queryKey: ['categories', 'counts'],
    queryFn: ({ signal }) => content(api.GET('/api/categories', { signal })),
    refetchInterval: ({ state }) => (state.data?.pass.state === 'done' ? CALM_MS : BUSY_MS),
  });
}

/** Sets the category of a store by hand. */
export async function setCategory(storeId: string, category: Schema<'StoreDto'>['category']) {
  const params = { path: { store_id: storeId } };
  return content(api.PUT('/api/stores/{store_id}/category', { params, body: { category } }));
}

/** Sets the category of a store that others may have decided about meanwhile. @returns the store just before */
export async function replaceCategory(storeId: string, category: Schema<'StoreDto'>['category']) {
  const params = { path: { store_id: storeId } };
  const before = await content(api.GET('/api/stores/{store_id}', { params }));
  await setCategory(storeId, category);
  return before;
}

/** Gives a store back to the rules. */
export async function takeBackCategory(storeId: string) {
  const params = { path: { store_id: storeId } };
  return content(api.DELETE('/api/stores/{store_id}/category', { params }));
}

/** Makes the category of a store what it was: what somebody had set, or left to the rules. */
export function restoreCategory({ store_id, category, category_source }: Schema<'StoreDto'>) {
  return category_source === 'hand' ? setCategory(store_id, category) : takeBackCategory(store_id);
}

/** Asks again for all that shows categories. */
export function useRefreshCategories(): () => Promise<void> {
  const client = useQueryClient();
  return () => refresh(client);
}

async function refresh(client: QueryClient): Promise<void> {
  const keys = [['categories'], ['stores'], ['store']];
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
