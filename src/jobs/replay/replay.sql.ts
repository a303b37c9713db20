import { BREACHES, LIMITS } from '../../rules/judging/breach.sql.js';

/** Images that were opened, of visits in a time, with what a rule set would have found. $1 limits, $2..$6 which images. */
const JUDGED = `
  SELECT v.job_id, i.idx, i.run, i.url, v.store_id, v.visit_time, v.category, v.store_name, v.image_count,
    r.width, r.height, r.bytes, r.format, r.sharpness, r.brightness, r.code,
    ${BREACHES} AS broken, rule.rejects
  FROM (
    SELECT v.*, s.category, s.name AS store_name
    FROM visits v JOIN stores s ON s.id = v.store_id JOIN jobs j ON j.id = v.job_id
    WHERE v.visit_time >= $2 AND v.visit_time < $3 AND j.images_removed_at IS NULL
      AND ($4::text IS NULL OR s.category = $4) AND ($5::text IS NULL OR v.store_id = $5)
      AND ($6::text IS NULL OR store_area_at(v.store_id, v.visit_time) = $6)
    OFFSET 0
  ) AS v
  JOIN rule ON rule.category = v.category
  CROSS JOIN LATERAL (
    SELECT i.idx, i.run, i.url FROM images i
    WHERE i.job_id = v.job_id AND i.idx >= v.first_idx AND i.idx < v.first_idx + v.image_count OFFSET 0
  ) AS i
  CROSS JOIN LATERAL (
    SELECT * FROM image_results r
    WHERE r.job_id = v.job_id AND r.idx = i.idx AND r.run = i.run AND r.width IS NOT NULL OFFSET 0
  ) AS r`;

/**
 * The results of the newest runs, by category and by which criteria they would have broken. `rejects` is what the same
 * category makes of them; `rejected_then` is what was rejected when it was measured.
 */
export const COUNT_BREACHES = `
  WITH rule AS MATERIALIZED (SELECT * FROM ${LIMITS})
  SELECT category, broken, rejects, count(*)::int AS images,
    (count(*) FILTER (WHERE code LIKE 'RULE\\_%'))::int AS "rejectedThen"
  FROM (${JUDGED}) AS judged GROUP BY 1, 2, 3`;

/** Those that would have broken one, newest job first, after a place ($7, $8). $9 how many. */
export const LIST_BREACHES = `
  WITH rule AS MATERIALIZED (SELECT * FROM ${LIMITS})
  SELECT job_id AS "jobId", idx, run, url, store_id AS "storeId", store_name AS "storeName", category,
    visit_time AS "visitTime", width, height, bytes, format, image_count AS "visitImages", sharpness, brightness, code,
    broken, rejects
  FROM (${JUDGED}) AS judged
  WHERE broken > 0 AND ($7::bigint IS NULL OR (job_id, idx) < ($7, $8::int))
  ORDER BY job_id DESC, idx DESC LIMIT $9::int`;
