import type { DataSource } from 'typeorm';

/** Each finds rows that must not exist; `what` says so. */
const ALWAYS: Readonly<Record<string, string>> = {
  'counters differ from the results': `
    SELECT j.id, j.processed, j.failed, j.cancelled FROM jobs j
    LEFT JOIN (
      SELECT job_id, count(*) FILTER (WHERE state = 1) AS good, count(*) FILTER (WHERE state = 2) AS bad,
        count(*) FILTER (WHERE state = 3 OR state IS NULL AND n.cancelled_at IS NOT NULL) AS gone
      FROM images i JOIN job_runs n USING (job_id, run) LEFT JOIN image_results r USING (job_id, idx, run) GROUP BY job_id
    ) AS stored ON stored.job_id = j.id
    WHERE (j.processed, j.failed, j.cancelled) <> (coalesce(good, 0), coalesce(bad, 0), coalesce(gone, 0))`,
  'the total differs from the images': `
    SELECT j.id, j.total FROM jobs j WHERE j.total <> (SELECT count(*) FROM images i WHERE i.job_id = j.id)`,
  'failures are not numbered 1..n': `
    SELECT j.id, j.last_failure_no FROM jobs j
    LEFT JOIN LATERAL (
      SELECT count(failure_no) AS n, count(DISTINCT failure_no) AS different, coalesce(max(failure_no), 0) AS last
      FROM image_results r WHERE r.job_id = j.id
    ) AS f ON true
    WHERE f.n <> f.different OR f.n <> f.last OR f.last <> j.last_failure_no`,
  'a job settled more than once': `
    SELECT job_id, count(*)::int AS times FROM job_events WHERE kind IN ('settled', 'reopened') GROUP BY job_id
    HAVING count(*) FILTER (WHERE kind = 'settled') > 1 + count(*) FILTER (WHERE kind = 'reopened')`,
  'a retry has handed out more or less than it says': `
    SELECT r.job_id, r.run, r.images_left FROM job_runs r
    WHERE r.run > 0 AND r.cancelled_at IS NULL AND r.images_left <>
      (SELECT count(*) FROM images i WHERE i.job_id = r.job_id AND i.run = r.run AND i.idx >= r.next_idx)`,
  // Not handed out, in a lease, or waiting: whatever is none of these would never be measured.
  'nobody will ever measure an image': `
    SELECT i.job_id, i.idx FROM images i JOIN job_runs r USING (job_id, run)
    WHERE i.idx < r.next_idx AND r.cancelled_at IS NULL
      AND NOT EXISTS (SELECT FROM image_results s WHERE (s.job_id, s.idx, s.run) = (i.job_id, i.idx, i.run))
      AND NOT EXISTS (SELECT FROM deferred_images d WHERE (d.job_id, d.idx, d.run) = (i.job_id, i.idx, i.run))
      AND NOT EXISTS (SELECT FROM leases l
        WHERE l.job_id = i.job_id AND l.run = i.run AND i.idx >= l.from_idx AND i.idx < l.to_idx)`,
  // Too few would end a lease before its last image; an unclaimed part of a split one may count too many.
  'a lease counts its open images wrong': `
    SELECT l.id, l.open, o.open AS really FROM leases l
    JOIN LATERAL (
      SELECT count(*)::int AS open FROM images i
      WHERE i.job_id = l.job_id AND i.run = l.run AND i.idx >= l.from_idx AND i.idx < l.to_idx
        AND NOT EXISTS (SELECT FROM image_results s WHERE (s.job_id, s.idx, s.run) = (i.job_id, i.idx, i.run))
        AND NOT EXISTS (SELECT FROM deferred_images d WHERE (d.job_id, d.idx, d.run) = (i.job_id, i.idx, i.run))
        AND NOT EXISTS (SELECT FROM leases alone WHERE alone.job_id = l.job_id AND alone.run = l.run
          AND alone.from_idx = i.idx AND alone.to_idx = i.idx + 1 AND alone.id <> l.id)
    ) AS o ON true
    JOIN job_runs r ON r.job_id = l.job_id AND r.run = l.run AND r.cancelled_at IS NULL
    WHERE l.open < o.open OR (l.worker_id IS NOT NULL AND l.open > o.open)`,
};

const AT_THE_END: Readonly<Record<string, string>> = {
  'a job is not settled': `SELECT id, total, processed, failed, cancelled FROM jobs WHERE settled_at IS NULL`,
  'an image has not exactly one result in its run': `
    SELECT i.job_id, i.idx, count(r.job_id)::int AS results FROM images i
    JOIN job_runs n ON n.job_id = i.job_id AND n.run = i.run
    LEFT JOIN image_results r ON (r.job_id, r.idx, r.run) = (i.job_id, i.idx, i.run)
    GROUP BY i.job_id, i.idx, n.cancelled_at HAVING count(r.job_id) <> 1 AND n.cancelled_at IS NULL`,
  'a lease is left': `SELECT id, job_id, from_idx, to_idx FROM leases`,
  'a deferred image is left': `SELECT job_id, idx FROM deferred_images`,
};

/**
 * Everything in the tables that contradicts the promises: counters that do not
 * add up, images without a future, two results for one image.
 *
 * @param ended nothing is under way any more, so all has to be settled
 * @returns one line per contradiction; empty when all is well
 */
export async function findContradictions(
  dataSource: DataSource,
  { ended = false }: { ended?: boolean } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const [what, sql] of Object.entries({ ...ALWAYS, ...(ended ? AT_THE_END : {}) })) {
    const rows = await dataSource.query<unknown[]>(`${sql} LIMIT 5`);
    for (const row of rows) found.push(`${what}: ${JSON.stringify(row)}`);
  }
  return found;
}
