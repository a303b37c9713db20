import { InvalidInputError } from './domain-error.js';

/** What one part of a key may hold; a cursor is somebody's input, and ends up in a query. */
const KINDS = {
  /** Any text Postgres can store. */
  text: (part: string) => part.isWellFormed() && !part.includes('\0'),
  /** A bigint id, as digits. */
  digits: (part: string) => /^\d{1,18}$/.test(part),
  /** The value of an integer column that counts up from 0, as digits. */
  count: (part: string) => /^\d{1,10}$/.test(part) && Number(part) < 2 ** 31,
  /** A point in time as `Date.toISOString` or Postgres' `to_json` write it; microseconds survive. */
  instant: isInstant,
} as const;

export type KeyKind = keyof typeof KINDS;

/** One page of a list, and the cursor of the page after it; `null` ends the list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The sort key of the last row somebody has seen, as text for a URL (base64url of JSON). */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param kinds what each part of the key is, in the order it was encoded
 * @throws InvalidInputError `INVALID_CURSOR` for anything `encodeCursor` did not make for these kinds
 */
export function decodeCursor<const K extends readonly KeyKind[]>(
  cursor: string,
  kinds: K,
): { readonly [I in keyof K]: string } {
  const key = parse(cursor);
  if (!Array.isArray(key) || key.length !== kinds.length) throw invalidCursor();
  const fits = kinds.every((kind, i) => typeof key[i] === 'string' && KINDS[kind](key[i]));
  if (!fits) throw invalidCursor();
  return key as { readonly [I in keyof K]: string };
}

/**
 * Makes a page of rows that were read with `LIMIT limit + 1`: the row too many
 * only tells that there is a next page.
 */
export function cutPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items, nextCursor };
}

const INSTANT =
  /^(?!0000)(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** `Date.parse` takes the 30th of February, Postgres does not; so the day has to survive a round trip. */
function isInstant(part: string): boolean {
  const day = INSTANT.exec(part)?.[1];
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
  } catch {
    throw invalidCursor();
  }
}

export function invalidCursor(): InvalidInputError {
  return new InvalidInputError(
    '"cursor" must be the next_cursor of an earlier answer of this list.',
    'INVALID_CURSOR',
  );
}
