/**
 * The part of a normalised URL that says whom it asks, to group what waits for one receiver. Cut at 255 characters,
 * the longest name there is: strangers write URLs, and an index refuses what is longer than 2,700 bytes.
 */
export const hostOf = (url: string): string => `left(lower(split_part(${url}, '/', 3)), 255)`;

const timeOf = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Turns what has happened into deliveries, in one statement: an event is told to
 * everybody who wants it and marked as told, or none of that happens.
 *
 * - Rows that another process is at are left to it.
 * - The counts are those of the event: the job may run again by now.
 * - A job whose images were not all measured is told twice, to whoever wants both events.
 *
 * $1: events at once.
 */
export const PUBLISH = `
  WITH event AS MATERIALIZED (
    SELECT id, job_id, detail, at FROM job_events WHERE kind = 'settled' AND published_at IS NULL
    ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
  ), counted AS (
    SELECT event.at, job.*, (detail->>'processed')::int AS good, (detail->>'failed')::int AS bad,
      (detail->>'cancelled')::int AS given_up, job_runs.run AS settled_run, job_runs.cancelled_at AS run_cancelled_at
    FROM event JOIN jobs job ON job.id = event.job_id
    LEFT JOIN job_runs ON job_runs.job_id = job.id AND job_runs.run = coalesce((detail->>'run')::int, job.run)
  ), told AS (
    SELECT id AS job_id, callback_url, bad + given_up > 0 AS is_bad, at, json_build_object(
      'job_id', id::text,
      'status', CASE WHEN bad + given_up > 0 THEN 'failed' ELSE 'completed' END,
      'state', CASE WHEN run_cancelled_at IS NOT NULL THEN 'cancelled' WHEN bad + given_up > 0 THEN 'failed' ELSE 'completed' END,
      'progress', json_build_object('total', total, 'processed', good, 'failed', bad, 'cancelled', given_up,
        'pending', 0, 'percent', 100),
      'error_count', bad + (given_up > 0)::int,
      'reference', reference, 'labels', labels, 'run', coalesce(settled_run, 0),
      'created_at', ${timeOf('created_at')}, 'settled_at', ${timeOf('at')}) AS data
    FROM counted
  ), target AS (
    SELECT told.*, endpoint.id AS endpoint_id, endpoint.url, type
    FROM told CROSS JOIN unnest(ARRAY['job.settled', 'job.failed']) AS type
    JOIN webhook_endpoints endpoint ON enabled AND type = ANY (events)
    WHERE type = 'job.settled' OR is_bad
    UNION ALL
    SELECT told.*, NULL, callback_url, 'job.settled' FROM told WHERE callback_url IS NOT NULL
  ), delivery AS (
    INSERT INTO webhook_deliveries (endpoint_id, job_id, type, url, host, payload)
    SELECT endpoint_id, job_id, type, url, ${hostOf('url')},
      json_build_object('type', type, 'timestamp', ${timeOf('at')}, 'data', data)
    FROM target
  ), published AS (
    UPDATE job_events SET published_at = clock_timestamp() FROM event WHERE job_events.id = event.id
  )
  SELECT count(*)::int AS events FROM event`;
