import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { Schema } from '../../api/client.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { Chart, type ChartColours } from '../../parts/chart.js';
import { CodeList } from '../../parts/code-list.js';
import { Figure } from '../../parts/figure.js';
import { sayOutcome } from '../../parts/outcome-bar.js';
import { withPeriod } from '../../parts/period.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { Empty } from '../../parts/states.js';
import { count, counted, duration, percent } from '../../parts/text.js';
import type { ShownPeriod } from '../../parts/use-period.js';
import { daysOf, type Day } from './days.js';
import classes from './group.module.css';
import { useSummary } from './use-group.js';

type Summary = Schema<'GroupSummaryDto'>;

/** Figures of groups are told for at most 92 days. */
const MAX_DAYS = 92;

/** What happened at the stores of the group in a period. */
export function SummaryCard({ id, shown }: { readonly id: string; readonly shown: ShownPeriod }) {
  const query = useSummary(id, shown);
  const jobs = (code: string) =>
    `/jobs?${withPeriod(new URLSearchParams({ group: id, code }), shown.period).toString()}`;
  return (
    <Card
      title="What happened there"
      aside={<PeriodPicker shown={shown} offer={['24h', '7d', '30d', '90d']} maxDays={MAX_DAYS} />}
    >
      <Answer query={query}>
        {(summary) => (
          <Stack gap="md" className={query.isPlaceholderData ? classes.old : undefined}>
            <Figures summary={summary} />
            {summary.visits === 0 ? (
              <Empty title="No visits in this period" hint="A longer period may have some." />
            ) : (
              <div className={classes.pair}>
                <DaysChart summary={summary} />
                {summary.failed > 0 ? (
                  <CodeList codes={summary.codes} hrefOf={jobs} />
                ) : (
                  <Text size="sm" c="dimmed">
                    Nothing failed.
                  </Text>
                )}
              </div>
            )}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

function Figures({ summary }: { readonly summary: Summary }) {
  const { success_percent, failed, images, visits, stores_visited, stores, median_ms, p95_ms } = summary;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Figure
        label="Success rate"
        value={success_percent === null ? '–' : percent(success_percent)}
        note={`${count(failed)} failed`}
      />
      <Figure label="Images" value={count(images)} note={sayOutcome(summary)} />
      <Figure
        label="Stores visited"
        value={count(stores_visited)}
        note={`of ${count(stores)}, ${counted(visits, 'visit')}`}
      />
      <Figure
        label="Half of the images took"
        value={median_ms === null ? '–' : duration(median_ms)}
        note={p95_ms === null ? 'or less' : `or less; 95 % ${duration(p95_ms)}`}
      />
    </SimpleGrid>
  );
}

function DaysChart({ summary }: { readonly summary: Summary }) {
  const days = useMemo(() => daysOf(summary), [summary]);
  const option = useCallback((colours: ChartColours) => optionOf(days, colours), [days]);
  const label =
    `Images per day of submission: ${count(summary.measured)} measured and ${count(summary.failed)} failed, ` +
    `on ${counted(summary.days.length, 'day')}`;
  return <Chart label={label} option={option} height={240} />;
}

function optionOf(days: readonly Day[], colours: ChartColours) {
  const bars = { type: 'bar', stack: 'images', barMaxWidth: 28 } as const;
  return {
    grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.card,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      renderMode: 'richText',
      formatter: ([point]: { dataIndex: number }[]) => sayDay(days[point?.dataIndex ?? 0]),
    },
    xAxis: {
      type: 'category',
      data: days.map(({ name }) => name),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.text },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        ...bars,
        name: 'Measured',
        data: days.map(({ measured }) => measured),
        itemStyle: { color: colours.good },
      },
      { ...bars, name: 'Failed', data: days.map(({ failed }) => failed), itemStyle: { color: colours.bad } },
    ],
  };
}

function sayDay(day: Day | undefined): string {
  if (!day) return '';
  return `${day.name}: ${counted(day.visits, 'visit')}, ${count(day.measured)} measured, ${count(day.failed)} failed`;
}
