import { useCallback } from 'react';
import type { Schema } from '../../api/client.js';
import { Chart, type ChartColours } from '../../parts/chart.js';
import { count, percent } from '../../parts/text.js';

type Figures = Schema<'GroupFiguresDto'>;

const BAR_PX = 34;

/** The share of images that failed, one bar for each group. */
export function CompareChart({ groups }: { readonly groups: readonly Figures[] }) {
  const option = useCallback((colours: ChartColours) => optionOf(groups, colours), [groups]);
  const label = `Failed images: ${groups.map(sayGroup).join('; ')}`;
  return <Chart label={label} option={option} height={groups.length * BAR_PX + 32} />;
}

function optionOf(groups: readonly Figures[], colours: ChartColours) {
  return {
    grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.card,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      renderMode: 'richText',
      formatter: ([point]: { dataIndex: number }[]) => {
        const group = groups[point?.dataIndex ?? 0];
        return group ? sayGroup(group) : '';
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: colours.text, formatter: '{value} %', hideOverlap: true },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: groups.map(({ name }) => name),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.text, width: 130, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: groups.map(failedPercent),
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

function failedPercent({ measured, failed }: Figures): number {
  return measured + failed === 0 ? 0 : Math.round((1_000 * failed) / (measured + failed)) / 10;
}

function sayGroup(group: Figures): string {
  const { name, measured, failed } = group;
  return `${name}: ${count(failed)} of ${count(measured + failed)} failed, ${percent(failedPercent(group))}`;
}
