import { VISIT_COUNTS } from '../visits/visit-images.sql.js';

/** By what visits are counted together, and which of them. */
export interface VisitedBy {
  /** SQL on a visit `v` of a job `j`. */
  readonly key: string;
  /** Whether the store of a visit `v` is one of those that are asked about. */
  readonly belongs: string;
}

/**
 * What became of the visits of the jobs that were submitted from $1 up to $2, as CTEs: `visit`, and by `key` `visited`, `failed`
 * and `coded`.
 *
 * Most images are not looked at. A settled job without cancelled images has measured what has not failed, and failures
 * have an index of their own. Of a job that was cancelled or is under way, what was measured is counted visit by visit,
 * and the rest is cancelled or pending; only of one that runs again after a cancel every image is asked.
 *
 * OFFSET 0 makes each step from a job outwards a look-up by key, whatever statistics say of jobs that were just submitted;
 * nothing is joined before it is down to keys.
 */
export function visitedBy({ key, belongs }: VisitedBy): string {
  return `
  job AS MATERIALIZED (
    SELECT j.*, CASE
      WHEN images_removed_at IS NOT NULL AND failed + cancelled > 0 THEN 'removed'
      WHEN settled_at IS NOT NULL AND cancelled = 0 THEN 'done'
      WHEN settled_at IS NOT NULL THEN 'cancelled'
      WHEN cancelled = 0 THEN 'open' ELSE 'mixed' END AS kind
    FROM jobs j WHERE created_at >= $1 AND created_at < $2
  ), visit AS MATERIALIZED (
    SELECT v.job_id, v.first_idx, v.store_id, v.visit_time, v.image_count, j.kind, ${key} AS key, good.measured,
      mixed.measured AS mixed_measured, mixed.cancelled AS mixed_cancelled, mixed.pending AS mixed_pending
    FROM job j
    CROSS JOIN LATERAL (SELECT * FROM visits v WHERE v.job_id = j.id AND ${belongs} OFFSET 0) AS v
    LEFT JOIN LATERAL (
      SELECT count(*) AS measured FROM image_results r
      WHERE j.kind IN ('cancelled', 'open') AND r.job_id = v.job_id AND r.idx >= v.first_idx
        AND r.idx < v.first_idx + v.image_count AND r.state = 1 OFFSET 0
    ) AS good ON j.kind IN ('cancelled', 'open')
    LEFT JOIN LATERAL (${VISIT_COUNTS} AND j.kind = 'mixed' OFFSET 0) AS mixed ON j.kind = 'mixed'
  ), failure AS MATERIALIZED (
    SELECT ${key} AS key, r.code, j.kind, count(*) AS images
    FROM job j
    CROSS JOIN LATERAL (
      SELECT r.idx, r.run, r.code FROM image_results r WHERE r.job_id = j.id AND r.failure_no IS NOT NULL OFFSET 0
    ) AS r
    CROSS JOIN LATERAL (
      SELECT i.visit_no FROM images i WHERE i.job_id = j.id AND i.idx = r.idx AND i.run = r.run OFFSET 0
    ) AS i
    CROSS JOIN LATERAL (
      SELECT v.store_id, v.visit_time FROM visits v
      WHERE v.job_id = j.id AND v.visit_no = i.visit_no AND ${belongs} OFFSET 0
    ) AS v
    WHERE j.failed > 0 AND j.kind <> 'removed'
    GROUP BY 1, 2, 3
  ), visited AS (
    SELECT key, count(*) AS visits, count(DISTINCT store_id) AS stores, max(visit_time) AS last_visit_at,
      sum(image_count) AS images,
      ${['done', 'cancelled', 'open', 'removed'].map(imagesOf).join(', ')},
      coalesce(sum(measured) FILTER (WHERE kind = 'cancelled'), 0) AS cancelled_measured,
      coalesce(sum(measured) FILTER (WHERE kind = 'open'), 0) AS open_measured,
      coalesce(sum(mixed_measured), 0) AS mixed_measured, coalesce(sum(mixed_cancelled), 0) AS mixed_cancelled,
      coalesce(sum(mixed_pending), 0) AS mixed_pending
    FROM visit GROUP BY key
  ), failed AS (
    SELECT key, sum(images) AS images, ${['done', 'cancelled', 'open'].map(failuresOf).join(', ')}
    FROM failure GROUP BY key
  ), coded AS (
    SELECT key, json_object_agg(code, images) AS codes
    FROM (SELECT key, code, sum(images) AS images FROM failure GROUP BY 1, 2) AS code GROUP BY key
  )`;
}

/** Columns of `visited v`, `failed f` and `coded`, as people know them. */
export const COUNTED = `
  coalesce(v.stores, 0)::int AS "storesVisited", coalesce(visits, 0)::int AS visits, coalesce(v.images, 0)::float8 AS images,
  coalesce(done_images - coalesce(done_failed, 0) + cancelled_measured + open_measured + mixed_measured, 0)::float8 AS measured,
  coalesce(f.images, 0)::float8 AS failed,
  coalesce(cancelled_images - cancelled_measured - coalesce(cancelled_failed, 0) + mixed_cancelled, 0)::float8 AS cancelled,
  coalesce(open_images - open_measured - coalesce(open_failed, 0) + mixed_pending, 0)::float8 AS pending,
  coalesce(removed_images, 0)::float8 AS removed, coalesce(codes, '{}') AS codes, last_visit_at AS "lastVisitAt"`;

function imagesOf(kind: string): string {
  return `coalesce(sum(image_count) FILTER (WHERE kind = '${kind}'), 0) AS ${kind}_images`;
}

function failuresOf(kind: string): string {
  return `sum(images) FILTER (WHERE kind = '${kind}') AS ${kind}_failed`;
}
