import type { Bind, GroupCondition } from '../../stores/store-condition.js';
import { TOTAL_MS } from '../summary/job-summary.sql.js';
import { COUNTED, visitedBy } from './visited.sql.js';

/** The day of its submission a visit `v` of a job `j` counts for. */
const DAY = `to_char(j.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

/**
 * What became of the visits to the stores of a group, in the jobs that were submitted from $1 up to $2: by day, as it is for
 * areas.
 */
export function groupFigures(group: GroupCondition, bind: Bind): string {
  return `
  WITH ${visitedBy({ key: DAY, belongs: group.ofStoreId('v.store_id', bind) })}, per_day AS (
    SELECT key AS day, ${COUNTED}
    FROM visited v LEFT JOIN failed f USING (key) LEFT JOIN coded USING (key)
  )
  SELECT member.*, (SELECT count(DISTINCT store_id)::int FROM visit) AS "storesVisited",
    (SELECT max(visit_time) FROM visit) AS "lastVisitAt",
    (SELECT coalesce(json_agg(per_day ORDER BY per_day.day), '[]') FROM per_day) AS days
  FROM (
    SELECT count(*)::int AS stores, (count(*) FILTER (WHERE active))::int AS "activeStores"
    FROM stores s WHERE ${group.ofStore('s', bind)}
  ) AS member`;
}

/** How long images took at the stores of a group, in the jobs that were submitted from $1 up to $2. */
export function groupDurations(group: GroupCondition, bind: Bind): string {
  return `
  SELECT ms[1]::float8 AS "medianMs", ms[2]::float8 AS "p95Ms" FROM (
    SELECT percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ${TOTAL_MS}) AS ms
    FROM jobs j
    CROSS JOIN LATERAL (
      SELECT * FROM visits v WHERE v.job_id = j.id AND ${group.ofStoreId('v.store_id', bind)} OFFSET 0
    ) AS v
    CROSS JOIN LATERAL (
      SELECT r.queue_ms, r.download_ms, r.verify_ms, r.simulate_ms, r.record_ms FROM image_results r
      WHERE r.job_id = v.job_id AND r.idx >= v.first_idx AND r.idx < v.first_idx + v.image_count AND r.state = 1 OFFSET 0
    ) AS r
    WHERE j.created_at >= $1 AND j.created_at < $2
  ) AS duration`;
}

/** How many stores each pair of groups has in common, in one look at the stores. Named by their places: `0-1`, `0-2`, `1-2`. */
export function groupOverlaps(groups: readonly GroupCondition[], bind: Bind): string {
  const belongs = groups.map((group, n) => `(${group.ofStore('s', bind)}) AS in_${n}`);
  const pairs = pairsOf(groups.length).map(
    ([a, b]) => `(count(*) FILTER (WHERE in_${a} AND in_${b}))::int AS "${a}-${b}"`,
  );
  return `SELECT ${pairs.join(', ')} FROM (SELECT ${belongs.join(', ')} FROM stores s OFFSET 0) AS member`;
}

/** Of so many groups each with each, by their places. */
export function pairsOf(groups: number): [number, number][] {
  const places = Array.from({ length: groups }, (_, n) => n);
  return places.flatMap((a) => places.slice(a + 1).map((b): [number, number] => [a, b]));
}
