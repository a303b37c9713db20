import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { CATEGORIES } from '../categories/category.js';
import type { SearchFilter } from './search.sql.js';

/** Longest text that is searched for; no shop has a longer name in practice. */
const MAX_SEARCH = 200;
const DEFAULT_HITS = 10;
export const MAX_HITS = 50;

/** @throws InvalidInputError when `q` is missing, blank or too long */
export function searchTextFrom(query: Query): string {
  const text = textFrom(query, 'q') ?? '';
  if (text.trim() === '')
    throw new InvalidInputError('"q" must be a name, a part of one, or the id of a store.');
  if (text.length > MAX_SEARCH)
    throw new InvalidInputError(`"q" must have at most ${MAX_SEARCH} characters, not ${text.length}.`);
  return text.toWellFormed();
}

/** All but the group, which others know. @throws InvalidInputError naming the value that does not fit */
export function searchFilterFrom(query: Query): SearchFilter {
  return { areaCode: textFrom(query, 'area_code'), category: wordFrom(query, 'category', CATEGORIES) };
}

/** @throws InvalidInputError for anything but a whole number from 1 to 50 */
export function hitLimitFrom(query: Query): number {
  const text = textFrom(query, 'limit');
  if (text === undefined) return DEFAULT_HITS;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (limit >= 1 && limit <= MAX_HITS) return limit;
  throw new InvalidInputError(`"limit" must be a whole number from 1 to ${MAX_HITS}, not ${quote(text)}.`);
}
