import { useCallback } from 'react';
import { nameAxisOf, numberAxisOf, tooltipOf } from './chart-looks.js';
import { Chart, type ChartColours } from './chart.js';
import { count, percent } from './text.js';

/** Images of an area, a group, or whatever else has a name. */
export interface FailedBar {
  readonly name: string;
  readonly measured: number;
  readonly failed: number;
}

interface FailedChartProps {
  /** What the bars are about, for those who cannot see them. */
  readonly label: string;
  /** From the top down; keep them stable. */
  readonly bars: readonly FailedBar[];
}

const BAR_PX = 30;
const AXIS_PX = 32;

/** The share of images that failed, a bar for each name. */
export function FailedChart({ label, bars }: FailedChartProps) {
  const option = useCallback((colours: ChartColours) => optionOf(bars, colours), [bars]);
  const told = `${label}: ${bars.map(sayBar).join('; ')}`;
  return <Chart label={told} option={option} height={bars.length * BAR_PX + AXIS_PX} />;
}

function optionOf(bars: readonly FailedBar[], colours: ChartColours) {
  const names = nameAxisOf(
    colours,
    bars.map(({ name }) => name),
  );
  return {
    grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
    tooltip: tooltipOf(colours, (place) => (bars[place] ? sayBar(bars[place]) : '')),
    xAxis: numberAxisOf(colours, '{value} %'),
    yAxis: { ...names, inverse: true, axisLabel: { color: colours.text, width: 130, overflow: 'truncate' } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: bars.map(failedPercent),
        itemStyle: { color: colours.bad, borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          color: colours.text,
          formatter: ({ value }: { value: number }) => percent(value),
        },
      },
    ],
  };
}

function failedPercent({ measured, failed }: FailedBar): number {
  return measured + failed === 0 ? 0 : Math.round((1_000 * failed) / (measured + failed)) / 10;
}

function sayBar(bar: FailedBar): string {
  const { name, measured, failed } = bar;
  return `${name}: ${count(failed)} of ${count(measured + failed)} failed, ${percent(failedPercent(bar))}`;
}
