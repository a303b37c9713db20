import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/client.js';
import { api, content } from '../../../data/api.js';
import { useMay } from '../../../data/session.js';

type Store = Schema<'StoreDto'>;

export interface StoreCheck {
  /** Stores that were found, by id. */
  readonly known: ReadonlyMap<string, Store>;
  /** Why a store may not be visited, by id. */
  readonly unusable: ReadonlyMap<string, string>;
  readonly isChecking: boolean;
}

const UNCHECKED: StoreCheck = { known: new Map(), unusable: new Map(), isChecking: false };

const TYPING_MS = 300;
/** So many stores are looked for one by one; for more, the list is read. */
const FEW = 12;
const PAGE = 500;
/** Longer lists are left to the service, which checks every store of a submit anyway. */
const MOST_PAGES = 20;

/** Looks up stores before they are sent; the service has the last word. */
export function useStoreCheck(storeIds: readonly string[]): StoreCheck {
  const mayRead = useMay('read');
  const wanted = JSON.stringify([...new Set(storeIds)].sort());
  const [asked] = useDebouncedValue(wanted, TYPING_MS);
  const ids = JSON.parse(asked) as string[];
  const query = useQuery({
    queryKey: ['stores', 'check', asked],
    queryFn: ({ signal }) => check(ids, signal),
    enabled: mayRead && ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const isChecking = mayRead && storeIds.length > 0 && (asked !== wanted || query.isFetching);
  return query.data ? { ...query.data, isChecking } : { ...UNCHECKED, isChecking };
}

async function check(ids: readonly string[], signal: AbortSignal): Promise<StoreCheck> {
  const { stores, isAll } = await (ids.length > FEW ? readList(signal) : readFew(ids, signal));
  const known = new Map(stores.map((store) => [store.store_id, store]));
  const unusable = new Map<string, string>();
  for (const id of ids) {
    const store = known.get(id);
    if (!store && isAll) unusable.set(id, `The store "${id}" is not in the Store Master.`);
    if (store && !store.active) unusable.set(id, `The store "${id}" is no longer active.`);
  }
  return { known, unusable, isChecking: false };
}

interface Found {
  readonly stores: Store[];
  /** A store that is not among them is not on the list. */
  readonly isAll: boolean;
}

async function readFew(ids: readonly string[], signal: AbortSignal): Promise<Found> {
  const pages = await Promise.all(
    ids.map((q) => content(api.GET('/api/stores', { params: { query: { q, limit: PAGE } }, signal }))),
  );
  return {
    stores: pages.flatMap(({ stores }) => stores),
    isAll: pages.every(({ next_cursor }) => next_cursor === null),
  };
}

async function readList(signal: AbortSignal): Promise<Found> {
  const stores: Store[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const answer = await content(api.GET('/api/stores', { params: { query }, signal }));
    stores.push(...answer.stores);
    if (answer.next_cursor === null) return { stores, isAll: true };
    cursor = answer.next_cursor;
  }
  return { stores, isAll: false };
}
