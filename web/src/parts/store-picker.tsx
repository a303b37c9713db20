import { Combobox, InputBase, Loader, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../api/client.js';
import { api, content } from '../data/api.js';
import { findHits } from '../data/store-hits.js';
import { MORE_SOON, whileReading } from '../data/unread-names.js';

/** A store of the list, or one that was found in another spelling. */
type Store = Pick<Schema<'StoreDto'>, 'store_id' | 'store_name' | 'area_code' | 'active'> &
  Partial<Pick<Schema<'StoreHitDto'>, 'score' | 'reason'>>;

interface Found {
  readonly stores: readonly Store[];
  readonly isComplete: boolean;
}

const TYPING_MS = 150;
const HITS = 20;
/** The list takes no longer text. */
const MAX_LISTED = 100;

interface StorePickerProps {
  readonly label: string;
  /** Id of the store; empty for none. */
  readonly value: string;
  readonly onChange: (storeId: string) => void;
  readonly error?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** Finds a store by a part of its id, or by its name in any spelling, while one types; what was typed counts as an id as it is. */
export function StorePicker({ label, value, onChange, error, placeholder, disabled }: StorePickerProps) {
  const [search, setSearch] = useState<string>();
  const [asked] = useDebouncedValue(search ?? value, TYPING_MS);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const hits = useStoreSearch(asked, combobox.dropdownOpened);
  const choose = (store: Store) => {
    onChange(store.store_id);
    setSearch(undefined);
    combobox.closeDropdown();
  };
  return (
    <Combobox
      store={combobox}
      // Inside of the page's landmarks, and next in order for screen readers.
      withinPortal={false}
      onOptionSubmit={(id) => {
        const store = hits.data?.stores.find(({ store_id }) => store_id === id);
        if (store) choose(store);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={label}
          value={search ?? value}
          error={error}
          placeholder={placeholder ?? 'Part of its name or id'}
          disabled={disabled}
          autoComplete="off"
          rightSection={hits.isFetching ? <Loader size={14} /> : null}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            onChange(event.currentTarget.value.trim());
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setSearch(undefined);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label="Suggestions" mah={280} style={{ overflowY: 'auto' }}>
          {hits.data?.stores.map((store) => (
            <Combobox.Option value={store.store_id} key={store.store_id} disabled={!store.active}>
              <Text size="sm">{store.store_name}</Text>
              <Text size="xs" c="dimmed">
                {store.store_id} · area {store.area_code}
                {!store.active && ' · inactive'}
                {store.score !== undefined && store.score < 1 && ` · ${store.reason}`}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {hits.data?.isComplete === false && <Combobox.Empty>{MORE_SOON}</Combobox.Empty>}
        {hits.data?.isComplete && hits.data.stores.length === 0 && (
          <Combobox.Empty>No store is called like this</Combobox.Empty>
        )}
        {hits.error && <Combobox.Empty>{hits.error.message}</Combobox.Empty>}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function useStoreSearch(q: string, enabled: boolean) {
  return useQuery<Found>({
    queryKey: ['stores', 'search', q],
    queryFn: async ({ signal }) => {
      const text = q.trim().slice(0, MAX_LISTED);
      const query = { limit: HITS, ...(text && { q: text }) };
      const listing = content(api.GET('/api/stores', { params: { query }, signal }));
      const [hits, listed] = await Promise.all([findHits(q, { limit: HITS }, signal), listing]);
      // A part of an id is in the list alone; of two that are the same store, the hit tells more.
      const found: Store[] = [...hits.stores, ...listed.stores];
      const ids = found.map(({ store_id }) => store_id);
      const stores = found.filter(({ store_id }, place) => ids.indexOf(store_id) === place).slice(0, HITS);
      return { stores, isComplete: hits.is_complete };
    },
    enabled,
    placeholderData: keepPreviousData,
    refetchInterval: whileReading(({ isComplete }) => isComplete),
  });
}
