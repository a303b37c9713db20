import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { sayPeriod } from '../../parts/period.js';
import { ToneBadge } from '../../parts/state-badge.js';
import { counted } from '../../parts/text.js';
import type { ShownPeriod } from '../../parts/use-period.js';
import { DataAge } from './data-age.js';
import { useCounted, useWorkers } from './queries.js';

interface WallHeaderProps {
  readonly shown: ShownPeriod;
  readonly leave: () => void;
}

/** One line, so that the figures have the screen. */
export function WallHeader({ shown, leave }: WallHeaderProps) {
  const { dataUpdatedAt } = useCounted();
  return (
    <Group justify="space-between" mb="sm" gap="md">
      <Group gap="md" align="baseline">
        <Title order={1}>Store Management Processor</Title>
        <Text c="dimmed">{sayPeriod(shown.period)}</Text>
      </Group>
      <Group gap="sm">
        <DataAge atMs={dataUpdatedAt} />
        <WorkersAlive />
        <ActionIcon variant="subtle" color="gray" aria-label="Leave the wall screen" onClick={leave}>
          <IconX size="1.2rem" />
        </ActionIcon>
      </Group>
    </Group>
  );
}

function WorkersAlive() {
  const { data: workers } = useWorkers();
  if (!workers) return null;
  const alive = workers.filter((worker) => worker.alive).length;
  const silent = workers.length - alive;
  return (
    <>
      {silent > 0 && <ToneBadge tone="bad">{`${counted(silent, 'worker')} silent`}</ToneBadge>}
      <ToneBadge tone={alive > 0 ? 'good' : 'bad'}>{`${counted(alive, 'worker')} alive`}</ToneBadge>
    </>
  );
}
