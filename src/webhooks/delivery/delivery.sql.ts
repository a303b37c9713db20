import { hostOf } from '../outbox/publish.sql.js';

/**
 * Takes deliveries whose time has come. Until its lease is over nobody else sees
 * them: should this process die, they are due again by themselves.
 *
 * The hosts that something waits for are visited one by one, each with a look-up by
 * index, so a long queue for one of them costs the others nothing. The visit begins
 * behind host $1, where the one before had to stop. Hosts in $3 have the rooms in $4, others $5.
 *
 * $1 host, $2 deliveries at the most, $3 hosts, $4 rooms, $5 room, $6 lease in milliseconds
 */
export const CLAIM = `
  WITH RECURSIVE waiting (host) AS (
    (SELECT host FROM webhook_deliveries WHERE state = 'pending' ORDER BY host LIMIT 1)
    UNION ALL
    SELECT next.host FROM waiting CROSS JOIN LATERAL (
      SELECT d.host FROM webhook_deliveries d WHERE d.state = 'pending' AND d.host > waiting.host
      ORDER BY d.host LIMIT 1) AS next
  ), due AS MATERIALIZED (
    SELECT delivery.* FROM (SELECT host FROM waiting ORDER BY host <= $1, host) AS turn CROSS JOIN LATERAL (
      SELECT d.id, d.endpoint_id FROM webhook_deliveries d
      WHERE d.state = 'pending' AND d.host = turn.host AND d.next_attempt_at <= now()
      ORDER BY d.next_attempt_at
      LIMIT coalesce((SELECT room FROM unnest($3::text[], $4::int[]) AS busy (host, room) WHERE busy.host = turn.host),
        $5::int)
      FOR UPDATE SKIP LOCKED) AS delivery
    LIMIT $2
  ), claimed AS (
    UPDATE webhook_deliveries d SET next_attempt_at = now() + $6 * interval '1 ms',
      url = coalesce(e.url, d.url), host = ${hostOf('coalesce(e.url, d.url)')}
    FROM due LEFT JOIN webhook_endpoints e ON e.id = due.endpoint_id
    WHERE d.id = due.id
    RETURNING d.id, d.message_id AS "messageId", d.job_id AS "jobId", d.url, d.host, d.payload, d.tries,
      d.endpoint_id AS "endpointId", d.endpoint_id IS NULL OR coalesce(e.enabled, false) AS "isWanted",
      array_remove(ARRAY[e.secret, CASE WHEN e.old_secret_until > now() THEN e.old_secret END], NULL) AS secrets
  )
  SELECT * FROM claimed ORDER BY host <= $1, host`;

/** The delivery was given up, and since its first failure not one other has reached the endpoint. */
const IS_HOPELESS = `delivery.gave_up AND coalesce(e.failing_since, now()) <= delivery.failing_since`;

const DISABLED_REASON = `CASE
    WHEN $9::boolean THEN 'Its receiver answered 410 (Gone).'
    WHEN ${IS_HOPELESS} THEN 'Nothing has reached it since '
      || to_char(delivery.failing_since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC. ' || $4::text
  END`;

/**
 * Notes how an attempt ended, in the delivery, in its log and at its endpoint. An
 * attempt that ends after its lease takes back no success of another. Attempts that end together wait for each other
 * at the row of the endpoint: what the first has disabled there, the second leaves so.
 *
 * $1 id, $2 delivered, $3 status, $4 error, $5 pause in milliseconds or NULL, $6 start, $7 duration, $8 answer, $9 gone
 */
export const RECORD = `
  WITH before AS MATERIALIZED (
    SELECT id, state FROM webhook_deliveries WHERE id = $1 FOR UPDATE
  ), delivery AS (
    UPDATE webhook_deliveries d SET attempts = attempts + 1, tries = tries + 1, last_status = $3, last_error = $4,
      state = CASE WHEN $2 THEN 'delivered' WHEN before.state <> 'pending' THEN before.state
        WHEN $5::float8 IS NULL THEN 'failed' ELSE 'pending' END,
      next_attempt_at = CASE WHEN NOT $2 AND before.state = 'pending' THEN now() + $5::float8 * interval '1 ms' END,
      delivered_at = CASE WHEN $2 THEN now() ELSE delivered_at END,
      failing_since = CASE WHEN NOT $2 THEN coalesce(failing_since, now()) END
    FROM before WHERE d.id = before.id
    RETURNING d.id, endpoint_id, attempts, d.state, failing_since,
      before.state = 'pending' AND d.state = 'failed' AS gave_up
  ), attempt AS (
    INSERT INTO webhook_attempts (delivery_id, attempt, at, status, ms, error, answer)
    SELECT id, attempts, $6::timestamptz, $3, $7::int, $4, $8::text FROM delivery
  ), verdict AS (
    SELECT e.id, ${DISABLED_REASON} AS reason
    FROM delivery JOIN webhook_endpoints e ON e.id = delivery.endpoint_id
    WHERE e.enabled AND (NOT $2 OR e.failing_since IS NOT NULL)
  ), endpoint AS (
    UPDATE webhook_endpoints e SET failing_since = CASE WHEN NOT $2 THEN coalesce(failing_since, now()) END,
      enabled = e.enabled AND reason IS NULL,
      disabled_at = coalesce(e.disabled_at, CASE WHEN reason IS NOT NULL THEN now() END),
      disabled_reason = coalesce(e.disabled_reason, reason)
    FROM verdict WHERE e.id = verdict.id
  )
  SELECT state, (SELECT reason FROM verdict) AS "disabledReason" FROM delivery`;

/** Gives back what was taken and not tried. */
export const RELEASE = `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE id = $1 AND state = 'pending'`;

/** Ends what still waits for an endpoint. */
export const ABANDON = `
  UPDATE webhook_deliveries SET state = 'failed', next_attempt_at = NULL, last_error = $2
  WHERE endpoint_id = $1 AND state = 'pending'`;

/** Old ones go, in steps that lock few rows; their attempts go with them. $1 days, $2 at once. */
export const SWEEP = `
  WITH gone AS (
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM webhook_deliveries WHERE created_at < now() - $1 * interval '1 day' AND state <> 'pending'
      ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
    RETURNING id
  )
  SELECT count(*)::int AS deliveries FROM gone`;
