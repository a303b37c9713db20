import { BREACHES, LIMITS, MISSES } from '../../rules/judging/breach.sql.js';
import type { Bind, GroupCondition } from '../../stores/store-condition.js';

/** What an image that would have broken a rule can be asked for by: what would have become of it. */
export const REPLAYED_EFFECTS = ['rejected', 'warned'] as const;
export type ReplayedEffect = (typeof REPLAYED_EFFECTS)[number];

const EFFECTS: Readonly<Record<ReplayedEffect, string>> = {
  rejected: 'broken & rejects <> 0',
  warned: 'broken <> 0 AND broken & rejects = 0',
};

const RULES = `WITH rule AS MATERIALIZED (SELECT * FROM ${LIMITS})`;

/** Which visits `v`, as far as they say so themselves. $2 and $3 times, $4 category, $5 store, $6 area. */
const VISITED = `v.visit_time >= $2 AND v.visit_time < $3 AND ($5::text IS NULL OR v.store_id = $5)
  AND ($6::text IS NULL OR store_area_at(v.store_id, v.visit_time) = $6)`;

/** The images of a visit `v` that were opened, each with the result of its newest run. */
const OPENED = `
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
 * category makes of them; `rejectedThen` is what was rejected when it was measured.
 */
export function countBreaches(group: GroupCondition | undefined, bind: Bind): string {
  return `${RULES}
  SELECT category, broken, rejects, count(*)::int AS images, (count(*) FILTER (WHERE misses))::int AS "notJudged",
    (count(*) FILTER (WHERE code LIKE 'RULE\\_%'))::int AS "rejectedThen"
  FROM (
    SELECT v.category, r.code, rule.rejects, ${BREACHES} AS broken, ${MISSES} AS misses
    FROM (
      SELECT v.*, s.category
      FROM visits v JOIN stores s ON s.id = v.store_id JOIN jobs j ON j.id = v.job_id
      WHERE ${VISITED} AND j.images_removed_at IS NULL AND ($4::text IS NULL OR s.category = $4)
        AND ${belongsTo(group, bind)}
      OFFSET 0
    ) AS v
    JOIN rule ON rule.category = v.category ${OPENED}
  ) AS judged GROUP BY 1, 2, 3`;
}

/**
 * Those that would have broken one, newest job first, after a place ($7, $8). $9 how many.
 *
 * Job by job, and from there on by keys, which OFFSET 0 keeps so: a page ends where it is full, and begins where the last one ended.
 */
export function listBreaches(
  effect: ReplayedEffect | undefined,
  group: GroupCondition | undefined,
  bind: Bind,
): string {
  return `${RULES}
  SELECT job_id AS "jobId", idx, run, url, store_id AS "storeId", store_name AS "storeName", category,
    visit_time AS "visitTime", width, height, bytes, format, image_count AS "visitImages", sharpness, brightness, code,
    broken, rejects
  FROM (
    SELECT job.job_id, i.idx, i.run, i.url, v.store_id, v.visit_time, v.image_count, s.category, s.store_name,
      r.width, r.height, r.bytes, r.format, r.sharpness, r.brightness, r.code, rule.rejects, ${BREACHES} AS broken
    FROM (
      SELECT v.job_id FROM visits v JOIN jobs j ON j.id = v.job_id
      WHERE ${VISITED} AND j.images_removed_at IS NULL AND ($7::bigint IS NULL OR v.job_id <= $7)
      GROUP BY v.job_id ORDER BY v.job_id DESC OFFSET 0
    ) AS job
    CROSS JOIN LATERAL (SELECT * FROM visits v WHERE v.job_id = job.job_id AND ${VISITED} OFFSET 0) AS v
    CROSS JOIN LATERAL (
      SELECT s.category, s.name AS store_name FROM stores s
      WHERE s.id = v.store_id AND ($4::text IS NULL OR s.category = $4) AND ${belongsTo(group, bind)} OFFSET 0
    ) AS s
    CROSS JOIN LATERAL (SELECT * FROM rule WHERE rule.category = s.category OFFSET 0) AS rule ${OPENED}
  ) AS judged
  WHERE ${effect ? EFFECTS[effect] : 'broken <> 0'} AND ($7::bigint IS NULL OR (job_id, idx) < ($7, $8::int))
  ORDER BY job_id DESC, idx DESC LIMIT $9::int`;
}

/** Of a visit `v` and its store `s`. */
function belongsTo(group: GroupCondition | undefined, bind: Bind): string {
  if (!group) return 'true';
  return group.few ? group.ofStoreId('v.store_id', bind) : group.ofStore('s', bind);
}
