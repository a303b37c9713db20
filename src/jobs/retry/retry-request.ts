import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom } from '../../common/http/query.js';
import { quote } from '../../common/quote.js';
import { fieldsOf, flagFrom, listFrom, wordsFrom, type Fields } from '../dto/filter-body.js';
import { RETRIED_STATES, type ImageChoice } from './retry-filter.js';

export interface RetryRequest {
  readonly choice: ImageChoice;
  /** The choice as it was sent. */
  readonly filter: object;
  readonly dryRun: boolean;
}

const CHOICES = ['codes', 'store_ids', 'area_codes', 'group', 'states'];

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
    ...(fields['group'] !== undefined && { group: textFrom(wordsFrom(fields, ['group']), 'group') }),
    states: states as ImageChoice['states'],
  };
}
