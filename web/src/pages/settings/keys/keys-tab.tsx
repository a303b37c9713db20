import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, content } from '../../../data/api.js';
import { useSession } from '../../../data/session.js';
import { Answer } from '../../../parts/answer.js';
import { Card } from '../../../parts/card.js';
import { DataTable } from '../../../parts/data-table.js';
import { Empty } from '../../../parts/states.js';
import { KEY_COLUMNS } from './key-columns.js';
import { NewKey } from './new-key.js';

/** Who may come in. */
export function KeysTab() {
  const keys = useKeys();
  const { data: session } = useSession();
  const [isMaking, { open, close }] = useDisclosure();
  const isAsked = session?.mode === 'keys';
  const newKey = (
    <Button size="sm" leftSection={<IconPlus size={16} />} onClick={open}>
      New API key
    </Button>
  );
  return (
    <Card pb={0}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Text size="sm" c="dimmed" maw={640}>
          Programs show a key with each request, people sign in with one.
          {!isAsked && ' Nobody is asked for a key now; those made here count as soon as keys are asked for.'}
        </Text>
        {newKey}
      </Group>
      <Answer query={keys}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.keys);
          if (rows.length === 0) {
            return (
              <Empty
                title="There are no API keys"
                hint="Make one for each program and person, so that each can be revoked alone."
              />
            );
          }
          return (
            <DataTable
              label="API keys"
              columns={KEY_COLUMNS}
              rows={rows}
              rowId={({ id }) => id}
              rowHeight={56}
              hasMore={keys.hasNextPage}
              isLoadingMore={keys.isFetchingNextPage}
              hasLoadMoreFailed={keys.isFetchNextPageError}
              loadMore={() => void keys.fetchNextPage()}
            />
          );
        }}
      </Answer>
      {isMaking && <NewKey onClose={close} />}
    </Card>
  );
}

function useKeys() {
  return useInfiniteQuery({
    queryKey: ['keys'],
    queryFn: ({ pageParam, signal }) =>
      content(api.GET('/api/keys', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}
