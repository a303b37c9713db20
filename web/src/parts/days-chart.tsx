import { useCallback, useMemo } from 'react';
import { nameAxisOf, numberAxisOf, tooltipOf } from './chart-looks.js';
import { Chart, type ChartColours } from './chart.js';
import { allDays, sayDay, type Day } from './days.js';
import { count, counted } from './text.js';

/** What happened in a period, in all and on its days; `before` is its end. */
export interface DaysFigures {
  readonly from: string;
  readonly before: string;
  readonly visits: number;
  readonly measured: number;
  readonly failed: number;
  /** Those with visits. */
  readonly days: readonly Day[];
}

const HEIGHT_PX = 230;

interface DaysChartProps {
  /** What the bars are, as `Images per day`. */
  readonly label: string;
  readonly figures: DaysFigures;
}

/** Images of each day: what was measured, and on top of it what failed. */
export function DaysChart({ label, figures }: DaysChartProps) {
  const { days, from, before, visits, measured, failed } = figures;
  const all = useMemo(() => allDays(days, { from, to: before }), [days, from, before]);
  const option = useCallback((colours: ChartColours) => optionOf(all, colours), [all]);
  const told =
    `${label}: ${count(measured)} measured and ${count(failed)} failed, ` +
    `of ${counted(visits, 'visit')} on ${counted(days.length, 'day')}`;
  return <Chart label={told} option={option} height={HEIGHT_PX} />;
}

function optionOf(days: readonly Day[], colours: ChartColours) {
  const bars = { type: 'bar', stack: 'images', barMaxWidth: 28 } as const;
  const names = days.map(({ day }) => sayDay(day));
  return {
    grid: { left: 8, right: 20, top: 12, bottom: 4, containLabel: true },
    tooltip: tooltipOf(colours, (place) => (days[place] ? tell(days[place]) : '')),
    xAxis: nameAxisOf(colours, names),
    yAxis: { ...numberAxisOf(colours), minInterval: 1 },
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

function tell({ day, visits, measured, failed }: Day): string {
  return `${sayDay(day)}: ${counted(visits, 'visit')}, ${count(measured)} measured, ${count(failed)} failed`;
}
