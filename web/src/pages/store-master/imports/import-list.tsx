import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Schema } from '../../../api/client.js';
import { api, content } from '../../../data/api.js';
import { Answer } from '../../../parts/answer.js';
import { DataTable, type Column } from '../../../parts/data-table.js';
import { sayMaker } from '../../../parts/maker.js';
import { Moment } from '../../../parts/moment.js';
import { Empty } from '../../../parts/states.js';
import { count, counted } from '../../../parts/text.js';
import { sayChanges, type Counts } from '../counts.js';

type Import = Schema<'StoreImportSummaryDto'>;

const COLUMNS: readonly Column<Import>[] = [
  {
    id: 'file',
    heading: 'File',
    cell: (row) => (
      <>
        <Anchor component={Link} to={`?import=${row.id ?? ''}`} size="sm" fw={600} preventScrollReset>
          {row.file_name}
        </Anchor>
        <Text size="xs" c="dimmed" truncate>
          {counted(row.rows, 'row')} · {sayChanges(row)}
        </Text>
      </>
    ),
  },
  { id: 'by', heading: 'Loaded by', width: 150, from: 768, cell: ({ imported_by }) => sayMaker(imported_by) },
  number('inserted', 'New', 992),
  number('updated', 'Changed', 992),
  number('unchanged', 'Unchanged', 1200),
  number('deactivated', 'Deactivated', 1200),
  number('rejected', 'Bad rows', 992),
  { id: 'when', heading: 'When', width: 150, cell: ({ finished_at }) => <Moment at={finished_at} /> },
];

/** What was loaded, newest first; a row opens what is known of it. */
export function ImportList() {
  const imports = useImports();
  return (
    <Answer query={imports}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.imports);
        if (rows.length === 0) {
          return (
            <Empty
              title="Nothing was loaded yet"
              hint="Drop a CSV file above, or give the service one at its start."
            />
          );
        }
        return (
          <DataTable
            label="Imports"
            columns={COLUMNS}
            rows={rows}
            rowId={({ id }) => id ?? ''}
            rowHeight={56}
            hasMore={imports.hasNextPage}
            isLoadingMore={imports.isFetchingNextPage}
            hasLoadMoreFailed={imports.isFetchNextPageError}
            loadMore={() => void imports.fetchNextPage()}
          />
        );
      }}
    </Answer>
  );
}

function useImports() {
  return useInfiniteQuery({
    queryKey: ['store-imports'],
    queryFn: ({ pageParam, signal }) =>
      content(
        api.GET('/api/stores/imports', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

function number(id: keyof Counts, heading: string, from: 992 | 1200): Column<Import> {
  return {
    id,
    heading,
    width: 110,
    align: 'right',
    from,
    cell: (row) => (row[id] === 0 ? <Text span c="dimmed" inherit children="0" /> : count(row[id])),
  };
}
