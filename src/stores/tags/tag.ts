import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';

export const MAX_TAG_LENGTH = 40;
/** Of one store. */
export const MAX_TAGS = 20;

const TAG = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._:-]*$/u;

/**
 * A tag as it is stored: `  High  Value ` is `high-value`.
 *
 * @returns undefined when the text cannot be a tag
 */
export function normalizeTag(text: string): string | undefined {
  const tag = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '-');
  return TAG.test(tag) && tag.length <= MAX_TAG_LENGTH ? tag : undefined;
}

/**
 * Tags out of a request, each once and in order.
 *
 * @throws InvalidInputError naming the one that is none, or when there are more than 20
 */
export function readTags(value: unknown, name: string): string[] {
  if (!Array.isArray(value)) throw new InvalidInputError(`"${name}" must be a list of tags.`);
  const tags = [...new Set(value.map((entry: unknown) => readTag(entry, name)))].sort();
  if (tags.length > MAX_TAGS) throw new InvalidInputError(`"${name}" may have at most ${MAX_TAGS} tags.`);
  return tags;
}

/** @throws InvalidInputError */
export function readTag(value: unknown, name: string): string {
  const tag = typeof value === 'string' ? normalizeTag(value) : undefined;
  if (tag !== undefined) return tag;
  throw new InvalidInputError(
    `"${name}" has ${quote(value)}, which is no tag: at most ${MAX_TAG_LENGTH} letters, digits, and - _ . : between them.`,
  );
}
