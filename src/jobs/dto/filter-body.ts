import { DomainError, InvalidInputError } from '../../common/domain-error.js';
import type { Query } from '../../common/http/query.js';
import { quote } from '../../common/quote.js';

/** Entries of a list in a filter at the most. */
const MAX_ENTRIES = 1_000;

/** What a JSON body has under its names; nothing is known of the values. */
export type Fields = Readonly<Record<string, unknown>>;

/** Nothing ever means all jobs. */
export class EmptyFilterError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'EMPTY_FILTER';
  /** @param example a filter that names something, as JSON */
  constructor(example: string) {
    super(`"filter" must name at least one thing, like ${example}; nothing means no job here.`);
  }
}

/** The fields of an object; nothing at all counts as an empty one. */
export function fieldsOf(value: unknown, known: readonly string[], name = 'The request body'): Fields {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidInputError(`${name} must be a JSON object.`);
  }
  const unknown = Object.keys(value).find((field) => !known.includes(field));
  if (unknown !== undefined) {
    throw new InvalidInputError(`${name} may have ${known.join(', ')}, but not ${quote(unknown)}.`);
  }
  return value as Fields;
}

export function flagFrom(fields: Fields, name: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value !== 'boolean') throw new InvalidInputError(`"${name}" must be true or false.`);
  return value;
}

/** A list of different strings; an empty one is refused, as it could mean none as well as all. */
export function listFrom(fields: Fields, name: string): readonly string[] | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const fits = Array.isArray(value) && value.length > 0 && value.length <= MAX_ENTRIES && value.every(isText);
  if (!fits) {
    throw new InvalidInputError(
      `"${name}" must be a list of 1 to ${MAX_ENTRIES} strings that are not empty, and valid Unicode.`,
    );
  }
  return [...new Set(value)];
}

/**
 * The values of a filter that a query could have too. There an empty one counts as absent; here it would widen the filter.
 *
 * @throws InvalidInputError naming the one that is no text
 */
export function wordsFrom(fields: Fields, names: readonly string[]): Query {
  const words = Object.entries(fields).filter(([name]) => names.includes(name));
  for (const [name, value] of words) {
    if (!isText(value)) {
      throw new InvalidInputError(`"${name}" must be a string that is not empty, and valid Unicode.`);
    }
  }
  return Object.fromEntries(words);
}

/** A string that Postgres can store, and that is not empty. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\0') && value.isWellFormed();
}
