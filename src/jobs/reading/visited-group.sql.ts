import type { Bind, GroupCondition } from '../../stores/store-condition.js';

/** Jobs that are looked at one by one, visit by visit, before all visits are: some 20 ms, where jobs are small. */
export const NEARBY = 500;
/** After that, all visits are joined: jobs with thousands of visits each make even the newest a long walk. */
export const NEARBY_TIMEOUT = '1s';

/*
 * The newest jobs of a group that is visited often are among the newest of all. Where it is visited seldom, walking on would
 * ask every visit there ever was: then stores and visits are joined as a whole. Left to itself, Postgres walks, in the
 * hope that many fit. Measured with 1,000,000 visits and groups of 100,000 stores of 1,000,000, on a busy machine: never
 * visited 35 s by walking and 1.5 s so (a list 30 and 3 s), long ago 35 and 2 s, often 0.1 s both; joined always, often took 2 s.
 */

/** That a job is one of the newest, or of those before one. */
export function amongNewest(beforeId: string | undefined, bind: Bind): string {
  const before = beforeId === undefined ? '' : `WHERE id < ${bind(beforeId)}`;
  return `job.id >= coalesce((SELECT id FROM jobs ${before} ORDER BY id DESC OFFSET ${NEARBY - 1} LIMIT 1), 0)`;
}

/** That a job visited a store of the group, for few jobs: each visit is asked, until one did; OFFSET 0 keeps it so. */
export function visitsGroup(group: GroupCondition, bind: Bind): string {
  return `EXISTS (SELECT FROM visits v WHERE v.job_id = job.id AND ${group.ofStoreId('v.store_id', bind)} OFFSET 0)`;
}

/** The same for all jobs: from the stores to their visits, by index or through all of them, as Postgres likes. */
export function visitsGroupEver(group: GroupCondition, bind: Bind): string {
  return group.few
    ? `job.id IN (SELECT v.job_id FROM visits v WHERE ${group.ofStoreId('v.store_id', bind)})`
    : `job.id IN (SELECT v.job_id FROM visits v JOIN stores s ON s.id = v.store_id WHERE ${group.ofStore('s', bind)})`;
}

/** The newest of what a statement finds. OFFSET 0: found first, and then put in order. */
export function newestOf(text: string, limit: number): string {
  return `SELECT id FROM (${text} OFFSET 0) AS found ORDER BY id DESC LIMIT ${limit}`;
}
