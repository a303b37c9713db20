import type { Bind, GroupCondition } from '../../stores/store-condition.js';
import { VISIT_AREA } from '../visits/visit-area.sql.js';
import { COUNTED, visitedBy } from './visited.sql.js';

/** More areas than most have; the answer stays well under a megabyte. */
export const MAX_AREAS = 500;

/**
 * What became of the visits of the jobs that were submitted from $1 up to $2, by area; of all stores, or those of a group.
 *
 * 1,000,000 images in 2,000 jobs, 100,000 visits, 1,000,000 stores, 3 % failed, on 2 cores that others use too: 1.8 s when
 * all jobs are settled, 3.0 s when half of them are under way or cancelled, 2.6 s when all are waiting. It grows with the
 * visits and the failures, and is given up after 10 s: beyond some ten million images it takes a row per job, area and
 * code, kept by what settles a job.
 */
export function areaFigures(group: GroupCondition | undefined, bind: Bind): string {
  const belongs = group?.ofStoreId('v.store_id', bind) ?? 'true';
  return `
  WITH ${visitedBy({ key: VISIT_AREA, belongs })}, listed AS (
    SELECT area_code AS key, count(*) AS stores, count(*) FILTER (WHERE active) AS active_stores
    FROM stores s WHERE ${group?.ofStore('s', bind) ?? 'true'} GROUP BY area_code
  )
  SELECT key AS "areaCode", coalesce(l.stores, 0)::int AS stores, coalesce(active_stores, 0)::int AS "activeStores", ${COUNTED}
  FROM listed l FULL JOIN visited v USING (key) LEFT JOIN failed f USING (key) LEFT JOIN coded USING (key)
  ORDER BY coalesce(f.images, 0) DESC, key LIMIT ${MAX_AREAS + 1}`;
}
