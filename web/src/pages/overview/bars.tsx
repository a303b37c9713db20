import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { decimal } from '../../parts/text.js';
import classes from './bars.module.css';
import { BarTip } from './bar-tip.js';
import { timeMarks, valueMarks } from './scale.js';
import type { Bar } from './steps.js';

/** A part of every bar: how many images, and in which colour. */
export interface Series {
  readonly name: string;
  /** A CSS colour. */
  readonly fill: string;
  readonly images: (bar: Bar) => number;
}

interface BarsProps {
  /** What the picture shows, in a sentence with its most important figures, for those who cannot see it. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** From the ground up; keep it stable. */
  readonly series: readonly Series[];
  /** In rem, so that it grows with the letters. */
  readonly height: number;
  /** Name of the series to look at; the others fade. */
  readonly focus?: string | undefined;
}

/** Room for the marks at the left and below, in rem. */
const LEFT = 2.9;
const BELOW = 1.4;

/** A time mark takes about this much, in rem. */
const MARK = 5.5;

/**
 * Bars over time, as images per minute. Drawn by hand as SVG and not by the library of the other charts: that one is
 * half of what the first page may weigh.
 */
export function Bars({ label, bars, series, height, focus }: BarsProps) {
  const { ref, width } = useElementSize();
  const [at, setAt] = useState<number>();
  const rem = remPx();
  const box = { left: LEFT * rem, width: Math.max(0, width - LEFT * rem), height: (height - BELOW) * rem };
  const band = bars.length === 0 ? 0 : box.width / bars.length;
  const highest = useMemo(() => Math.max(0, ...bars.map((bar) => heightOf(bar, series))), [bars, series]);
  const shown = at === undefined ? undefined : bars[at];

  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const x = clientX - currentTarget.getBoundingClientRect().left - box.left;
    setAt(x < 0 || band === 0 ? undefined : Math.min(bars.length - 1, Math.floor(x / band)));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setAt(Math.min(bars.length - 1, Math.max(0, (at ?? bars.length) + by)));
  };
  return (
    <div
      ref={ref}
      className={classes.chart}
      role="group"
      aria-roledescription="chart"
      aria-label={label}
      tabIndex={0}
      style={{ height: `${height}rem` }}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setAt(undefined)}
      onBlur={() => setAt(undefined)}
      onKeyDown={step}
    >
      {width > 0 && (
        <svg width={width} height={height * rem} aria-hidden>
          {shown && at !== undefined && (
            <rect className={classes.cursor} x={box.left + at * band} width={band} height={box.height} />
          )}
          <Axes bars={bars} box={box} rem={rem} highest={highest} />
          <g transform={`translate(${box.left} ${box.height})`}>
            <Columns
              bars={bars}
              series={series}
              band={band}
              focus={focus}
              scale={box.height / topOf(highest)}
            />
          </g>
        </svg>
      )}
      {shown && at !== undefined && (
        <BarTip bar={shown} series={series} isLeft={at > bars.length / 2} x={box.left + (at + 0.5) * band} />
      )}
    </div>
  );
}

interface Box {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

interface AxesProps {
  readonly bars: readonly Bar[];
  readonly box: Box;
  readonly rem: number;
  readonly highest: number;
}

function Axes({ bars, box, rem, highest }: AxesProps) {
  const marks = valueMarks(highest);
  const [fromMs, toMs] = [bars[0]?.startMs ?? 0, bars.at(-1)?.endMs ?? 0];
  const most = Math.max(2, Math.floor(box.width / (MARK * rem)));
  return (
    <>
      {marks.map((value) => {
        const y = box.height * (1 - value / topOf(highest));
        return (
          <g key={value} transform={`translate(0 ${y})`}>
            <line className={classes.line} x1={box.left} x2={box.left + box.width} />
            <text x={box.left - 0.5 * rem} dy="0.32em" textAnchor="end">
              {decimal(value)}
            </text>
          </g>
        );
      })}
      {timeMarks(fromMs, toMs, most).map(({ ms, text }) => {
        const x = box.left + (box.width * (ms - fromMs)) / (toMs - fromMs);
        // Half of a mark must fit at both ends.
        if (x + (MARK / 2) * rem > box.left + box.width || x < box.left + 0.8 * rem) return null;
        return (
          <text key={ms} x={x} y={box.height + 1.1 * rem} textAnchor="middle">
            {text}
          </text>
        );
      })}
    </>
  );
}

interface ColumnsProps {
  readonly bars: readonly Bar[];
  readonly series: readonly Series[];
  /** Pixels for a bar and the gap beside it. */
  readonly band: number;
  /** Pixels for an image per minute. */
  readonly scale: number;
  readonly focus: string | undefined;
}

function Columns({ bars, series, band, scale, focus }: ColumnsProps) {
  const gap = band > 8 ? 2 : band > 4 ? 1 : 0;
  return bars.map((bar, index) => {
    let ground = 0;
    return (
      <g key={bar.startMs} className={bar.state === 'running' ? classes.running : undefined}>
        {series.map(({ name, fill, images }) => {
          const size = images(bar) * perMinute(bar) * scale;
          if (size === 0) return null;
          // What is there must be seen, however small.
          const shown = Math.max(size, 1.5);
          ground += shown;
          return (
            <rect
              key={name}
              x={index * band + gap / 2}
              y={-ground}
              width={Math.max(0.5, band - gap)}
              height={shown}
              fill={fill}
              className={focus !== undefined && focus !== name ? classes.faint : undefined}
            />
          );
        })}
      </g>
    );
  });
}

function heightOf(bar: Bar, series: readonly Series[]): number {
  return series.reduce((sum, { images }) => sum + images(bar), 0) * perMinute(bar);
}

function perMinute({ startMs, endMs }: Bar): number {
  return 60_000 / (endMs - startMs);
}

function topOf(highest: number): number {
  return valueMarks(highest).at(-1) ?? 1;
}

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
