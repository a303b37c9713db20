import { RESULT_STATE } from '../image-result.entity.js';

/** Stores that are told of at the most; a page shows those with the most failures. */
const MAX_STORES = 50;

/** States of an image: those of its result, and that of having none. */
const STATE = { ...RESULT_STATE, pending: 0 } as const;

/** Half of the values are no larger than the first, 95 % than the second, all than the third; NULL without values. */
const spread = (column: string) => `percentile_disc(ARRAY[0.5, 0.95, 1]) WITHIN GROUP (ORDER BY ${column})`;

/** Of all stages an image got to, as the list of images has it; in bigint, for each may fill an integer. */
export const TOTAL_MS = `CASE WHEN num_nonnulls(r.queue_ms, r.download_ms, r.verify_ms, r.simulate_ms, r.record_ms) > 0
  THEN coalesce(r.queue_ms, 0)::bigint + coalesce(r.download_ms, 0) + coalesce(r.verify_ms, 0)
    + coalesce(r.simulate_ms, 0) + coalesce(r.record_ms, 0) END`;

/**
 * For the transaction of the summary. Statistics know nothing of a job that was just submitted, and suggest a loop over
 * its images for each of its images. A look-up by key for each image, which OFFSET 0 would make of it, takes 0.65 s for
 * 100,000 images where this takes 0.3 s. They fit into the memory, and so into no temporary file: 0.25 s.
 */
export const FOR_SUMMARY = { enable_nestloop: 'off', work_mem: '32MB' };

/**
 * All images of a job with the result of their newest run, or those of one run, in figures. $1 the job, $2 the run or NULL.
 *
 * 0.25 s for 100,000 images of 20,000 visits to 5,000 stores, 0.4 s where each image is a visit of its own, on two cores
 * that had other work; a third of it are the six sorts for the times. A job of 40 images takes 1 ms.
 */
export const SUMMARIZE = `
  WITH image AS MATERIALIZED (
    SELECT i.idx, i.visit_no, r.code, r.warnings, r.format, r.bytes,
      r.queue_ms, r.download_ms, r.verify_ms, r.simulate_ms, r.record_ms, ${TOTAL_MS} AS total_ms,
      CASE WHEN r.job_id IS NOT NULL THEN r.state
        WHEN i.run = ANY (ARRAY(SELECT run FROM job_runs WHERE job_id = $1 AND cancelled_at IS NOT NULL)) THEN ${STATE.cancelled}
        ELSE ${STATE.pending} END AS state
    FROM images i
    LEFT JOIN image_results r ON r.job_id = $1 AND r.idx = i.idx AND r.run = coalesce($2, i.run)
    WHERE i.job_id = $1 AND ($2::smallint IS NULL OR r.job_id IS NOT NULL OR i.run = $2)
  ), outcome AS MATERIALIZED (
    SELECT o.*, v.store_id, v.visit_time
    FROM (
      SELECT visit_no, state, code, count(*) AS images, min(idx) AS first_idx FROM image GROUP BY visit_no, state, code
    ) AS o
    JOIN visits v ON v.job_id = $1 AND v.visit_no = o.visit_no
  ), code AS (
    SELECT code, sum(images)::int AS images, count(DISTINCT store_id)::int AS stores, min(first_idx) AS first_idx
    FROM outcome WHERE state = ${STATE.failed} GROUP BY code
  ), warning AS (
    SELECT w ->> 'code' AS code, count(*)::int AS images, count(DISTINCT v.store_id)::int AS stores
    FROM image JOIN visits v ON v.job_id = $1 AND v.visit_no = image.visit_no
    CROSS JOIN LATERAL jsonb_array_elements(image.warnings) AS w
    WHERE image.warnings IS NOT NULL AND image.state = ${STATE.measured} GROUP BY 1
  ), store AS MATERIALIZED (
    SELECT store_id, max(visit_time) AS visit_time, sum(images)::int AS images,
      coalesce(sum(images) FILTER (WHERE state = ${STATE.measured}), 0)::int AS measured,
      coalesce(sum(images) FILTER (WHERE state = ${STATE.failed}), 0)::int AS failed,
      coalesce(sum(images) FILTER (WHERE state = ${STATE.cancelled}), 0)::int AS cancelled,
      coalesce(sum(images) FILTER (WHERE state = ${STATE.pending}), 0)::int AS pending
    FROM outcome GROUP BY store_id
  ), worst AS (
    SELECT * FROM store ORDER BY failed DESC, store_id LIMIT ${MAX_STORES}
  )
  SELECT
    (SELECT coalesce(json_agg(c ORDER BY images DESC, code), '[]') FROM (
      SELECT code, images, stores, example.* FROM code CROSS JOIN LATERAL (
        SELECT i.url,
          (SELECT error FROM image_results r WHERE r.job_id = $1 AND r.idx = i.idx AND r.run = coalesce($2, i.run)) AS error,
          (SELECT store_id FROM visits v WHERE v.job_id = $1 AND v.visit_no = i.visit_no) AS "storeId"
        FROM images i WHERE i.job_id = $1 AND i.idx = code.first_idx OFFSET 0
      ) AS example
    ) AS c) AS "byCode",
    (SELECT coalesce(json_agg(s ORDER BY failed DESC, "storeId"), '[]') FROM (
      SELECT store_id AS "storeId", (SELECT name FROM stores WHERE id = store_id) AS "storeName",
        store_area_at(store_id, visit_time) AS "areaCode", images, measured, failed, cancelled, pending
      FROM worst
    ) AS s) AS "byStore",
    (SELECT count(*)::int FROM store) AS stores,
    (SELECT coalesce(json_object_agg(format, images ORDER BY images DESC, format), '{}') FROM (
      SELECT format, count(*) AS images FROM image WHERE state = ${STATE.measured} GROUP BY format
    ) AS f) AS formats,
    (sum(bytes) FILTER (WHERE state = ${STATE.measured}))::float8 AS bytes,
    (SELECT coalesce(json_agg(w ORDER BY images DESC, code), '[]') FROM warning AS w) AS "byWarning",
    (count(*) FILTER (WHERE warnings IS NOT NULL AND state = ${STATE.measured}))::int AS warned,
    json_build_object('queueMs', ${spread('queue_ms')}, 'downloadMs', ${spread('download_ms')},
      'verifyMs', ${spread('verify_ms')}, 'simulateMs', ${spread('simulate_ms')},
      'recordMs', ${spread('record_ms')}, 'totalMs', ${spread('total_ms')}) AS timings
  FROM image`;
