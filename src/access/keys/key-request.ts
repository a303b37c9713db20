import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { SCOPES, type Scope } from '../scope.js';

/** Longest name of a key, in characters. */
export const MAX_NAME = 100;

const PRINTABLE = /^[^\p{Cc}\p{Cs}]+$/u;

/** @throws InvalidInputError when it is no name that lists and logs can show */
export function parseKeyName(value: unknown): string {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name.length >= 1 && name.length <= MAX_NAME && PRINTABLE.test(name)) return name;
  throw new InvalidInputError(`"name" must be a text of 1 to ${MAX_NAME} characters, on one line.`);
}

/** @throws InvalidInputError when it is not a list of scopes with at least one */
export function parseScopes(value: unknown): Scope[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new InvalidInputError(`"scopes" must list at least one of ${SCOPES.join(', ')}.`);
  }
  return value.map((entry: unknown) => {
    const scope = SCOPES.find((known) => known === entry);
    if (scope !== undefined) return scope;
    throw new InvalidInputError(`"scopes" may have ${SCOPES.join(', ')}; not ${quote(entry)}.`);
  });
}
