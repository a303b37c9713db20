import { Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { Schema } from '../../api/client.js';
import { CATEGORY_NAMES } from '../../parts/category-words.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Marked } from '../../parts/marked.js';
import { Moment } from '../../parts/moment.js';
import { RowLink } from '../../parts/row-link.js';
import { ToneBadge } from '../../parts/state-badge.js';
import classes from './stores.module.css';
import type { useStores } from './use-stores.js';

type Store = Schema<'StoreDto'>;

/** A name above an id. */
const ROW_PX = 54;

interface StoreTableProps {
  readonly stores: readonly Store[];
  readonly query: Pick<
    ReturnType<typeof useStores>,
    'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'isPlaceholderData' | 'fetchNextPage'
  >;
  /** Marked where it was found. */
  readonly search: string;
  /** Ids of the ticked ones; rows can be ticked when there is a setter. */
  readonly selection: ReadonlySet<string>;
  readonly onSelect?: ((selection: ReadonlySet<string>) => void) | undefined;
}

export function StoreTable({ stores, query, search, selection, onSelect }: StoreTableProps) {
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const columns = useMemo(() => columnsWith(search), [search]);
  return (
    <div className={query.isPlaceholderData ? classes.old : undefined}>
      <DataTable
        label="Stores"
        columns={columns}
        rows={stores}
        rowId={(store) => store.store_id}
        rowHeight={ROW_PX}
        {...(onSelect && { selection, onSelect })}
        hasMore={query.hasNextPage}
        isLoadingMore={query.isFetchingNextPage || query.isPlaceholderData}
        hasLoadMoreFailed={query.isFetchNextPageError}
        loadMore={loadMore}
      />
    </div>
  );
}

function columnsWith(search: string): Column<Store>[] {
  return [
    {
      id: 'store',
      heading: 'Store',
      cell: (store) => (
        <span className={classes.store}>
          <RowLink to={`/stores/${encodeURIComponent(store.store_id)}`}>
            <Marked text={store.store_name} search={search} />
          </RowLink>
          <br />
          <span className={classes.id}>
            <Marked text={store.store_id} search={search} />
            <span className={classes.more}>
              {' '}
              · {store.area_code} · {CATEGORY_NAMES[store.category]}
              {!store.active && ' · inactive'}
            </span>
          </span>
        </span>
      ),
    },
    {
      id: 'area',
      heading: 'Area',
      width: 130,
      from: 560,
      cell: ({ area_code }) => area_code,
    },
    {
      id: 'category',
      heading: 'Category',
      width: 170,
      from: 560,
      cell: ({ category }) =>
        category === 'unknown' ? (
          <Text span inherit c="dimmed">
            Unknown
          </Text>
        ) : (
          CATEGORY_NAMES[category]
        ),
    },
    {
      id: 'tags',
      heading: 'Tags',
      width: 190,
      from: 1200,
      cell: ({ tags }) => tags.join(', ') || '–',
    },
    {
      id: 'changed',
      heading: 'Changed',
      width: 190,
      from: 992,
      cell: ({ updated_at }) => <Moment at={updated_at} />,
    },
    {
      id: 'state',
      heading: 'State',
      width: 100,
      from: 560,
      // Almost all are active: what is not should be what is seen.
      cell: ({ active }) => (active ? 'Active' : <ToneBadge tone="off">Inactive</ToneBadge>),
    },
  ];
}
