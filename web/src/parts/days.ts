import type { Bounds } from './period.js';

/** What happened on one day (UTC). */
export interface Day {
  /** `2026-03-01`. */
  readonly day: string;
  readonly visits: number;
  readonly measured: number;
  readonly failed: number;
}

const DAY_MS = 86_400_000;
const NAME = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** Every day (UTC) of a period in its order, those without visits too, so that a chart shows the gaps. */
export function allDays(days: readonly Day[], { from, to }: Bounds): Day[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const first = Math.floor(Date.parse(from) / DAY_MS);
  // What is exactly at the end of the period is not its own day any more.
  const last = Math.floor((Date.parse(to) - 1) / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = new Date((first + index) * DAY_MS).toISOString().slice(0, 10);
    return known.get(day) ?? { day, visits: 0, measured: 0, failed: 0 };
  });
}

/** `Mar 1`. */
export function sayDay(day: string): string {
  return NAME.format(new Date(`${day}T00:00:00Z`));
}
