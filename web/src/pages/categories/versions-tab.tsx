import { Button, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { useRefreshCategories } from '../../data/categories.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { sayMaker } from '../../parts/maker.js';
import { Moment } from '../../parts/moment.js';
import { ToneBadge } from '../../parts/state-badge.js';
import { count } from '../../parts/text.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';

type Version = Schema<'CategoryRuleVersionDto'>;

/** All rules there have been, and the way back to them. */
export function VersionsTab() {
  const mayChange = useMay('admin');
  const refresh = useRefreshCategories();
  const versions = useInfiniteQuery({
    queryKey: ['categories', 'versions'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 100, ...(pageParam !== null && { cursor: pageParam }) };
      return content(api.GET('/api/categories/rules/versions', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const rows = versions.data?.pages.flatMap((page) => page.versions);
  const current = rows?.[0]?.id;
  const restore = useMutation({
    mutationFn: ({ id }: { readonly id: string; readonly before: string }) => restoreVersion(id),
    onSuccess: (_, { id, before }) => {
      tellDone(`Version ${id} is in force again.`, () => restoreVersion(before).then(refresh));
      return refresh();
    },
    onError: tellProblem,
  });
  const { mutate, isPending } = restore;
  const columns = useMemo(
    () => columnsWith(current, mayChange && !isPending, (id) => current && mutate({ id, before: current })),
    [current, mayChange, isPending, mutate],
  );
  return (
    <Card p={0}>
      <Answer query={{ data: rows, error: versions.error, refetch: versions.refetch }}>
        {(found) => (
          <DataTable
            label="Versions of the rules"
            columns={columns}
            rows={found}
            rowId={({ id }) => id}
            rowHeight={54}
            hasMore={versions.hasNextPage}
            isLoadingMore={versions.isFetchingNextPage}
            hasLoadMoreFailed={versions.isFetchNextPageError}
            loadMore={() => void versions.fetchNextPage()}
          />
        )}
      </Answer>
    </Card>
  );
}

async function restoreVersion(id: string) {
  return content(api.POST('/api/categories/rules/versions/{id}/restore', { params: { path: { id } } }));
}

function columnsWith(
  current: string | undefined,
  mayRestore: boolean,
  onRestore: (id: string) => void,
): Column<Version>[] {
  return [
    { id: 'id', heading: 'Version', width: 76, cell: ({ id }) => id },
    {
      id: 'comment',
      heading: 'What was changed',
      cell: ({ comment, made_by, rule_count }) => (
        <>
          {comment || 'No comment'}
          <Text size="xs" c="dimmed" truncate>
            {sayMaker(made_by)}, {count(rule_count)} rules
          </Text>
        </>
      ),
    },
    { id: 'made', heading: 'When', width: 190, from: 768, cell: ({ made_at }) => <Moment at={made_at} /> },
    {
      id: 'act',
      heading: 'Use',
      width: 104,
      align: 'right',
      cell: ({ id }) =>
        id === current ? (
          <ToneBadge tone="good">In force</ToneBadge>
        ) : (
          mayRestore && (
            <Button size="compact-sm" variant="default" onClick={() => onRestore(id)}>
              Restore
            </Button>
          )
        ),
    },
  ];
}
