import { CloseButton, Group, Paper, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';
import { isThrough, sayRetry, shareThrough, type Retry } from './retry-words.js';

/** Often enough to see it move. */
const LOOK_MS = 1_000;

/** How far a retry of many jobs is, until all of them are through. */
export function RetryNote({ retryId, onClose }: { readonly retryId: string; readonly onClose: () => void }) {
  const { data: retry, error } = useQuery({
    queryKey: ['retry', retryId],
    queryFn: ({ signal }) =>
      content(api.GET('/api/retries/{id}', { params: { path: { id: retryId } }, signal })),
    refetchInterval: ({ state }) => (state.data && isThrough(state.data) ? false : LOOK_MS),
  });
  if (!retry && !error) return null;
  return (
    <Paper withBorder p="sm" mb="md" bg="var(--card)" role="region" aria-label={`Retry ${retryId}`}>
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={retry && 8}>
        <Text size="sm" role="status">
          <b>Retry {retryId}</b> · {retry ? sayRetry(retry) : error?.message}
        </Text>
        <CloseButton size="sm" aria-label={`Hide retry ${retryId}`} onClick={onClose} />
      </Group>
      {retry && <RetryProgress retry={retry} />}
    </Paper>
  );
}

export function RetryProgress({ retry }: { readonly retry: Retry }) {
  const { total, skipped, settled, failed } = retry.jobs;
  const share = (jobs: number) => (total === 0 ? 0 : (100 * jobs) / total);
  return (
    <Progress.Root
      size="sm"
      role="progressbar"
      aria-label={`Jobs of retry ${retry.retry_id} that are through`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(shareThrough(retry))}
    >
      <Progress.Section value={share(settled - failed)} color="var(--good-fill)" withAria={false} />
      <Progress.Section value={share(failed)} color="var(--bad-fill)" withAria={false} />
      <Progress.Section value={share(skipped)} color="var(--off-fill)" withAria={false} />
    </Progress.Root>
  );
}
