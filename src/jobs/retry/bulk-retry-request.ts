import { DomainError, InvalidInputError } from '../../common/domain-error.js';
import type { Query } from '../../common/http/query.js';
import { jobFilterFrom } from '../dto/job-filter.js';
import { parseJobId } from '../dto/job-id.js';
import type { JobFilter } from '../reading/job-list.repository.js';
import type { ImageChoice } from './retry-filter.js';
import { choiceFrom, fieldsOf, flagFrom, isText, listFrom } from './retry-request.js';

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

/** Nothing ever means all jobs. */
export class EmptyFilterError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'EMPTY_FILTER';
  constructor() {
    super('"filter" must name at least one thing, like {"status": "failed"}; nothing means no job here.');
  }
}

const WORDS = ['status', 'reference', 'label', 'from', 'to'];
const LISTS = ['job_ids', 'store_ids', 'area_codes', 'codes'];

/** @throws InvalidInputError naming the field, EmptyFilterError */
export function readBulkRetryRequest(body: unknown): BulkRetryRequest {
  const fields = fieldsOf(body, ['filter', 'dry_run']);
  const sent = fieldsOf(fields['filter'], [...LISTS, ...WORDS], '"filter"');
  return { filter: readBulkFilter(sent), sent, dryRun: flagFrom(fields, 'dry_run') };
}

/** @throws InvalidInputError naming the field, EmptyFilterError */
export function readBulkFilter(fields: Readonly<Record<string, unknown>>): BulkFilter {
  if (Object.keys(fields).length === 0) throw new EmptyFilterError();
  return {
    jobIds: listFrom(fields, 'job_ids')?.map(parseJobId),
    jobs: jobFilterFrom(wordsOf(fields)),
    choice: choiceFrom(fields),
  };
}

/** An empty word counts as absent in a query, and would widen the filter here. */
function wordsOf(fields: Readonly<Record<string, unknown>>): Query {
  const words = Object.entries(fields).filter(([name]) => WORDS.includes(name));
  for (const [name, value] of words) {
    if (!isText(value)) {
      throw new InvalidInputError(`"${name}" must be a string that is not empty, and valid Unicode.`);
    }
  }
  return Object.fromEntries(words);
}
