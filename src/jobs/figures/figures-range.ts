import { InvalidInputError } from '../../common/domain-error.js';
import type { Query } from '../../common/http/query.js';
import { timeRangeFrom } from '../../common/http/time-range.js';

/** Whole minutes from `from` up to, but not including, `before`. */
export interface FiguresRange {
  readonly from: Date;
  readonly before: Date;
}

/** How long a range is when nobody says so, and how long it may be. */
export interface RangeRule {
  readonly defaultDays: number;
  readonly maxDays: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Reads `from` and `to`. In whole minutes, so that those who ask for "the last day" at about the same time ask the same.
 *
 * @throws InvalidInputError naming the value that does not fit, with a way out
 */
export function figuresRangeFrom(
  query: Query,
  { defaultDays, maxDays }: RangeRule,
  now = new Date(),
): FiguresRange {
  const range = timeRangeFrom(query, 'from', 'to');
  const end = range.before === undefined ? now.getTime() : Date.parse(range.before);
  const start = range.from === undefined ? end - defaultDays * DAY_MS : Date.parse(range.from);
  if (start >= end) throw new InvalidInputError('"from" must lie in the past.');
  const before = Math.ceil(end / MINUTE_MS) * MINUTE_MS;
  const from = range.from === undefined ? before - defaultDays * DAY_MS : floorMinute(start);
  if (before - from > maxDays * DAY_MS + MINUTE_MS) {
    throw new InvalidInputError(
      `These figures are told for at most ${maxDays} days at once; ask for a shorter time by "from" and "to".`,
    );
  }
  return { from: new Date(from), before: new Date(before) };
}

function floorMinute(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
