import { Group, Text } from '@mantine/core';
import { Card } from '../../parts/card.js';
import { counted, count } from '../../parts/text.js';
import { Bars, type Series } from './bars.js';
import classes from './bars.module.css';
import type { Bar } from './steps.js';

const SERIES: readonly Series[] = [
  { name: 'Measured', fill: 'var(--good-fill)', images: ({ measured }) => measured },
  { name: 'Failed', fill: 'var(--bad-fill)', images: ({ failed }) => failed },
];

interface ThroughputCardProps {
  readonly bars: readonly Bar[];
  /** In words, for those who cannot see the chart. */
  readonly period: string;
  /** In rem. */
  readonly height: number;
}

/** How many images were settled when. */
export function ThroughputCard({ bars, period, height }: ThroughputCardProps) {
  return (
    <Card title="Images per minute" aside={<Legend />}>
      <Bars label={sayBars(bars, period)} bars={bars} series={SERIES} height={height} />
    </Card>
  );
}

function Legend() {
  return (
    <Group gap="md">
      {SERIES.map(({ name, fill }) => (
        <Group key={name} gap={6}>
          <span className={classes.swatch} style={{ background: fill }} />
          <Text size="sm" c="dimmed">
            {name}
          </Text>
        </Group>
      ))}
    </Group>
  );
}

function sayBars(bars: readonly Bar[], period: string): string {
  const measured = bars.reduce((sum, bar) => sum + bar.measured, 0);
  const failed = bars.reduce((sum, bar) => sum + bar.failed, 0);
  return `Images settled over time, ${period}: ${counted(measured, 'image')} measured, ${count(failed)} failed. Arrow keys tell of single bars.`;
}
