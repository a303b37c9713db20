import { Button, Group } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { useMay } from '../../data/session.js';
import { PageHeader } from '../../parts/page-header.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import type { ShownPeriod } from '../../parts/use-period.js';
import { DataAge } from './data-age.js';
import { PauseAll } from './pause-all.js';
import { useCounted } from './queries.js';
import { WallHeader } from './wall-header.js';

interface OverviewHeaderProps {
  readonly shown: ShownPeriod;
  readonly isPaused: boolean;
  readonly isWall: boolean;
  readonly setWall: (wanted: boolean) => void;
}

export function OverviewHeader({ shown, isPaused, isWall, setWall }: OverviewHeaderProps) {
  const mayPause = useMay('admin');
  const { dataUpdatedAt } = useCounted();
  if (isWall) return <WallHeader shown={shown} leave={() => setWall(false)} />;
  return (
    <PageHeader title="Overview" about={<DataAge atMs={dataUpdatedAt} />}>
      <Group gap="xs">
        {mayPause && !isPaused && <PauseAll />}
        <Button
          variant="default"
          visibleFrom="sm"
          leftSection={<IconDeviceTv size={16} stroke={1.7} />}
          onClick={() => setWall(true)}
        >
          Wall screen
        </Button>
        <PeriodPicker shown={shown} />
      </Group>
    </PageHeader>
  );
}
