import { Button } from '@mantine/core';
import { IconCategory } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useAreas } from '../../data/areas.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { PageHeader } from '../../parts/page-header.js';
import { counted } from '../../parts/text.js';
import { useChoice } from '../../parts/use-choice.js';
import { NoStores } from './no-stores.js';
import { countOf, filterIn, withFilter, type StoreFilter } from './store-filter.js';
import { OtherSpellings } from './other-spellings.js';
import { StoreFilters } from './store-filters.js';
import { StoreTable } from './store-table.js';
import { TagBar } from './tag-bar.js';
import { useStores } from './use-stores.js';

const NONE: ReadonlySet<string> = new Set();

/** Finds stores while one types. */
export function StoresPage() {
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search);
  const [selection, setSelection] = useChoice<ReadonlySet<string>>(filter, NONE);
  const mayTag = useMay('admin');
  const areas = useAreas();
  const stores = useStores(filter);
  const rows = stores.data?.pages.flatMap((page) => page.stores);
  const listed = stores.isPlaceholderData
    ? undefined
    : rows && { stores: rows.length, isAll: !stores.hasNextPage };
  const total = countOf(filter, areas.data, listed);
  usePageTitle(filter.q && `"${filter.q}"`, 'Stores');
  const change = (next: Partial<StoreFilter>) => {
    // What is typed letter by letter is one step in the browser's history.
    setSearch((before) => withFilter(before, next), {
      replace: next.q !== undefined,
      preventScrollReset: true,
    });
  };
  // The rows of before, still there while others are asked for, are not what the filter lists.
  const select = (next: ReadonlySet<string>) => !stores.isPlaceholderData && setSelection(next);
  return (
    <>
      <PageHeader
        title="Stores"
        about={
          <span role="status">
            {total === undefined ? 'The shops that are visited' : sayCount(total, filter)}
          </span>
        }
      >
        <Button component={Link} to="/duplicates" variant="default">
          Probable duplicates
        </Button>
        <Button component={Link} to="/categories" variant="default" leftSection={<IconCategory size={16} />}>
          Categories
        </Button>
      </PageHeader>
      <StoreFilters filter={filter} areas={areas.data ?? []} onChange={change} />
      <OtherSpellings filter={filter} />
      <Card p={0}>
        <Answer query={{ data: rows, error: stores.error, refetch: stores.refetch }}>
          {(found) =>
            found.length === 0 ? (
              <NoStores filter={filter} isFresh={areas.data?.length === 0} onClear={change} />
            ) : (
              <>
                <StoreTable
                  stores={found}
                  query={stores}
                  search={filter.q}
                  selection={selection}
                  onSelect={mayTag ? select : undefined}
                />
                {selection.size > 0 && <TagBar selection={selection} onClear={() => setSelection(NONE)} />}
              </>
            )
          }
        </Answer>
      </Card>
    </>
  );
}

function sayCount({ stores, isAll }: { stores: number; isAll: boolean }, filter: StoreFilter): string {
  const number = isAll ? counted(stores, 'store') : `More than ${counted(stores, 'store')}`;
  const isFiltered = Object.values(filter).some(Boolean);
  return isFiltered ? `${number} found` : `${number} in the Store Master`;
}
