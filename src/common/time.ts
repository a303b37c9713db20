/** RFC 3339, as in `2026-03-01T09:30:00Z` or with an offset; seconds may have a fraction. */
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/** Later years have more digits, and no calendar of ours. */
const LAST_YEAR = 9_999;

/**
 * Reads an RFC 3339 time strictly: a date that does not exist is refused
 * instead of rolling over into the next month.
 *
 * @returns the instant as ISO 8601 in UTC (milliseconds), or undefined when the text is no such time
 */
export function parseTime(text: string): string | undefined {
  const match = RFC_3339.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  // A leap second is a valid time that nobody's clock shows; it counts as the second before.
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const seconds = String(Math.min(second, 59)).padStart(2, '0');
  const offset = match[8] ?? 'Z';
  const instant = new Date(
    `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${seconds}${match[7]?.slice(0, 4) ?? ''}${offset.toUpperCase()}`,
  );
  const utcYear = instant.getUTCFullYear(); // NaN when the offset is impossible
  return utcYear >= 1 && utcYear <= LAST_YEAR ? instant.toISOString() : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
