import { Button, Drawer, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBuildingStore, IconStack2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CodeList } from '../../parts/code-list.js';
import { Figure } from '../../parts/figure.js';
import { Moment } from '../../parts/moment.js';
import { OutcomeBar, sayOutcome } from '../../parts/outcome-bar.js';
import { sayPeriod, withPeriod, type Period } from '../../parts/period.js';
import { Empty } from '../../parts/states.js';
import { count, percent } from '../../parts/text.js';
import type { Area } from './area-order.js';

interface AreaDrawerProps {
  /** Code of the area that the address names; empty: none. */
  readonly code: string;
  readonly area: Area | undefined;
  readonly period: Period;
  /** Id of the group whose stores are counted; empty: all. */
  readonly group: string;
  readonly onClose: () => void;
}

/** One area: what happened there in the period, and the ways on. */
export function AreaDrawer({ code, area, period, group, onClose }: AreaDrawerProps) {
  return (
    <Drawer
      opened={code !== ''}
      onClose={onClose}
      position="right"
      title={`Area ${code}`}
      transitionProps={{ duration: 0 }}
    >
      {area ? (
        <AreaDetail area={area} period={period} group={group} />
      ) : (
        <Empty
          title="Nothing is known of this area"
          hint="It has no stores, and none of it was visited in the period."
        />
      )}
    </Drawer>
  );
}

function AreaDetail({
  area,
  period,
  group,
}: Pick<AreaDrawerProps, 'period' | 'group'> & { readonly area: Area }) {
  const { area_code, success_percent, stores, stores_visited, visits, images, codes, failed } = area;
  const there = { area_code, ...(group && { group }) };
  const jobs = (filter: Record<string, string>) =>
    `/jobs?${withPeriod(new URLSearchParams({ ...there, ...filter }), period).toString()}`;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {sayPeriod(period)}, by the time of submission. Last visit:{' '}
        <Moment at={area.last_visit_at} none="none" />
      </Text>
      <Group gap="xs">
        <Button
          component={Link}
          to={`/stores?${new URLSearchParams(there).toString()}`}
          variant="default"
          leftSection={<IconBuildingStore size={16} />}
        >
          Its stores
        </Button>
        <Button component={Link} to={jobs({})} variant="default" leftSection={<IconStack2 size={16} />}>
          Its jobs
        </Button>
      </Group>
      <SimpleGrid cols={2} spacing="sm">
        <Figure
          label="Success rate"
          value={success_percent === null ? '–' : percent(success_percent)}
          note={`${count(failed)} failed`}
        />
        <Figure label="Images" value={count(images)} note={sayOutcome(area)} />
        <Figure label="Visits" value={count(visits)} />
        <Figure label="Stores visited" value={count(stores_visited)} note={`of ${count(stores)}`} />
      </SimpleGrid>
      <OutcomeBar counts={area} />
      {failed > 0 && <CodeList codes={codes} hrefOf={(code) => jobs({ code })} />}
    </Stack>
  );
}
