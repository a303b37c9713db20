import { useComputedColorScheme } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';

/** Colours of the page as a chart needs them: computed, as a canvas knows no variables. */
export interface ChartColours {
  readonly text: string;
  readonly line: string;
  readonly card: string;
  readonly good: string;
  readonly bad: string;
  readonly busy: string;
  readonly wait: string;
  readonly off: string;
}

interface ChartProps {
  /** What the picture shows, in a sentence with its most important figures, for those who cannot see it. */
  readonly label: string;
  /** Made anew whenever it, or the colour scheme, changes: keep it stable with `useCallback`. */
  readonly option: (colours: ChartColours) => EChartsCoreOption;
  /** Pixels. */
  readonly height: number;
}

/** A chart that follows its box and the colour scheme. Its library is loaded when the first one is shown. */
export function Chart({ label, option, height }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    let end = () => {};
    void import('./echarts.js').then(({ draw }) => {
      if (!isGone) end = draw(element, option(coloursOf(element)));
    });
    return () => {
      isGone = true;
      end();
    };
  }, [option, scheme]);
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}

function coloursOf(element: HTMLElement): ChartColours {
  const probe = element.appendChild(document.createElement('span'));
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    text: colour('--mantine-color-dimmed'),
    line: colour('--line'),
    card: colour('--card'),
    good: colour('--good-fill'),
    bad: colour('--bad-fill'),
    busy: colour('--busy-fill'),
    wait: colour('--wait-fill'),
    off: colour('--off-fill'),
  };
  probe.remove();
  return colours;
}
