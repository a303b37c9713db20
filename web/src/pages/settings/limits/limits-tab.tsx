import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/client.js';
import { api, content } from '../../../data/api.js';
import { Answer } from '../../../parts/answer.js';
import { Card } from '../../../parts/card.js';
import { grouped, sayExactly, sayValue, type LimitGroup } from './limit-words.js';
import classes from './limits-tab.module.css';

/** How much, how large, how long: what is allowed here, as the process that answers has it. */
export function LimitsTab() {
  const limits = useQuery({
    queryKey: ['limits'],
    queryFn: ({ signal }) => content(api.GET('/api/limits', { signal })),
    staleTime: 60_000,
  });
  return (
    <Answer query={limits}>
      {(data) => {
        const groups = grouped(data.limits);
        return (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              Each is an environment variable with the name beside it, read when the service starts.
            </Text>
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
              <Stack gap="md">{groups.filter((_, i) => i % 2 === 0).map(toCard)}</Stack>
              <Stack gap="md">{groups.filter((_, i) => i % 2 === 1).map(toCard)}</Stack>
            </SimpleGrid>
          </Stack>
        );
      }}
    </Answer>
  );
}

function toCard({ title, limits }: LimitGroup) {
  return (
    <Card key={title} title={title} pb={4}>
      {limits.map((limit) => (
        <LimitRow key={limit.name} limit={limit} />
      ))}
    </Card>
  );
}

function LimitRow({ limit }: { readonly limit: Schema<'LimitDto'> }) {
  const exactly = sayExactly(limit);
  return (
    <Group justify="space-between" wrap="nowrap" gap="md" align="flex-start" className={classes.row}>
      <div style={{ minWidth: 0 }}>
        <Text size="sm">{limit.description}</Text>
        <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {limit.name}
        </Text>
      </div>
      <div className={classes.value}>
        <Text size="sm" fw={600}>
          {sayValue(limit)}
        </Text>
        {exactly && (
          <Text size="xs" c="dimmed">
            {exactly}
          </Text>
        )}
      </div>
    </Group>
  );
}
