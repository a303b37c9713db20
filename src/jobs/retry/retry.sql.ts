import { recordBy } from '../../access/audit/record-by.js';
import type { ImageChoice } from './retry-filter.js';

/**
 * Images of settled jobs that failed or were cancelled in their newest run, and fit what was chosen.
 * In a settled job, an image without a result is one that was cancelled.
 *
 * From an image on, its result and its visit are one look-up each by their keys. OFFSET 0 keeps it so: of a job that
 * was just settled statistics know nothing, and a plan that joins all of its results with all of its images by `idx`
 * alone took over 30 s for 20,000 images (0.4 s like this).
 *
 * @param job the job's id, as SQL
 * @param first number of the first of four parameters, which `choiceValues` gives
 * @param group whether the store of a visit `v` belongs to the chosen group
 */
export function chosenImages(job: string, first: number, group = 'true'): string {
  const [codes, stores, areas, states] = [first, first + 1, first + 2, first + 3];
  return `
    SELECT i.job_id, i.idx, i.run, v.store_id, r.code, r.job_id IS NULL AS without_result,
      CASE WHEN r.state = 2 THEN 'failed' ELSE 'cancelled' END AS state
    FROM images i
    LEFT JOIN LATERAL (
      SELECT r.job_id, r.state, r.code FROM image_results r
      WHERE r.job_id = i.job_id AND r.idx = i.idx AND r.run = i.run OFFSET 0
    ) AS r ON true
    CROSS JOIN LATERAL (
      SELECT v.store_id, v.visit_time FROM visits v WHERE v.job_id = i.job_id AND v.visit_no = i.visit_no OFFSET 0
    ) AS v
    WHERE i.job_id = ${job} AND r.state IS DISTINCT FROM 1
      AND ($${codes}::text[] IS NULL OR r.code = ANY ($${codes}))
      AND ($${stores}::text[] IS NULL OR v.store_id = ANY ($${stores}))
      AND ($${areas}::text[] IS NULL OR store_area_at(v.store_id, v.visit_time) = ANY ($${areas}))
      AND ($${states}::text[] IS NULL OR CASE WHEN r.state = 2 THEN 'failed' ELSE 'cancelled' END = ANY ($${states}))
      AND ${group}`;
}

export function choiceValues({
  codes,
  storeIds,
  areaCodes,
  states,
}: ImageChoice): (readonly string[] | null)[] {
  return [codes ?? null, storeIds ?? null, areaCodes ?? null, states ?? null];
}

/** What a retry would take, out of `chosen`. */
export const COUNTS = `
  SELECT count(*)::int AS images, count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled,
    count(DISTINCT store_id)::int AS stores, count(DISTINCT job_id)::int AS jobs,
    (SELECT coalesce(json_agg(json_build_object('code', code, 'images', n) ORDER BY n DESC, code), '[]')
      FROM (SELECT code, count(*)::int AS n FROM chosen WHERE state = 'failed' GROUP BY code) AS codes) AS "byCode"
  FROM chosen`;

/** $1 the job, $2..$5 the choice. @param group as of `chosenImages` */
export const countOne = (group?: string) =>
  `WITH chosen AS MATERIALIZED (${chosenImages('$1', 2, group)}) ${COUNTS}`;

export const LOCK_JOB = `
  SELECT run, settled_at IS NOT NULL AS settled, images_removed_at AS "removedAt" FROM jobs WHERE id = $1 FOR UPDATE`;

/**
 * Reopens a settled job, whose row the transaction has locked: the chosen images become a run of their own.
 * $1 the job, $2..$5 the choice, $6 its present run, $7..$10 who does it, $11 the filter as it was sent, $12 the
 * id of a retry of many jobs or NULL.
 *
 * An image that was cancelled without a result gets one for the run it was in: it is about to leave that run, whose
 * list shall go on showing it.
 */
export const reopenJob = (group?: string) => `
  WITH chosen AS MATERIALIZED (${chosenImages('$1', 2, group)}
  ), kept AS (
    INSERT INTO image_results (job_id, idx, run, state, attempts)
    SELECT $1, idx, run, 3, 0 FROM chosen WHERE without_result
  ), again AS (
    UPDATE images i SET run = $6::smallint + 1 WHERE i.job_id = $1 AND i.idx = ANY (ARRAY(SELECT idx FROM chosen))
  ), counted AS (
    SELECT count(*)::int AS images, count(*) FILTER (WHERE state = 'failed')::int AS bad,
      count(*) FILTER (WHERE state = 'cancelled')::int AS gone, min(idx) AS first_idx, max(idx) + 1 AS end_idx
    FROM chosen HAVING count(*) > 0
  ), job AS (
    UPDATE jobs SET run = $6::smallint + 1, failed = failed - bad, cancelled = cancelled - gone,
      settled_at = NULL, cancelled_at = NULL, paused_at = NULL
    FROM counted WHERE jobs.id = $1
    RETURNING jobs.id, jobs.run, jobs.priority, images, first_idx, end_idx
  ), run AS (
    INSERT INTO job_runs (job_id, run, next_idx, end_idx, images_left, priority, main_host, boundaries)
    SELECT job.id, job.run, first_idx, job.end_idx, images, job.priority, main_host, boundaries
    FROM job JOIN job_runs first ON first.job_id = $1 AND first.run = 0
  ), event AS (
    INSERT INTO job_events (job_id, kind, actor, detail)
    SELECT id, 'reopened', CASE WHEN $7::bigint IS NOT NULL OR $12::text IS NOT NULL THEN nullif($8::text, '') END,
      jsonb_strip_nulls(jsonb_build_object('run', run, 'images', images, 'filter', $11::jsonb, 'retry_id', $12::text))
    FROM job
  ), audit AS (
    ${recordBy(7, 'job.retried')}, id::text, jsonb_build_object('run', run, 'images', images) FROM job
    WHERE $12::text IS NULL
  )
  SELECT run, images FROM job`;
