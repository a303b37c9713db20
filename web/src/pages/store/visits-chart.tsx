import { useCallback, useMemo } from 'react';
import { Chart, type ChartColours } from '../../parts/chart.js';
import { Empty } from '../../parts/states.js';
import { count, counted } from '../../parts/text.js';
import { allDays, sayDay, type Day } from './days.js';
import type { Schema } from '../../api/client.js';

/** Images of each day's visits: what was measured, and on top of it what failed. */
export function VisitsChart({ figures }: { readonly figures: Schema<'StoreFiguresDto'> }) {
  const { days, from, before } = figures;
  const all = useMemo(() => allDays(days, { from, to: before }), [days, from, before]);
  const option = useCallback((colours: ChartColours) => optionOf(all, colours), [all]);
  if (days.length === 0) {
    return <Empty title="No visits in this period" hint="A longer period may have some." />;
  }
  const label =
    `Images per day: ${count(figures.measured)} measured and ${count(figures.failed)} failed, ` +
    `of ${counted(figures.visits, 'visit')} on ${counted(days.length, 'day')}`;
  return <Chart label={label} option={option} height={220} />;
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
      formatter: ([point]: { dataIndex: number }[]) => tell(days[point?.dataIndex ?? 0]),
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => sayDay(day)),
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
      {
        ...bars,
        name: 'Failed',
        data: days.map(({ failed }) => failed),
        itemStyle: { color: colours.bad },
      },
    ],
  };
}

function tell(day: Day | undefined): string {
  if (!day) return '';
  const { visits, measured, failed } = day;
  return `<b>${sayDay(day.day)}</b><br>${counted(visits, 'visit')}<br>${count(measured)} measured, ${count(failed)} failed`;
}
