import { textFrom, type Query } from '../../common/http/query.js';
import { timeRangeFrom, type TimeRange } from '../../common/http/time-range.js';
import { imageFilterFrom, jobFilterFrom } from '../dto/job-filter.js';
import type { JobStatus } from '../job-status.js';
import type { ImageFilter } from '../reading/image-list.repository.js';

/** Which images are exported; all of them when nothing is said. */
export interface ExportFilter extends ImageFilter {
  readonly jobId?: string;
  readonly status?: JobStatus;
  readonly reference?: string;
  readonly label?: { readonly name: string; readonly value: string };
  /** The area a store was in when it was visited. */
  readonly areaCode?: string;
  /** When the store was visited. */
  readonly visited: TimeRange;
}

/** @throws InvalidInputError naming the value that does not fit */
export function exportFilterFrom(query: Query): ExportFilter {
  const { status, reference, label } = jobFilterFrom(query);
  const areaCode = textFrom(query, 'area_code');
  const { state, code, storeId } = imageFilterFrom(query);
  return {
    state,
    code,
    storeId,
    status,
    reference,
    label,
    areaCode,
    visited: timeRangeFrom(query, 'from', 'to'),
  };
}

/** Of one job: as the list of its images. @throws InvalidInputError naming the value that does not fit */
export function jobExportFilterFrom(jobId: string, query: Query): ExportFilter {
  return { ...imageFilterFrom(query), jobId, visited: {} };
}
