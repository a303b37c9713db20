import { wordFrom } from '../../common/http/query.js';
import { EmptyFilterError, fieldsOf, flagFrom, listFrom, wordsFrom } from '../dto/filter-body.js';
import { jobFilterFrom } from '../dto/job-filter.js';
import { parseJobId } from '../dto/job-id.js';
import type { JobFilter } from '../reading/job-list.repository.js';

/** States of jobs that can be cancelled. */
export const OPEN_STATES = ['queued', 'running', 'paused'] as const;

export interface BulkCancelRequest {
  /** Which jobs; all that is named must fit. */
  readonly filter: JobFilter;
  /** The filter as it was sent. */
  readonly sent: object;
  readonly dryRun: boolean;
}

const WORDS = ['state', 'store_id', 'area_code', 'group', 'code', 'reference', 'label', 'from', 'to'];

/** @throws InvalidInputError naming the field, EmptyFilterError */
export function readBulkCancelRequest(body: unknown): BulkCancelRequest {
  const fields = fieldsOf(body, ['filter', 'dry_run']);
  const sent = fieldsOf(fields['filter'], ['job_ids', ...WORDS], '"filter"');
  if (Object.keys(sent).length === 0) throw new EmptyFilterError('{"state": "queued"}');
  const words = wordsFrom(sent, WORDS);
  const filter = {
    ...jobFilterFrom(words),
    ids: listFrom(sent, 'job_ids')?.map(parseJobId),
    state: wordFrom(words, 'state', OPEN_STATES),
  };
  return { filter, sent, dryRun: flagFrom(fields, 'dry_run') };
}
