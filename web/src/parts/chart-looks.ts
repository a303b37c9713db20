import type { ChartColours } from './chart.js';

/** A box beside the pointer. @param tell what it says about the bar at a place, as plain text */
export function tooltipOf(colours: ChartColours, tell: (place: number) => string) {
  return {
    trigger: 'axis',
    axisPointer: { type: 'shadow' },
    backgroundColor: colours.card,
    borderColor: colours.line,
    textStyle: { color: colours.text, fontSize: 12 },
    // Names come from outside: drawn, and never read as HTML.
    renderMode: 'richText',
    formatter: ([point]: { dataIndex: number }[]) => (point ? tell(point.dataIndex) : ''),
  };
}

/** An axis of names: of areas, groups or days. */
export function nameAxisOf(colours: ChartColours, names: readonly string[]) {
  return {
    type: 'category',
    data: [...names],
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.text, hideOverlap: true },
  };
}

/** An axis of numbers. @param label with `{value}`, as `{value} %` */
export function numberAxisOf(colours: ChartColours, label = '{value}') {
  return {
    type: 'value',
    min: 0,
    axisLabel: { color: colours.text, formatter: label, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line } },
  };
}
