import { InvalidInputError } from '../domain-error.js';
import { quote } from '../quote.js';

/** The query of a request, as Express' simple parser reads it; a name that is repeated has a list. */
export type Query = Readonly<Record<string, unknown>>;

/**
 * A query value that may be given once; an empty one counts as absent.
 *
 * @throws InvalidInputError when it is repeated or cannot be stored
 */
export function textFrom(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new InvalidInputError(`"${name}" may be given only once.`);
  if (value.includes('\0')) throw new InvalidInputError(`"${name}" must not contain a NUL character.`);
  return value;
}

/** A query value that must be one of a few words. */
export function wordFrom<T extends string>(query: Query, name: string, words: readonly T[]): T | undefined {
  const text = textFrom(query, name);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  throw new InvalidInputError(`"${name}" must be ${words.join(', ')}; not ${quote(text)}.`);
}
