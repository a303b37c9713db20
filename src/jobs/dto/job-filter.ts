import { InvalidInputError } from '../../common/domain-error.js';
import { parseCursor } from '../../common/http/cursor.js';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { timeRangeFrom } from '../../common/http/time-range.js';
import { quote } from '../../common/quote.js';
import { JOB_STATUSES } from '../job-status.js';
import { IMAGE_STATES, type ImageFilter } from '../reading/image-list.repository.js';
import type { JobFilter } from '../reading/job-list.repository.js';

/** @throws InvalidInputError naming the value that does not fit */
export function jobFilterFrom(query: Query): JobFilter {
  return {
    status: wordFrom(query, 'status', JOB_STATUSES),
    storeId: textFrom(query, 'store_id'),
    areaCode: textFrom(query, 'area_code'),
    group: textFrom(query, 'group'),
    code: textFrom(query, 'code'),
    reference: textFrom(query, 'reference'),
    label: labelFrom(query),
    created: timeRangeFrom(query, 'from', 'to'),
  };
}

/** All but the group, which others know. @throws InvalidInputError naming the value that does not fit */
export function imageFilterFrom(query: Query): ImageFilter {
  return {
    run: runFrom(query),
    state: wordFrom(query, 'state', IMAGE_STATES),
    code: textFrom(query, 'code'),
    storeId: textFrom(query, 'store_id'),
    warning: textFrom(query, 'warning'),
  };
}

/**
 * The place in the job that a page of images comes after; -1 for the first page.
 *
 * @throws InvalidInputError naming the value that does not fit
 */
export function imagesAfter(query: Query): number {
  const [cursor] = parseCursor(query['cursor'], ['digits']) ?? [];
  const from = textFrom(query, 'from_idx');
  if (cursor !== undefined && from !== undefined) {
    throw new InvalidInputError('"cursor" and "from_idx" both say where the page begins; give one of them.');
  }
  if (from !== undefined && !/^\d{1,15}$/.test(from)) {
    throw new InvalidInputError(`"from_idx" must be the place of an image, 0 or more; not ${quote(from)}.`);
  }
  return from === undefined ? Number(cursor ?? -1) : Number(from) - 1;
}

/** @throws InvalidInputError when it is no number of a run */
export function runFrom(query: Query): number | undefined {
  const text = textFrom(query, 'run');
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new InvalidInputError(`"run" must be the number of a run, 0 for the first; not ${quote(text)}.`);
}

function labelFrom(query: Query): JobFilter['label'] {
  const text = textFrom(query, 'label');
  if (text === undefined) return undefined;
  const [, name, value] = /^([^:]+):(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidInputError(`"label" must be a name and a value like team:north, not ${quote(text)}.`);
  }
  return { name, value };
}
