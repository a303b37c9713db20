import type { Warning } from '../queue/outcome.js';
import type { ImageState } from '../reading/image-list.repository.js';

/** One image with what came of it, as it is exported. */
export interface ResultRow {
  readonly jobId: string;
  readonly reference: string | null;
  readonly run: number;
  readonly idx: number;
  readonly storeId: string;
  readonly storeName: string | null;
  /** Of the store at the time of the visit. */
  readonly areaCode: string | null;
  readonly visitTime: Date;
  readonly url: string;
  readonly state: ImageState;
  readonly width: number | null;
  readonly height: number | null;
  readonly perimeter: number | null;
  readonly format: string | null;
  readonly bytes: number | null;
  readonly code: string | null;
  readonly error: string | null;
  readonly attempts: number | null;
  readonly queueMs: number | null;
  readonly downloadMs: number | null;
  readonly verifyMs: number | null;
  readonly simulateMs: number | null;
  readonly recordMs: number | null;
  readonly recordedAt: Date | null;
  readonly sharpness: number | null;
  readonly brightness: number | null;
  readonly rulesVersion: number | null;
  readonly warnings: readonly Warning[] | null;
  readonly visitNo: number;
  readonly priority: number | null;
}

export type Value = string | number | Date | null;

export interface Column {
  readonly name: string;
  readonly isTime?: boolean;
  /** In characters, where a spreadsheet has column widths. */
  readonly width: number;
  readonly of: (row: ResultRow) => Value;
}

/** Longest whole number that a spreadsheet shows to its last digit. */
const EXACT_DIGITS = 15;

/** The columns of every export, in their order. Names and meanings are those of the API. */
export const COLUMNS: readonly Column[] = [
  {
    name: 'job_id',
    width: 10,
    of: ({ jobId }) => (jobId.length <= EXACT_DIGITS ? Number(jobId) : jobId),
  },
  { name: 'reference', width: 18, of: ({ reference }) => reference },
  { name: 'run', width: 6, of: ({ run }) => run },
  { name: 'idx', width: 8, of: ({ idx }) => idx },
  { name: 'store_id', width: 12, of: ({ storeId }) => storeId },
  { name: 'store_name', width: 28, of: ({ storeName }) => storeName },
  { name: 'area_code', width: 12, of: ({ areaCode }) => areaCode },
  { name: 'visit_time', width: 20, isTime: true, of: ({ visitTime }) => visitTime },
  { name: 'image_url', width: 48, of: ({ url }) => url },
  { name: 'state', width: 10, of: ({ state }) => state },
  { name: 'width', width: 8, of: ({ width }) => width },
  { name: 'height', width: 8, of: ({ height }) => height },
  { name: 'perimeter', width: 10, of: ({ perimeter }) => perimeter },
  { name: 'format', width: 8, of: ({ format }) => format },
  { name: 'bytes', width: 10, of: ({ bytes }) => bytes },
  { name: 'code', width: 18, of: ({ code }) => code },
  { name: 'error', width: 48, of: ({ error }) => error },
  { name: 'attempts', width: 9, of: ({ attempts }) => attempts },
  { name: 'queue_ms', width: 10, of: ({ queueMs }) => queueMs },
  { name: 'download_ms', width: 13, of: ({ downloadMs }) => downloadMs },
  { name: 'verify_ms', width: 10, of: ({ verifyMs }) => verifyMs },
  { name: 'simulate_ms', width: 12, of: ({ simulateMs }) => simulateMs },
  { name: 'record_ms', width: 10, of: ({ recordMs }) => recordMs },
  { name: 'total_ms', width: 10, of: totalMs },
  { name: 'recorded_at', width: 20, isTime: true, of: ({ recordedAt }) => recordedAt },
  { name: 'sharpness', width: 10, of: ({ sharpness }) => sharpness },
  { name: 'brightness', width: 10, of: ({ brightness }) => brightness },
  { name: 'rules_version', width: 12, of: ({ rulesVersion }) => rulesVersion },
  {
    name: 'warnings',
    width: 30,
    of: ({ warnings }) => warnings && warnings.map(({ code }) => code).join(' '),
  },
  { name: 'visit_no', width: 8, of: ({ visitNo }) => visitNo },
  { name: 'priority', width: 8, of: ({ priority }) => priority },
];

function totalMs({ queueMs, downloadMs, verifyMs, simulateMs, recordMs }: ResultRow): number | null {
  const stages = [queueMs, downloadMs, verifyMs, simulateMs, recordMs].filter((ms) => ms !== null);
  return stages.length === 0 ? null : stages.reduce((sum, ms) => sum + ms, 0);
}
