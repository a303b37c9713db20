import { decodeCursor, invalidCursor, type KeyKind } from '../cursor.js';
import { InvalidInputError } from '../domain-error.js';
import { quote } from '../quote.js';

/** Rows of a page when nobody asks for another number. */
export const DEFAULT_LIMIT = 50;
/** Most rows of a page; keeps an answer well under a megabyte. */
export const MAX_LIMIT = 500;

/**
 * Reads `?limit=`; a missing or empty one means 50.
 *
 * @throws InvalidInputError for anything but a whole number from 1 to 500
 */
export function parseLimit(value: unknown): number {
  if (value === undefined || value === '') return DEFAULT_LIMIT;
  const limit = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidInputError(`"limit" must be a whole number from 1 to ${MAX_LIMIT}, not ${quote(value)}.`);
}

/**
 * Reads `?cursor=`; a missing or empty one means the first page.
 *
 * @throws InvalidInputError `INVALID_CURSOR`
 */
export function parseCursor<const K extends readonly KeyKind[]>(
  value: unknown,
  kinds: K,
): { readonly [I in keyof K]: string } | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw invalidCursor();
  return decodeCursor(value, kinds);
}
