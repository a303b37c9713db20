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
  readonly isWall: boolean;
}

/** How many images were settled when. */
export function ThroughputCard({ bars, period, isWall }: ThroughputCardProps) {
  return (
    <Card title="Images per minute" aside={<Legend isRunning={bars.at(-1)?.state === 'running'} />}>
      <Bars label={sayBars(bars, period)} bars={bars} series={SERIES} height={isWall ? 11.5 : 15} />
    </Card>
  );
}

function Legend({ isRunning }: { readonly isRunning: boolean }) {
  return (
    <Group gap="md">
      {SERIES.map(({ name, fill }) => (
        <Entry key={name} name={name} fill={fill} />
      ))}
      {isRunning && <Entry name="Still counting" fill={SERIES[0]?.fill} className={classes.running} />}
    </Group>
  );
}

interface EntryProps {
  readonly name: string;
  readonly fill: string | undefined;
  readonly className?: string | undefined;
}

function Entry({ name, fill, className = '' }: EntryProps) {
  return (
    <Group gap={6}>
      <span className={`${classes.swatch} ${className}`} style={{ background: fill }} />
      <Text size="sm" c="dimmed">
        {name}
      </Text>
    </Group>
  );
}

function sayBars(bars: readonly Bar[], period: string): string {
  const measured = bars.reduce((sum, bar) => sum + bar.measured, 0);
  const failed = bars.reduce((sum, bar) => sum + bar.failed, 0);
  return `Images settled over time, ${period}: ${counted(measured, 'image')} measured, ${count(failed)} failed. Arrow keys tell of single bars.`;
}
