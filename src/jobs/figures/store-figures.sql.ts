import { VISIT_COUNTS } from '../visits/visit-images.sql.js';

/** Failures shown with a store; the others are in the exports and in the lists of its jobs. */
const LATEST_FAILURES = 10;

/**
 * What became of the visits of the store $1 from $2 up to $3. Visits are read off `visits_store_time_idx`; images of jobs in
 * which something failed, or is not done, one by one: 10,000 of them take 0.1 s.
 */
export const STORE_FIGURES = `
  WITH visit AS MATERIALIZED (
    SELECT v.*, counted.*
    FROM (SELECT * FROM visits v WHERE v.store_id = $1 AND v.visit_time >= $2 AND v.visit_time < $3 OFFSET 0) AS v
    CROSS JOIN LATERAL (SELECT * FROM jobs j WHERE j.id = v.job_id OFFSET 0) AS j
    CROSS JOIN LATERAL (${VISIT_COUNTS} OFFSET 0) AS counted
  ), failure AS MATERIALIZED (
    SELECT v.job_id, v.visit_time, r.idx, i.url, r.code, r.error
    FROM visit v
    CROSS JOIN LATERAL (
      SELECT r.idx, r.run, r.code, r.error FROM image_results r
      WHERE r.job_id = v.job_id AND r.idx >= v.first_idx AND r.idx < v.first_idx + v.image_count AND r.state = 2 OFFSET 0
    ) AS r
    CROSS JOIN LATERAL (
      SELECT i.url FROM images i WHERE i.job_id = v.job_id AND i.idx = r.idx AND i.run = r.run OFFSET 0
    ) AS i
    WHERE v.failed > 0
  )
  SELECT count(*)::int AS visits, max(visit_time) AS "lastVisitAt", ${['image_count', 'measured', 'failed', 'cancelled', 'pending', 'removed'].map(sumOf).join(', ')},
    (SELECT coalesce(json_agg(per_day ORDER BY per_day.day), '[]') FROM (
      SELECT to_char(visit_time AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) AS visits, sum(measured) AS measured,
        sum(failed) AS failed
      FROM visit GROUP BY 1
    ) AS per_day) AS days,
    (SELECT coalesce(json_object_agg(code, images), '{}')
      FROM (SELECT code, count(*) AS images FROM failure GROUP BY code) AS code) AS codes,
    (SELECT coalesce(json_agg(json_build_object('job_id', job_id::text, 'idx', idx, 'image_url', url, 'code', code,
        'error', error, 'visit_time', visit_time) ORDER BY visit_time DESC, job_id DESC, idx), '[]')
      FROM (SELECT * FROM failure ORDER BY visit_time DESC, job_id DESC, idx LIMIT ${LATEST_FAILURES}) AS latest
    ) AS "latestFailures"
  FROM visit`;

function sumOf(column: string): string {
  return `coalesce(sum(${column}), 0)::float8 AS ${column === 'image_count' ? 'images' : column}`;
}
