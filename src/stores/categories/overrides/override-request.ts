import { InvalidInputError } from '../../../common/domain-error.js';
import { quote } from '../../../common/quote.js';
import { CATEGORIES, type Category } from '../category.js';

/** @throws InvalidInputError */
export function readCategory(body: unknown): Category {
  const value = (body as { category?: unknown } | undefined)?.category;
  const category = CATEGORIES.find((known) => known === value);
  if (category) return category;
  throw new InvalidInputError(`"category" must be ${CATEGORIES.join(', ')}; not ${quote(value)}.`);
}
