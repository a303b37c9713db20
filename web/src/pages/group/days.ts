import type { Schema } from '../../api/client.js';

export interface Day {
  /** As people of the viewer's language write it. */
  readonly name: string;
  readonly visits: number;
  readonly measured: number;
  readonly failed: number;
}

const DAY_MS = 86_400_000;
const NAME = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** Every day (UTC) from the first with visits to the last, those without visits, too. */
export function daysOf({ days }: Pick<Schema<'GroupFiguresDto'>, 'days'>): Day[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const known = new Map(days.map((day) => [day.day, day]));
  const start = Date.parse(first.day);
  return Array.from({ length: (Date.parse(last.day) - start) / DAY_MS + 1 }, (_, n) => {
    const date = new Date(start + n * DAY_MS);
    const { visits = 0, measured = 0, failed = 0 } = known.get(date.toISOString().slice(0, 10)) ?? {};
    return { name: NAME.format(date), visits, measured, failed };
  });
}
