import { Group, Progress, Text } from '@mantine/core';
import { percent } from '../../parts/text.js';
import type { Area } from './area-order.js';

/** How many of the settled images are good, as a number and as a bar. */
export function SuccessRate({ area }: { readonly area: Pick<Area, 'success_percent' | 'pending'> }) {
  const { success_percent, pending } = area;
  if (success_percent === null) return <Text size="sm">{pending > 0 ? 'Pending' : '–'}</Text>;
  return (
    <Group gap={8} wrap="nowrap">
      <Text component="span" size="sm" w={56} ta="right">
        {percent(success_percent)}
      </Text>
      <Progress.Root size="sm" radius="sm" flex={1} aria-hidden>
        <Progress.Section value={success_percent} color="var(--good-fill)" withAria={false} />
        <Progress.Section value={100 - success_percent} color="var(--bad-fill)" withAria={false} />
      </Progress.Root>
    </Group>
  );
}
