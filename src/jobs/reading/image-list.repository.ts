import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { cutPage, type Page } from '../../common/cursor.js';
import type { GroupCondition } from '../../stores/store-condition.js';
import { RESULT_STATE, type ImageResultEntity } from '../image-result.entity.js';

export const IMAGE_STATES = ['pending', 'measured', 'failed', 'cancelled'] as const;
export type ImageState = (typeof IMAGE_STATES)[number];

/** An image that could not be measured. */
export interface ImageFailure {
  readonly storeId: string;
  readonly url: string;
  readonly code: string;
  readonly error: string;
}

/** The same with its place among the failures of the job: 1, 2, 3 .. */
export interface NumberedFailure extends ImageFailure {
  readonly failureNo: number;
}

type Result = Omit<ImageResultEntity, 'jobId' | 'state' | 'attempts' | 'failureNo' | 'recordedAt'>;

/** An image with the result of its newest run; every result column is null while it is pending. */
export interface ImageRow extends Result {
  readonly url: string;
  readonly visitNo: number;
  readonly storeId: string;
  readonly visitTime: Date;
  readonly priority: number | null;
  readonly state: ImageState;
  readonly attempts: number | null;
}

export interface ImageFilter {
  /** An earlier run, with the images that took part in it; otherwise all images, each with its newest run. */
  readonly run?: number;
  readonly state?: ImageState;
  readonly code?: string;
  readonly storeId?: string;
  /** Code of a rule they do not meet and that let them pass; `any` of all of them. */
  readonly warning?: string;
  /** Only images of stores that belong to it now. */
  readonly group?: GroupCondition;
}

/**
 * State of an image in SQL, from its result `r` and its run `n`, both left-joined: without a result it
 * is pending, in a run that was cancelled it is cancelled.
 */
export const IMAGE_STATE = `CASE WHEN r.state = 1 THEN 'measured' WHEN r.state = 2 THEN 'failed'
  WHEN r.state = 3 OR n.cancelled_at IS NOT NULL THEN 'cancelled' ELSE 'pending' END`;

/**
 * From an image on, all else is one look-up by its key. OFFSET 0 keeps it so: statistics know nothing of a job that was
 * just submitted, and a plan that joins its images by `idx` or `visit_no` alone is quadratic.
 */
const LIST = `
  SELECT i.idx, i.url, coalesce(r.run, i.run) AS run, i.visit_no AS "visitNo", v.store_id AS "storeId",
    v.visit_time AS "visitTime", v.priority, ${IMAGE_STATE} AS state,
    r.width, r.height, r.perimeter, r.format, r.bytes, r.sharpness, r.brightness, r.rules_version AS "rulesVersion",
    r.warnings, r.code, r.error, r.attempts, r.queue_ms AS "queueMs",
    r.download_ms AS "downloadMs", r.verify_ms AS "verifyMs", r.simulate_ms AS "simulateMs", r.record_ms AS "recordMs"
  FROM images i
  CROSS JOIN LATERAL (
    SELECT v.store_id, v.visit_time, v.priority FROM visits v WHERE v.job_id = i.job_id AND v.visit_no = i.visit_no OFFSET 0
  ) AS v
  LEFT JOIN LATERAL (
    SELECT * FROM image_results r WHERE r.job_id = i.job_id AND r.idx = i.idx AND r.run = coalesce($4, i.run) OFFSET 0
  ) AS r ON true
  LEFT JOIN LATERAL (
    SELECT n.cancelled_at FROM job_runs n WHERE n.job_id = i.job_id AND n.run = i.run OFFSET 0
  ) AS n ON true
  WHERE i.job_id = $1 AND i.idx > $2::bigint AND ($4::smallint IS NULL OR r.job_id IS NOT NULL OR i.run = $4)`;

const FAILED_IDX = `i.idx = ANY (ARRAY(
  SELECT idx FROM image_results WHERE job_id = $1 AND failure_no IS NOT NULL AND idx > $2::bigint))`;

const WARNED_IDX = `i.idx = ANY (ARRAY(
  SELECT idx FROM image_results WHERE job_id = $1 AND warnings IS NOT NULL AND idx > $2::bigint))`;

const inVisit = (condition: string) =>
  `i.visit_no = ANY (ARRAY(SELECT v.visit_no FROM visits v WHERE v.job_id = $1 AND ${condition}))`;

/** That a result `r` passed with a warning, as SQL. @param code `any` for whatever it is */
export function hasWarning(code: string, bind: (value: unknown) => string): string {
  const warned =
    code === 'any' ? 'r.warnings IS NOT NULL' : `r.warnings @> ${bind(JSON.stringify([{ code }]))}::jsonb`;
  return `r.state = ${RESULT_STATE.measured} AND ${warned}`;
}

@Injectable()
export class ImageListRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Images of a job after a place in it, in their order. */
  async findPage(jobId: string, filter: ImageFilter, after: number, limit: number): Promise<Page<ImageRow>> {
    const params: unknown[] = [jobId, after, limit + 1, filter.run ?? null];
    const conditions: string[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    if (filter.state === 'pending') conditions.push(`r.job_id IS NULL AND n.cancelled_at IS NULL`);
    else if (filter.state === 'cancelled')
      conditions.push(`(r.state = 3 OR (r.job_id IS NULL AND n.cancelled_at IS NOT NULL))`);
    else if (filter.state) conditions.push(`r.state = ${bind(IMAGE_STATES.indexOf(filter.state))}`);
    // A job's few failures are found by their own index, and so are a store's few visits.
    if (filter.state === 'failed') conditions.push(FAILED_IDX);
    if (filter.code) conditions.push(`r.code = ${bind(filter.code)}`);
    if (filter.warning) conditions.push(WARNED_IDX, hasWarning(filter.warning, bind));
    if (filter.storeId) conditions.push(inVisit(`v.store_id = ${bind(filter.storeId)}`));
    if (filter.group) conditions.push(filter.group.ofStoreId('v.store_id', bind));
    const where = conditions.map((condition) => ` AND ${condition}`).join('');
    const rows = await this.dataSource.query<ImageRow[]>(`${LIST}${where} ORDER BY i.idx LIMIT $3`, params);
    return cutPage(rows, limit, ({ idx }) => [String(idx)]);
  }

  /** Failures of a job's images in their newest run, in the order they were stored, after one of them. */
  findFailures(jobId: string, limit: number, after = 0): Promise<NumberedFailure[]> {
    return this.dataSource.query<NumberedFailure[]>(
      `SELECT r.failure_no AS "failureNo", v.store_id AS "storeId", i.url, r.code, r.error
       FROM image_results r
       CROSS JOIN LATERAL (
         SELECT i.url, i.visit_no FROM images i WHERE i.job_id = r.job_id AND i.idx = r.idx AND i.run = r.run OFFSET 0
       ) AS i
       CROSS JOIN LATERAL (
         SELECT v.store_id FROM visits v WHERE v.job_id = r.job_id AND v.visit_no = i.visit_no OFFSET 0
       ) AS v
       WHERE r.job_id = $1 AND r.failure_no > $3::bigint
       ORDER BY r.failure_no LIMIT $2`,
      [jobId, limit, after],
    );
  }
}
