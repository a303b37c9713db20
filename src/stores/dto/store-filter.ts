import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { CATEGORIES, CATEGORY_SOURCES } from '../categories/category.js';
import type { StoreFilter } from '../stores.repository.js';
import { readTag } from '../tags/tag.js';

/** A longer search text finds nothing anyway, at a high price. */
const MAX_SEARCH = 100;

/** All but the group, which others know. @throws InvalidInputError naming the value that does not fit */
export function storeFilterFrom(query: Query): StoreFilter {
  const tag = textFrom(query, 'tag');
  return {
    text: searchFrom(query),
    areaCode: textFrom(query, 'area_code'),
    active: flagFrom(query, 'active'),
    tag: tag === undefined ? undefined : readTag(tag, 'tag'),
    category: wordFrom(query, 'category', CATEGORIES),
    categorySource: wordFrom(query, 'category_source', CATEGORY_SOURCES),
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
