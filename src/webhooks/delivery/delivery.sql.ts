import { hostOf } from '../outbox/publish.sql.js';

/** Deliveries that are looked at in the order of their time; where more are due, hosts are visited instead, so many at once. */
const LOOK = 1_000;

/** What may be taken of the hosts of one kind, up to a number. */
const dueOf = (kind: string, limit: string) => `
    (SELECT delivery.* FROM (SELECT * FROM turn WHERE ${kind} ORDER BY host <= $1, host) AS turn CROSS JOIN LATERAL (
      SELECT d.id, d.endpoint_id FROM webhook_deliveries d
      WHERE d.state = 'pending' AND d.host = turn.host AND d.next_attempt_at <= now()
      ORDER BY d.next_attempt_at LIMIT turn.room FOR UPDATE SKIP LOCKED) AS delivery
    LIMIT ${limit})`;

/**
 * Takes deliveries whose time has come. Until its lease is over nobody else sees
 * them: should this process die, they are due again by themselves.
 *
 * As a rule few are due, and an index on their time knows their hosts. Where many are
 * due, a long queue for one host would hide the others: then the hosts that something waits
 * for are visited in their order, each with a look-up by index, some behind host $1 at each look.
 *
 * Hosts in $3 have the rooms in $4; the others have one each, and $5 all together, and go first.
 *
 * $1 host, $2 deliveries at the most, $3 hosts, $4 rooms, $5 deliveries to other hosts at the most, $6 lease in milliseconds
 *
 * @returns a row for each, or one without an id; with the host that the visit came to, when it has not come to the end
 */
export const CLAIM = `
  WITH RECURSIVE earliest AS MATERIALIZED (
    SELECT host FROM webhook_deliveries
    WHERE state = 'pending' AND next_attempt_at AT TIME ZONE 'UTC' <= now() AT TIME ZONE 'UTC'
    ORDER BY next_attempt_at AT TIME ZONE 'UTC' LIMIT ${LOOK}
  ), visited (host, place) AS (
    (SELECT host, 1 FROM webhook_deliveries
     WHERE state = 'pending' AND host > $1 AND (SELECT count(*) FROM earliest) = ${LOOK} ORDER BY host LIMIT 1)
    UNION ALL
    SELECT next.host, place + 1 FROM visited CROSS JOIN LATERAL (
      SELECT d.host FROM webhook_deliveries d WHERE d.state = 'pending' AND d.host > visited.host
      ORDER BY d.host LIMIT 1) AS next
    WHERE place < ${LOOK}
  ), turn AS MATERIALIZED (
    SELECT host, coalesce(room, 1) AS room, room IS NOT NULL AS is_known
    FROM (SELECT host FROM visited UNION SELECT host FROM earliest WHERE (SELECT count(*) FROM earliest) < ${LOOK}) AS waiting
    LEFT JOIN unnest($3::text[], $4::int[]) AS known (host, room) USING (host)
    WHERE room IS DISTINCT FROM 0
  ), due AS MATERIALIZED (
    SELECT * FROM (${dueOf('NOT is_known', '$5')}
    UNION ALL ${dueOf('is_known', '$2')}) AS delivery
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
  SELECT claimed.*, visit.host AS "visitedTo"
  FROM (SELECT (SELECT host FROM visited WHERE place = ${LOOK}) AS host) AS visit LEFT JOIN claimed ON true
  ORDER BY claimed.host <= $1, claimed.host`;

/** The delivery was given up, and since its first failure not one other has reached the endpoint. */
const IS_HOPELESS = `delivery.gave_up AND coalesce(e.failing_since, now()) <= delivery.failing_since`;

/** A receiver may be away for so long, however many attempts its queue has left time for. */
const GIVEN_UP_AFTER = `interval '1 day'`;

/**
 * This delivery has failed for a day; or it has waited for a day while nothing reached its
 * endpoint, where the queue is so long that its turn comes too seldom.
 */
const IS_OVERDUE = `(failing_since < now() - ${GIVEN_UP_AFTER} OR created_at < now() - ${GIVEN_UP_AFTER} AND EXISTS (
      SELECT FROM webhook_endpoints e WHERE e.id = endpoint_id AND e.failing_since < now() - ${GIVEN_UP_AFTER}))`;

const DISABLED_REASON = `CASE
    WHEN $9::boolean THEN 'Its receiver answered 410 (Gone).'
    WHEN ${IS_HOPELESS} THEN 'Nothing has reached it since '
      || to_char(coalesce(e.failing_since, delivery.failing_since) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC. ' || $4::text
  END`;

