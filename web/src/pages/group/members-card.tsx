import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { sayCategory } from '../../parts/category-words.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Marked } from '../../parts/marked.js';
import { RowLink } from '../../parts/row-link.js';
import { SearchField } from '../../parts/search-field.js';
import { Empty } from '../../parts/states.js';
import { counted } from '../../parts/text.js';
import { tellProblem } from '../../parts/toasts.js';
import { changeList } from './use-changes.js';
import { useGroupStores, type Group as StoreGroup } from './use-group.js';

type Store = Schema<'GroupStoreDto'>;

/** The stores that are in the group now. */
export function MembersCard({ group }: { readonly group: StoreGroup }) {
  const { id, kind, stores } = group;
  const [search, setSearch] = useState('');
  const query = useGroupStores(id, search);
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const mayRemove = useMay('admin') && kind === 'list';
  const rows = query.data?.pages.flatMap((page) => page.stores);
  const columns = useMemo(
    () =>
      columnsWith(
        search,
        mayRemove ? (store) => void changeList(id, 'remove', store).catch(tellProblem) : undefined,
      ),
    [search, mayRemove, id],
  );
  return (
    <Card
      title={counted(stores, 'store')}
      aside={
        <SearchField
          label="Search its stores"
          placeholder="Part of a name or id"
          value={search}
          onSearch={setSearch}
        />
      }
    >
      <Answer query={{ data: rows, error: query.error, refetch: query.refetch }}>
        {(found) =>
          found.length === 0 ? (
            <Empty
              title={search ? 'No store fits' : 'No store belongs to it'}
              hint={search ? `No name or id has “${search}” in it.` : 'As soon as one fits, it is here.'}
            />
          ) : (
            <DataTable
              label="Stores of the group"
              columns={columns}
              rows={found}
              rowId={(store) => store.store_id}
              hasMore={query.hasNextPage}
              isLoadingMore={query.isFetchingNextPage}
              hasLoadMoreFailed={query.isFetchNextPageError}
              loadMore={loadMore}
            />
          )
        }
      </Answer>
    </Card>
  );
}

function columnsWith(search: string, remove: ((storeId: string) => void) | undefined): Column<Store>[] {
  const columns: Column<Store>[] = [
    {
      id: 'store',
      heading: 'Store',
      cell: ({ store_id, store_name }) => (
        <RowLink to={`/stores/${encodeURIComponent(store_id)}`}>
          <Marked text={store_name} search={search} />
        </RowLink>
      ),
    },
    {
      id: 'id',
      heading: 'Id',
      width: 130,
      from: 560,
      cell: ({ store_id }) => <Marked text={store_id} search={search} />,
    },
    {
      id: 'category',
      heading: 'Category',
      width: 160,
      from: 1200,
      cell: ({ category }) => sayCategory(category),
    },
  ];
  if (!remove) return columns;
  return [
    ...columns,
    {
      id: 'remove',
      heading: 'Take off',
      width: 90,
      align: 'right',
      cell: ({ store_id, store_name }) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Take ${store_name} off the list`}
          onClick={() => remove(store_id)}
        >
          <IconX size={16} />
        </ActionIcon>
      ),
    },
  ];
}
