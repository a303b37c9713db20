import { InvalidInputError } from '../domain-error.js';
import { quote } from '../quote.js';
import { parseTime } from '../time.js';
import { textFrom, type Query } from './query.js';

/** A stretch of time: `from` belongs to it, `before` does not any more. ISO 8601 in UTC. */
export interface TimeRange {
  readonly from?: string;
  readonly before?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/**
 * Reads two query values that bound a time. Each is a date (the whole day, in
 * UTC, belongs to the range) or an RFC 3339 time.
 *
 * @throws InvalidInputError naming the value that is no time, or a range that ends before it begins
 */
export function timeRangeFrom(query: Query, fromName: string, toName: string): TimeRange {
  const from = textFrom(query, fromName);
  const to = textFrom(query, toName);
  const range = {
    ...(from !== undefined && { from: parse(from, fromName) }),
    ...endOf(to, toName),
  };
  if (range.from !== undefined && range.before !== undefined && range.from >= range.before) {
    throw new InvalidInputError(`"${toName}" must not be before "${fromName}".`);
  }
  return range;
}

/** The first instant after the day, or after the millisecond that was named; nothing comes after the last day there is. */
function endOf(text: string | undefined, name: string): Pick<TimeRange, 'before'> {
  if (text === undefined) return {};
  const end = new Date(Date.parse(parse(text, name)) + (DAY.test(text) ? DAY_MS : 1)).toISOString();
  const before = parseTime(end);
  return before === undefined ? {} : { before };
}

function parse(text: string, name: string): string {
  const time = parseTime(DAY.test(text) ? `${text}T00:00:00Z` : text);
  if (time !== undefined) return time;
  throw new InvalidInputError(
    `"${name}" must be a date like 2026-03-01 or a time like 2026-03-01T09:30:00Z, not ${quote(text)}.`,
  );
}
