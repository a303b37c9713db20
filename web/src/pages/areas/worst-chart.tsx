import { useCallback, useMemo } from 'react';
import { Chart, type ChartColours } from '../../parts/chart.js';
import { count, percent } from '../../parts/text.js';
import { inTrouble } from '../../parts/trouble.js';
import type { Area } from './area-order.js';

const SHOWN = 8;
const BAR_PX = 26;

/** The areas in which most goes wrong: the share of images that failed. */
export function WorstChart({ areas }: { readonly areas: readonly Area[] }) {
  const worst = useMemo(() => inTrouble(areas).slice(0, SHOWN), [areas]);
  const option = useCallback((colours: ChartColours) => optionOf(worst, colours), [worst]);
  const label = `Failed images of the worst areas: ${worst.map(sayArea).join('; ')}`;
  return <Chart label={label} option={option} height={worst.length * BAR_PX + 32} />;
}

function optionOf(worst: readonly Area[], colours: ChartColours) {
  return {
    grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.card,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      renderMode: 'richText',
      formatter: ([point]: { dataIndex: number }[]) => {
        const area = worst[point?.dataIndex ?? 0];
        return area ? sayArea(area) : '';
      },
    },
    xAxis: {
      type: 'value',
      max: 100,
      axisLabel: { color: colours.text, formatter: '{value} %', hideOverlap: true },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: worst.map(({ area_code }) => area_code),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.text, width: 120, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: worst.map(failedPercent),
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

function failedPercent({ measured, failed }: Area): number {
  return Math.round((1_000 * failed) / (measured + failed)) / 10;
}

function sayArea(area: Area): string {
  const { area_code, measured, failed } = area;
  return `${area_code}: ${count(failed)} of ${count(measured + failed)} failed, ${percent(failedPercent(area))}`;
}
