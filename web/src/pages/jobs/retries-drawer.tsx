import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import { Answer } from '../../parts/answer.js';
import { sayMaker } from '../../parts/maker.js';
import { Moment } from '../../parts/moment.js';
import { Empty } from '../../parts/states.js';
import classes from './jobs.module.css';
import { RetryProgress } from './retry-note.js';
import { isThrough, sayRetry, sayRetryFilter, type Retry } from './retry-words.js';

const PAGE = 20;
const LOOK_MS = 2_000;

/** Retries of many jobs, newest first. */
export function RetriesDrawer({ onClose }: { readonly onClose: () => void }) {
  const query = useInfiniteQuery({
    queryKey: ['retries'],
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { query: { limit: PAGE, ...(cursor && { cursor }) } };
      return content(api.GET('/api/retries', { params, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) => state.data?.pages[0]?.retries.every(isThrough) === false && LOOK_MS,
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={<b>Retries of many jobs</b>}
      closeButtonProps={{ 'aria-label': 'Close the retries' }}
    >
      <Answer query={query}>
        {({ pages }) => (
          <Stack gap={0} component="ul" className={classes.retries}>
            {pages.flatMap(({ retries }) =>
              retries.map((retry) => <Entry key={retry.retry_id} retry={retry} />),
            )}
            {pages[0]?.retries.length === 0 && (
              <Empty
                title="Nothing was retried yet"
                hint="Tick jobs in the list, and choose “Retry failed images”: what becomes of that is shown here."
              />
            )}
          </Stack>
        )}
      </Answer>
      {query.hasNextPage && (
        <Button
          variant="default"
          fullWidth
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show earlier ones
        </Button>
      )}
    </Drawer>
  );
}

function Entry({ retry }: { readonly retry: Retry }) {
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>
          Retry {retry.retry_id}
        </Text>
        <Text size="xs" c="dimmed" component="span">
          <Moment at={retry.created_at} />
          {retry.actor && ` by ${sayMaker(retry.actor)}`}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {sayRetryFilter(retry.filter)}
      </Text>
      <RetryProgress retry={retry} />
      <Text size="sm">{sayRetry(retry)}</Text>
    </li>
  );
}
