/** Periods that end now, by the name they have in addresses: `?period=24h`. */
export const LAST = {
  '15m': { name: 'Last 15 minutes', minutes: 15, stepMinutes: 1 },
  '1h': { name: 'Last hour', minutes: 60, stepMinutes: 1 },
  '6h': { name: 'Last 6 hours', minutes: 360, stepMinutes: 1 },
  '24h': { name: 'Last 24 hours', minutes: 1_440, stepMinutes: 1 },
  '7d': { name: 'Last 7 days', minutes: 10_080, stepMinutes: 10 },
  '30d': { name: 'Last 30 days', minutes: 43_200, stepMinutes: 30 },
  '90d': { name: 'Last 90 days', minutes: 129_600, stepMinutes: 60 },
} as const;

export type Last = keyof typeof LAST;

/** ISO 8601 in UTC. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
}

/** A stretch of time that a page shows: one that ends now, or one between two times. */
export type Period = { readonly last: Last } | Bounds;

/** Figures of areas and groups, and replays of rules, look at this much at the most. */
export const MAX_FIGURES_DAYS = 92;

const MINUTE_MS = 60_000;
const CUSTOM = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The period an address asks for; what is no period there counts as nothing. */
export function periodIn(search: URLSearchParams, fallback: Last): Period {
  const last = search.get('period');
  if (last !== null && isLast(last)) return { last };
  const from = Date.parse(search.get('from') ?? '');
  const to = Date.parse(search.get('to') ?? '');
  if (from < to) return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return { last: fallback };
}

/** The same address with another period; everything else in it stays. */
export function withPeriod(search: URLSearchParams, period: Period): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ['period', 'from', 'to']) next.delete(name);
  if ('last' in period) next.set('period', period.last);
  else {
    next.set('from', period.from);
    next.set('to', period.to);
  }
  return next;
}

/**
 * From when to when. A period that ends now ends with the running minute (of long ones: with ten,
 * thirty or sixty minutes), so that the bounds are the same for a while and answers can be kept.
 */
export function boundsOf(period: Period, nowMs: number): Bounds {
  if (!('last' in period)) return period;
  const { minutes, stepMinutes } = LAST[period.last];
  const stepMs = stepMinutes * MINUTE_MS;
  const to = Math.ceil(nowMs / stepMs) * stepMs;
  return { from: new Date(to - minutes * MINUTE_MS).toISOString(), to: new Date(to).toISOString() };
}

/** `Last 24 hours`, or both times in the viewer's zone. */
export function sayPeriod(period: Period): string {
  if ('last' in period) return LAST[period.last].name;
  return CUSTOM.formatRange(new Date(period.from), new Date(period.to));
}

/** A time as `<input type="datetime-local">` has it: in the viewer's zone, to the minute. */
export function toField(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/**
 * What two such fields ask for, or a sentence on why they cannot be asked for.
 *
 * @param maxDays how long the period may be
 */
export function periodOfFields(from: string, to: string, maxDays: number): Bounds | string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(start) || Number.isNaN(end)) return 'Fill in both times.';
  if (start >= end) return 'The end must come after the beginning.';
  if (end - start > maxDays * 1_440 * MINUTE_MS) return `A period has at most ${maxDays} days.`;
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
}

/** Whether a period has that name. */
export function isLast(text: string): text is Last {
  return Object.hasOwn(LAST, text);
}
