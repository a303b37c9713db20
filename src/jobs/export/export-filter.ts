import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { timeRangeFrom, type TimeRange } from '../../common/http/time-range.js';
import { imageFilterFrom, jobFilterFrom } from '../dto/job-filter.js';
import { JOB_STATES, type JobState, type JobStatus } from '../job-status.js';
import type { ImageFilter } from '../reading/image-list.repository.js';

/** Which images are exported; all of them when nothing is said. */
export interface ExportFilter extends ImageFilter {
  readonly jobId?: string;
  readonly status?: JobStatus;
  /** The same in more detail. */
  readonly jobState?: JobState;
  readonly reference?: string;
  readonly label?: { readonly name: string; readonly value: string };
  /** The area a store was in when it was visited. */
  readonly areaCode?: string;
  /** When the store was visited. */
  readonly visited: TimeRange;
  /** When the job was submitted. */
  readonly submitted: TimeRange;
}

/** @throws InvalidInputError naming the value that does not fit */
export function exportFilterFrom(query: Query): ExportFilter {
  const { status, reference, label } = jobFilterFrom(query);
  const areaCode = textFrom(query, 'area_code');
  const { state, code, storeId, warning } = imageFilterFrom(query);
  return {
    state,
    code,
    storeId,
    warning,
    status,
    jobState: wordFrom(query, 'job_state', JOB_STATES),
    reference,
    label,
    areaCode,
    visited: timeRangeFrom(query, 'from', 'to'),
    submitted: timeRangeFrom(query, 'submitted_from', 'submitted_to'),
  };
}

/** Of one job: as the list of its images. @throws InvalidInputError naming the value that does not fit */
export function jobExportFilterFrom(jobId: string, query: Query): ExportFilter {
  return { ...imageFilterFrom(query), jobId, visited: {}, submitted: {} };
}
