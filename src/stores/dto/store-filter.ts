import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import type { StoreFilter } from '../stores.repository.js';

/** A longer search text finds nothing anyway, at a high price. */
const MAX_SEARCH = 100;

/** @throws InvalidInputError naming the value that does not fit */
export function storeFilterFrom(query: Query): StoreFilter {
  return {
    text: searchFrom(query),
    areaCode: textFrom(query, 'area_code'),
    active: flagFrom(query, 'active'),
  };
}

/** A query value that is `true` or `false`. */
export function flagFrom(query: Query, name: string): boolean | undefined {
  const word = wordFrom(query, name, ['true', 'false']);
  return word === undefined ? undefined : word === 'true';
}

function searchFrom(query: Query): string | undefined {
  const text = textFrom(query, 'q')?.trim();
  if (text && text.length > MAX_SEARCH) {
    throw new InvalidInputError(`"q" must have at most ${MAX_SEARCH} characters.`);
  }
  return text || undefined;
}
