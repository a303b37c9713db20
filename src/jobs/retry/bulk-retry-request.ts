import { wordFrom } from '../../common/http/query.js';
import {
  EmptyFilterError,
  fieldsOf,
  flagFrom,
  listFrom,
  wordsFrom,
  type Fields,
} from '../dto/filter-body.js';
import { jobFilterFrom } from '../dto/job-filter.js';
import { parseJobId } from '../dto/job-id.js';
import type { JobFilter } from '../reading/job-list.repository.js';
import { RETRIED_STATES, type ImageChoice } from './retry-filter.js';
import { choiceFrom } from './retry-request.js';

/** Which jobs, and which images of them. */
export interface BulkFilter {
  readonly jobIds?: readonly string[];
  readonly jobs: JobFilter;
  readonly choice: ImageChoice;
}

export interface BulkRetryRequest {
  readonly filter: BulkFilter;
  /** The filter as it was sent, to be read again later. */
  readonly sent: object;
  readonly dryRun: boolean;
}

const WORDS = ['status', 'state', 'group', 'reference', 'label', 'from', 'to'];
const LISTS = ['job_ids', 'store_ids', 'area_codes', 'codes', 'states'];

/** @throws InvalidInputError naming the field, EmptyFilterError */
export function readBulkRetryRequest(body: unknown): BulkRetryRequest {
  const fields = fieldsOf(body, ['filter', 'dry_run']);
  const sent = fieldsOf(fields['filter'], [...LISTS, ...WORDS], '"filter"');
  return { filter: readBulkFilter(sent), sent, dryRun: flagFrom(fields, 'dry_run') };
}

/** @throws InvalidInputError naming the field, EmptyFilterError */
export function readBulkFilter(fields: Fields): BulkFilter {
  if (Object.keys(fields).length === 0) throw new EmptyFilterError('{"status": "failed"}');
  const words = wordsFrom(fields, WORDS);
  return {
    jobIds: listFrom(fields, 'job_ids')?.map(parseJobId),
    jobs: { ...jobFilterFrom(words), state: wordFrom(words, 'state', RETRIED_STATES) },
    choice: choiceFrom(fields),
  };
}
