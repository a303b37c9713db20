import { Text } from '@mantine/core';
import { count, decimal } from '../../parts/text.js';
import classes from './bars.module.css';
import type { Series } from './bars.js';
import type { Bar } from './steps.js';

const WHEN = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

interface BarTipProps {
  readonly bar: Bar;
  readonly series: readonly Series[];
  /** Pixels from the left of the chart. */
  readonly x: number;
  /** Whether it stands at the left of that place. */
  readonly isLeft: boolean;
}

/** What a bar stands for, in figures; read out when it is reached by the keyboard. */
export function BarTip({ bar, series, x, isLeft }: BarTipProps) {
  const images = series.reduce((sum, one) => sum + one.images(bar), 0);
  const minutes = (bar.endMs - bar.startMs) / 60_000;
  return (
    <div
      role="status"
      className={classes.tip}
      style={{ left: x, transform: `translateX(${isLeft ? 'calc(-100% - 12px)' : '12px'})` }}
    >
      <Text fz="inherit" fw={600}>
        {WHEN.formatRange(bar.startMs, bar.endMs)}
        {bar.state === 'running' && ', so far'}
      </Text>
      {series.toReversed().map((one) =>
        one.images(bar) > 0 ? (
          <div key={one.name} className={classes.tipRow}>
            <span className={classes.swatch} style={{ background: one.fill }} />
            {one.name}
            <b>{count(one.images(bar))}</b>
          </div>
        ) : null,
      )}
      <Text fz="inherit" c="dimmed">
        {images === 0 ? 'Nothing' : minutes === 1 ? '' : `${decimal(images / minutes)} per minute`}
      </Text>
    </div>
  );
}
