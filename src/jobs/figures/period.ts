import { InvalidInputError } from '../../common/domain-error.js';
import { wordFrom, type Query } from '../../common/http/query.js';
import { timeRangeFrom } from '../../common/http/time-range.js';

export const STEPS = ['minute', 'hour', 'day'] as const;
export type Step = (typeof STEPS)[number];

/** Whole minutes from `from` up to, but not including, `before`, put together in steps. */
export interface Period {
  readonly from: Date;
  readonly before: Date;
  readonly step: Step;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Ten thousand rows of minutes are an answer of about a megabyte. */
const MAX_DAYS_OF_MINUTES = 7;

/** What a chart has room for: up to 1,440 points. */
const DEFAULT_STEPS: readonly [longestMs: number, step: Step][] = [
  [DAY_MS, 'minute'],
  [60 * DAY_MS, 'hour'],
];

/**
 * Reads `from`, `to` and `step`; by default the last hour, and a step that fits the length.
 *
 * @throws InvalidInputError naming the value that does not fit
 */
export function periodFrom(query: Query, now = new Date()): Period {
  const asked = wordFrom(query, 'step', STEPS);
  const range = timeRangeFrom(query, 'from', 'to');
  const end = range.before === undefined ? now.getTime() : Date.parse(range.before);
  const start = range.from === undefined ? end - HOUR_MS : Date.parse(range.from);
  if (start >= end) throw new InvalidInputError('"from" must lie in the past.');
  const from = new Date(Math.floor(start / MINUTE_MS) * MINUTE_MS);
  const before = new Date(Math.ceil(end / MINUTE_MS) * MINUTE_MS);
  const lengthMs = before.getTime() - from.getTime();
  if (asked === 'minute' && lengthMs > MAX_DAYS_OF_MINUTES * DAY_MS + MINUTE_MS) {
    throw new InvalidInputError(
      `Minutes can be told for at most ${MAX_DAYS_OF_MINUTES} days at once; ask for "step=hour" or "step=day".`,
    );
  }
  const fitting = DEFAULT_STEPS.find(([longestMs]) => lengthMs <= longestMs)?.[1] ?? 'day';
  return { from, before, step: asked ?? fitting };
}
