import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { getInstanceByDom, init, use as register, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

register([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** Draws into a box, or changes what is drawn there. @returns lets go of the box's size; the picture stays */
export function draw(element: HTMLElement, option: EChartsCoreOption): () => void {
  const chart = getInstanceByDom(element) ?? init(element);
  chart.setOption({ animation: false, ...option }, { notMerge: true });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    if (!element.isConnected) chart.dispose();
  };
}
