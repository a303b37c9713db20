import type { Schema } from '../../api/client.js';
import type { Bounds } from '../../parts/period.js';

type StatsRow = Schema<'StepCountsDto'>;

/** How a period is cut into the bars of a chart, and in which steps the service is asked for them. */
export interface Steps {
  readonly fromMs: number;
  readonly toMs: number;
  readonly barMs: number;
  readonly ask: 'minute' | 'hour' | 'day';
}

/** One bar: what was settled from its beginning up to its end. */
export interface Bar {
  readonly startMs: number;
  readonly endMs: number;
  /** `running`: it can still grow; `ahead`: it has not begun. */
  readonly state: 'over' | 'running' | 'ahead';
  readonly measured: number;
  readonly failed: number;
  /** Failed images by code. */
  readonly codes: Readonly<Record<string, number>>;
}

const MINUTE_MS = 60_000;

/** More bars than this are too thin to point at. */
const MOST_BARS = 170;

/** Lengths of a bar in minutes; each one divides a day. */
const BAR_MINUTES = [1, 2, 5, 10, 15, 30, 60, 180, 360, 720, 1_440];

/** Bars begin at round times, so the first one may begin before the period does: half a bar would look like a dip. */
export function stepsOf({ from, to }: Bounds): Steps {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const minutes = BAR_MINUTES.find((long) => end - start <= MOST_BARS * long * MINUTE_MS) ?? 1_440;
  const barMs = minutes * MINUTE_MS;
  const ask = minutes < 60 ? 'minute' : minutes < 1_440 ? 'hour' : 'day';
  return { fromMs: Math.floor(start / barMs) * barMs, toMs: end, barMs, ask };
}

/** All bars of the period in the order of time; where nothing was settled they are empty. */
export function barsOf({ fromMs, toMs, barMs }: Steps, rows: readonly StatsRow[], nowMs: number): Bar[] {
  const filled = new Map<number, StatsRow[]>();
  for (const row of rows) {
    const startMs = Math.floor(Date.parse(row.at) / barMs) * barMs;
    filled.set(startMs, [...(filled.get(startMs) ?? []), row]);
  }
  const bars: Bar[] = [];
  for (let startMs = fromMs; startMs < toMs; startMs += barMs) {
    const endMs = startMs + barMs;
    const state = endMs <= nowMs ? 'over' : startMs <= nowMs ? 'running' : 'ahead';
    bars.push({ startMs, endMs, state, ...sumOf(filled.get(startMs) ?? []) });
  }
  return bars;
}

function sumOf(rows: readonly StatsRow[]): Pick<Bar, 'measured' | 'failed' | 'codes'> {
  const codes: Record<string, number> = {};
  let [measured, failed] = [0, 0];
  for (const row of rows) {
    measured += row.measured;
    failed += row.failed;
    for (const [code, images] of Object.entries(row.codes)) codes[code] = (codes[code] ?? 0) + images;
  }
  return { measured, failed, codes };
}
