import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, type Query } from '../../common/http/query.js';

/** More do not fit side by side. */
export const MAX_COMPARED = 6;

/**
 * Reads `ids`, as in `3,1,2`.
 *
 * @throws InvalidInputError unless there are 2 to 6 different ones
 */
export function comparedGroupsFrom(query: Query): string[] {
  const ids = (textFrom(query, 'ids') ?? '').split(',').map((id) => id.trim());
  const different = [...new Set(ids)].filter(Boolean);
  if (different.length >= 2 && different.length <= MAX_COMPARED) return different;
  throw new InvalidInputError(`"ids" must name 2 to ${MAX_COMPARED} different groups, as in "ids=3,1,2".`);
}
