import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { RETRIED_STATES, type ImageChoice } from './retry-filter.js';

/** Entries of a list in a filter at the most. */
const MAX_ENTRIES = 1_000;

export interface RetryRequest {
  readonly choice: ImageChoice;
  /** The choice as it was sent. */
  readonly filter: object;
  readonly dryRun: boolean;
}

const CHOICES = ['codes', 'store_ids', 'area_codes', 'states'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the body of a retry. Which images may be named in `filter`, as for many jobs, or beside `dry_run`. A field that is not known is refused: a misspelt filter would
 * otherwise run everything again.
 *
 * @throws InvalidInputError naming the field
 */
export function readRetryRequest(body: unknown): RetryRequest {
  const { dry_run, filter: inner, ...outer } = fieldsOf(body, [...CHOICES, 'filter', 'dry_run']);
  const dryRun = flagFrom({ dry_run }, 'dry_run');
  if (inner !== undefined && Object.keys(outer).length > 0) {
    throw new InvalidInputError('Name which images in "filter" or beside it, not in both places.');
  }
  const filter = inner === undefined ? outer : fieldsOf(inner, CHOICES, '"filter"');
  return { choice: choiceFrom(filter), filter, dryRun };
}

export function choiceFrom(fields: Fields): ImageChoice {
  const states = listFrom(fields, 'states');
  const unknown = states?.find((state) => !RETRIED_STATES.some((known) => known === state));
  if (unknown !== undefined) {
    throw new InvalidInputError(`"states" may name ${RETRIED_STATES.join(' and ')}, not ${quote(unknown)}.`);
  }
  return {
    codes: listFrom(fields, 'codes'),
    storeIds: listFrom(fields, 'store_ids'),
    areaCodes: listFrom(fields, 'area_codes'),
    states: states as ImageChoice['states'],
  };
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

/** A string that Postgres can store, and that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\0') && value.isWellFormed();
}