/**
 * Notes how an attempt ended, in the delivery, in its log and at its endpoint. An
 * attempt that ends after its lease takes back no success of another. One that fails
 * after a new round began (its tries are others than those it was taken with) is
 * logged and changes nothing else; its success counts, as the receiver has the message.
 *
 * The endpoint is locked before it is judged: somebody may be disabling or enabling it.
 *
 * $1 id, $2 delivered, $3 status, $4 error, $5 pause in milliseconds or NULL, $6 start, $7 duration, $8 answer, $9 gone,
 * $10 tries when it was taken
 */
export const RECORD = `
  WITH before AS MATERIALIZED (
    SELECT id, state, tries = $10::int AS is_current, ${IS_OVERDUE} IS TRUE AS is_overdue
    FROM webhook_deliveries WHERE id = $1 FOR UPDATE
  ), after AS (
    SELECT *, CASE WHEN $2 THEN 'delivered' WHEN state <> 'pending' OR NOT is_current THEN state
      WHEN $5::float8 IS NULL OR is_overdue THEN 'failed' ELSE 'pending' END AS next_state
    FROM before
  ), delivery AS (
    UPDATE webhook_deliveries d SET attempts = attempts + 1, tries = tries + (is_current OR $2)::int, last_status = $3,
      last_error = $4, state = next_state,
      next_attempt_at = CASE WHEN next_state <> 'pending' THEN NULL
        WHEN is_current THEN now() + $5::float8 * interval '1 ms' ELSE next_attempt_at END,
      delivered_at = CASE WHEN $2 THEN now() ELSE delivered_at END,
      failing_since = CASE WHEN $2 THEN NULL WHEN is_current THEN coalesce(failing_since, now()) ELSE failing_since END
    FROM after WHERE d.id = after.id
    RETURNING d.id, endpoint_id, attempts, d.state, failing_since, is_current,
      after.state = 'pending' AND d.state = 'failed' AS gave_up
  ), attempt AS (
    INSERT INTO webhook_attempts (delivery_id, attempt, at, status, ms, error, answer)
    SELECT id, attempts, $6::timestamptz, $3, $7::int, $4, $8::text FROM delivery
  ), verdict AS MATERIALIZED (
    SELECT e.id, ${DISABLED_REASON} AS reason
    FROM delivery JOIN webhook_endpoints e ON e.id = delivery.endpoint_id
    WHERE e.enabled AND CASE WHEN $2 THEN e.failing_since IS NOT NULL ELSE is_current END
    FOR NO KEY UPDATE OF e
  ), endpoint AS (
    UPDATE webhook_endpoints e SET failing_since = CASE WHEN NOT $2 THEN coalesce(failing_since, now()) END,
      enabled = reason IS NULL, disabled_at = CASE WHEN reason IS NOT NULL THEN now() END, disabled_reason = reason
    FROM verdict WHERE e.id = verdict.id AND e.enabled
    RETURNING disabled_reason
  )
  SELECT state, (SELECT disabled_reason FROM endpoint) AS "disabledReason" FROM delivery`;

/** Gives back what was taken and not tried. */
export const RELEASE = `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE id = $1 AND state = 'pending'`;

/**
 * Ends a page of what still waits for an endpoint, unless that was enabled again by
 * now. What an attempt just holds is left to whoever takes it next.
 *
 * $1 endpoint, $2 reason, $3 deliveries at the most
 */
export const ABANDON = `
  WITH waiting AS MATERIALIZED (
    SELECT id FROM webhook_deliveries WHERE endpoint_id = $1 AND state = 'pending'
      AND NOT EXISTS (SELECT FROM webhook_endpoints WHERE id = $1 AND enabled)
    LIMIT $3 FOR UPDATE SKIP LOCKED
  ), abandoned AS (
    UPDATE webhook_deliveries d SET state = 'failed', next_attempt_at = NULL, last_error = $2
    FROM waiting WHERE d.id = waiting.id
  )
  SELECT count(*)::int AS deliveries FROM waiting`;

/** Old ones go, in steps that lock few rows; their attempts go with them. $1 days, $2 at once. */
export const SWEEP = `
  WITH gone AS (
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM webhook_deliveries WHERE created_at < now() - $1 * interval '1 day' AND state <> 'pending'
      ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
    RETURNING id
  )
  SELECT count(*)::int AS deliveries FROM gone`;
