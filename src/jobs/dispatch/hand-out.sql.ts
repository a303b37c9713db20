/**
 * Moves the cursors of first runs, makes the leases and notes a job's start, all or nothing. A portion is cut where
 * another priority begins, and each part into ranges; most runs have one priority, and no boundary to look at.
 * $1..$3: job, run and images of each portion; $4: images of a range.
 */
export const HAND_OUT = `
  WITH portion AS (
    SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::int[]) AS t (job_id, run, images)
  ), moved AS (
    UPDATE job_runs r SET next_idx = r.next_idx + portion.images FROM portion
    WHERE r.job_id = portion.job_id AND r.run = portion.run AND r.next_idx + portion.images <= r.end_idx
      AND NOT r.paused
    RETURNING r.job_id, r.run, r.next_idx - portion.images AS from_idx, r.next_idx AS to_idx, r.boundaries
  ), started AS (
    UPDATE jobs SET started_at = now() FROM moved
    WHERE jobs.id = moved.job_id AND moved.from_idx = 0 AND jobs.started_at IS NULL
    RETURNING jobs.id
  ), event AS (
    INSERT INTO job_events (job_id, kind) SELECT id, 'started' FROM started
  )
  INSERT INTO leases (job_id, run, from_idx, to_idx, open)
  SELECT job_id, run, start, least(start + $4, part_end), least(start + $4, part_end) - start
  FROM moved CROSS JOIN LATERAL (
    SELECT begin, lead(begin, 1, to_idx) OVER (ORDER BY begin) AS part_end
    FROM (SELECT from_idx AS begin UNION ALL SELECT * FROM unnest(boundaries) AS b WHERE b > from_idx AND b < to_idx) AS cut
  ) AS part, generate_series(begin, part_end - 1, $4::int) AS start`;

/**
 * The same for retries, whose images lie anywhere in the job: the next ones are taken from their index,
 * and a range reaches from its first image to its last, so three of 100,000 are one range, unless their priorities differ.
 */
export const HAND_OUT_AGAIN = `
  WITH portion AS (
    SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::int[]) AS t (job_id, run, images)
  ), due AS MATERIALIZED (
    SELECT r.job_id, r.run, r.next_idx, r.boundaries, portion.images FROM job_runs r JOIN portion USING (job_id, run)
    WHERE r.next_idx < r.end_idx AND NOT r.paused ORDER BY r.job_id, r.run FOR UPDATE OF r
  ), image AS MATERIALIZED (
    SELECT job_id, run, idx, part,
      (row_number() OVER (PARTITION BY job_id, run, part ORDER BY idx) - 1) / $4::int AS range_no
    FROM (
      SELECT due.job_id, due.run, i.idx, width_bucket(i.idx, due.boundaries) AS part
      FROM due CROSS JOIN LATERAL (
        SELECT idx FROM images
        WHERE images.job_id = due.job_id AND images.run = due.run AND images.run > 0 AND images.idx >= due.next_idx
        ORDER BY idx LIMIT due.images
      ) AS i
    ) AS placed
  ), given AS (
    SELECT due.job_id, due.run, count(idx)::int AS images, max(idx) + 1 AS next_idx
    FROM due LEFT JOIN image USING (job_id, run) GROUP BY due.job_id, due.run
  ), moved AS (
    UPDATE job_runs r SET images_left = greatest(0, r.images_left - given.images),
      next_idx = CASE WHEN r.images_left > given.images THEN coalesce(given.next_idx, r.end_idx) ELSE r.end_idx END
    FROM given WHERE r.job_id = given.job_id AND r.run = given.run
  ), started AS (
    UPDATE jobs SET started_at = now() FROM given WHERE jobs.id = given.job_id AND jobs.started_at IS NULL
    RETURNING jobs.id
  ), event AS (
    INSERT INTO job_events (job_id, kind) SELECT id, 'started' FROM started
  )
  INSERT INTO leases (job_id, run, from_idx, to_idx, open)
  SELECT job_id, run, min(idx), max(idx) + 1, count(*) FROM image GROUP BY job_id, run, part, range_no ORDER BY job_id, run, part, range_no`;

/** What was put off at the very moment its run was cancelled ends here. */
export const HAND_OUT_DEFERRED = `
  WITH due AS (
    DELETE FROM deferred_images WHERE (job_id, run, idx) IN (
      SELECT job_id, run, idx FROM deferred_images WHERE due_at <= now() AND NOT paused
      ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING *
  )
  INSERT INTO leases (job_id, run, from_idx, to_idx, open, attempts, throttles)
  SELECT job_id, run, idx, idx + 1, 1, attempts, throttles FROM due JOIN job_runs r USING (job_id, run)
  WHERE r.cancelled_at IS NULL
  RETURNING id`;
