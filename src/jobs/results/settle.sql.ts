import { COUNT_MINUTES } from './minutes.sql.js';
import { PACE_BEFORE, PACED } from './pace.sql.js';

/**
 * Stores what became of many images, in one statement.
 *
 * - Only what a lease still held by the worker ($1) covers is taken; anything
 *   else arrived too late and is dropped.
 * - A result is inserted once per (job, image, run); the job's counters and the
 *   lease's open images move by the rows that really went in. So the same group may
 *   come twice: the answer to the first may have been lost with its connection.
 * - Failures of a job are numbered 1..n under the job's row lock, which waits
 *   for its newest version, so numbers never repeat.
 * - The last image settles the job. A lease with nothing left open goes away.
 * - The pace of each job and the counts of the minute move with them.
 * - A job that is settled takes nothing more, nor does one that is in another run by now:
 *   it was cancelled while the result was on its way. Other jobs' results are stored all the same.
 *
 * Rows are locked in the order leases, jobs, each by id, so that two flushes
 * cannot lock each other out. Inserting and counting are driven by the input
 * arrays alone: no plan depends on statistics of a table that just grew. For the
 * same reason OFFSET 0 keeps each look at a table one look-up by key per image.
 */
export const SETTLE = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest($2::bigint[], $3::bigint[], $4::int[], $5::smallint[], $6::smallint[], $7::int[], $8::int[],
      $9::int[], $10::int[], $11::text[], $12::text[], $13::text[], $14::smallint[], $15::int[], $16::int[], $17::int[],
      $18::int[], $19::int[], $20::smallint[], $21::int[], $22::int[], $23::smallint[], $24::int[], $25::jsonb[])
      AS t (lease_id, job_id, idx, run, state, width, height, perimeter, bytes, format, code, error, attempts,
        queue_ms, download_ms, verify_ms, simulate_ms, record_ms, throttles, wait_ms, sharpness, brightness,
        rules_version, warnings)
  ), lease AS MATERIALIZED (
    SELECT id, open FROM leases WHERE id = ANY ($2::bigint[]) AND worker_id = $1 ORDER BY id FOR UPDATE
  ), accepted AS MATERIALIZED (
    SELECT input.* FROM input JOIN lease ON lease.id = input.lease_id
    WHERE NOT EXISTS (SELECT FROM image_results r
        WHERE r.job_id = input.job_id AND r.idx = input.idx AND r.run = input.run OFFSET 0)
      AND (state IS NOT NULL OR NOT EXISTS (SELECT FROM leases alone
        WHERE alone.job_id = input.job_id AND alone.run = input.run AND alone.id <> input.lease_id
          AND alone.from_idx = input.idx AND alone.to_idx = input.idx + 1 OFFSET 0))
  ), job AS MATERIALIZED (
    SELECT id, run, last_failure_no, ${PACE_BEFORE} FROM jobs
    WHERE id IN (SELECT job_id FROM accepted WHERE state IS NOT NULL) AND settled_at IS NULL ORDER BY id FOR UPDATE
  ), stored AS (
    INSERT INTO image_results (job_id, idx, run, state, width, height, perimeter, bytes, format, code, error, attempts,
      queue_ms, download_ms, verify_ms, simulate_ms, record_ms, sharpness, brightness, rules_version, warnings, failure_no)
    SELECT a.job_id, idx, a.run, state, width, height, perimeter, bytes, format, code, error, attempts,
      queue_ms, download_ms, verify_ms, simulate_ms, record_ms, sharpness, brightness, rules_version, warnings,
      CASE WHEN state = 2
        THEN job.last_failure_no + row_number() OVER (PARTITION BY a.job_id, state ORDER BY idx) END
    FROM accepted a JOIN job ON job.id = a.job_id AND job.run = a.run
    WHERE state IS NOT NULL
    ON CONFLICT DO NOTHING
    RETURNING job_id, idx, run, state, code, failure_no
  ), counted AS (
    SELECT job_id, count(*) FILTER (WHERE state = 1) AS good, count(*) FILTER (WHERE state = 2) AS bad,
      max(failure_no) AS last_failure_no
    FROM stored GROUP BY job_id
  ), minutes AS (${COUNT_MINUTES}
  ), paced AS (${PACED}
  ), moved AS (
    UPDATE jobs SET processed = processed + good, failed = failed + bad,
      last_failure_no = greatest(jobs.last_failure_no, counted.last_failure_no),
      settled_at = CASE WHEN processed + good + failed + bad + cancelled = total THEN clock_timestamp() END,
      pace = new_pace, pace_at = new_at, pace_settled = new_settled, pace_since = new_since, pace_base = new_base
    FROM counted JOIN paced ON paced_id = counted.job_id WHERE jobs.id = counted.job_id
    RETURNING id, run, total, processed, failed, cancelled, settled_at
  ), event AS (
    INSERT INTO job_events (job_id, kind, detail)
    SELECT id, 'settled', jsonb_build_object('processed', processed, 'failed', failed, 'cancelled', cancelled, 'run', run)
    FROM moved WHERE settled_at IS NOT NULL
  ), deferred AS (
    INSERT INTO deferred_images (job_id, run, idx, attempts, throttles, due_at)
    SELECT job_id, run, idx, attempts, throttles, now() + wait_ms * interval '1 ms'
    FROM accepted WHERE state IS NULL
    ON CONFLICT DO NOTHING
    RETURNING job_id, idx, run
  ), handled AS (
    SELECT lease_id, count(*)::int AS images FROM accepted
    JOIN (SELECT job_id, idx, run FROM stored UNION ALL SELECT job_id, idx, run FROM deferred) AS went_in
      USING (job_id, idx, run)
    GROUP BY lease_id
  ), remaining AS (
    SELECT lease.id, lease.open - images AS open FROM lease JOIN handled ON lease.id = lease_id
  ), finished AS (
    DELETE FROM leases USING remaining WHERE leases.id = remaining.id AND remaining.open <= 0 RETURNING leases.id
  ), shrunk AS (
    UPDATE leases SET open = remaining.open FROM remaining
    WHERE leases.id = remaining.id AND remaining.open > 0 RETURNING leases.id
  )
  SELECT
    (SELECT coalesce(json_agg(id::text), '[]') FROM moved WHERE settled_at IS NOT NULL) AS "settledJobs",
    (SELECT count(*)::int FROM finished) AS "finishedLeases",
    (SELECT count(*)::int FROM stored) AS stored`;
