import { recordBy } from '../../access/audit/record-by.js';

/**
 * Cancels a job in one transaction of five statements. $1 is the job, $2 the run it is in.
 *
 * Whoever works on the job at the same instant is met in the order everybody locks rows: the run, leases by id, the job.
 * - A hand-out that was first has committed its leases before they are looked for; one that comes later finds an empty run.
 * - Results that were first are counted before the rest is given up; those that come later find a settled job, and are dropped.
 * - A lease that is made meanwhile out of another one, or of a deferred image, is in a cancelled run: it
 *   can be claimed by nobody, and is swept away.
 *
 * Nothing is written for each image: without a result, in a cancelled run, it is cancelled.
 */
export const CANCEL = {
  handOut: `UPDATE job_runs SET next_idx = end_idx, images_left = 0 * images_left, cancelled_at = now(), paused = false
    WHERE job_id = $1 AND run = $2`,

  leases: `DELETE FROM leases WHERE id IN (SELECT id FROM leases WHERE job_id = $1 ORDER BY id FOR UPDATE)`,

  deferred: `DELETE FROM deferred_images WHERE job_id = $1`,

  lock: `SELECT FROM jobs WHERE id = $1 FOR UPDATE`,

  job: `
    WITH before AS (
      SELECT id, total - processed - failed - cancelled AS pending, clock_timestamp() AS now FROM jobs WHERE id = $1
    ), job AS (
      UPDATE jobs SET cancelled = total - processed - failed, settled_at = now, cancelled_at = now
      FROM before WHERE jobs.id = before.id AND run = $2 AND settled_at IS NULL
      RETURNING jobs.id, run, processed, failed, cancelled, pending
    ), event AS (
      INSERT INTO job_events (job_id, kind, actor, detail)
      SELECT id, 'cancelled', CASE WHEN $3::bigint IS NOT NULL THEN $4::text END, jsonb_build_object('images', pending) FROM job
      UNION ALL
      SELECT id, 'settled', NULL, jsonb_build_object('processed', processed, 'failed', failed, 'cancelled', cancelled, 'run', run) FROM job
    ), audit AS (
      ${recordBy(3, 'job.cancelled')}, id::text, jsonb_build_object('images', pending) FROM job
    )
    SELECT pending AS cancelled FROM job`,
};

/** One entry about many jobs, each of which has its own. $1..$4 who did it, $5 the filter as it was sent, and what came of it. */
export const RECORD_MANY = `${recordBy(1, 'jobs.cancelled')}, 'filter', $5::jsonb`;

/** Leases of a paused run stay where they are: they are neither announced nor claimed, and take no place in the window. */
export const PAUSE = {
  run: `UPDATE job_runs SET paused = $3 WHERE job_id = $1 AND run = $2`,

  deferred: `UPDATE deferred_images SET paused = $2 WHERE job_id = $1`,

  job: `
    WITH job AS (
      UPDATE jobs SET paused_at = clock_timestamp()
      WHERE id = $1 AND run = $2 AND settled_at IS NULL AND paused_at IS NULL
      RETURNING id
    ), event AS (
      INSERT INTO job_events (job_id, kind, actor) SELECT id, 'paused', CASE WHEN $3::bigint IS NOT NULL THEN $4::text END FROM job
    ), audit AS (
      ${recordBy(3, 'job.paused')}, id::text, NULL::jsonb FROM job
    )
    SELECT id FROM job`,
};

export const RESUME = {
  /** Their messages were taken off the queue, and led to nothing. */
  leases: `UPDATE leases SET queued_at = NULL
    WHERE id IN (SELECT id FROM leases WHERE job_id = $1 AND worker_id IS NULL ORDER BY id FOR UPDATE)`,

  job: `
    WITH job AS (
      UPDATE jobs SET paused_at = NULL
      WHERE id = $1 AND run = $2 AND settled_at IS NULL AND paused_at IS NOT NULL
      RETURNING id
    ), event AS (
      INSERT INTO job_events (job_id, kind, actor) SELECT id, 'resumed', CASE WHEN $3::bigint IS NOT NULL THEN $4::text END FROM job
    ), audit AS (
      ${recordBy(3, 'job.resumed')}, id::text, NULL::jsonb FROM job
    )
    SELECT id FROM job`,
};
