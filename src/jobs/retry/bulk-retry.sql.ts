import { recordBy } from '../../access/audit/record-by.js';
import { JOB_STATES, JOB_STATUSES } from '../job-status.js';
import { stateCondition, statusCondition } from '../reading/job-state.sql.js';
import type { BulkFilter } from './bulk-retry-request.js';
import { chosenImages, choiceValues, COUNTS } from './retry.sql.js';

/** Jobs of a retry at the most: all of them are stored in one statement. */
export const MAX_JOBS = 10_000;

/** Images of the jobs among which some are looked for, at the most: a request waits for it. */
export const MAX_IMAGES = 1_000_000;

/** Whether a job is what a parameter says, which may be NULL. */
function caseOf<Word extends string>(
  parameter: string,
  words: readonly Word[],
  condition: (job: string, word: Word) => string,
): string {
  const cases = words.map((word) => `WHEN '${word}' THEN ${condition('j', word)}`);
  return `CASE ${parameter}::text ${cases.join(' ')} ELSE true END`;
}

/** Jobs with images that failed or were cancelled, and that fit but for their images. $1..$7 by `jobValues`. */
const CANDIDATES = `
  FROM jobs j
  WHERE j.failed + j.cancelled > 0 AND j.images_removed_at IS NULL
    AND ($1::bigint[] IS NULL OR j.id = ANY ($1))
    AND ${caseOf('$2', JOB_STATUSES, statusCondition)} AND ${caseOf('$3', JOB_STATES, stateCondition)}
    AND ($4::text IS NULL OR j.reference = $4)
    AND ($5::jsonb IS NULL OR j.labels @> $5)
    AND ($6::timestamptz IS NULL OR j.created_at >= $6)
    AND ($7::timestamptz IS NULL OR j.created_at < $7)`;

/** Reads no image: how much a retry is about. */
export const MEASURE = `
  SELECT count(*)::int AS jobs, coalesce(sum(total), 0)::float8 AS total,
    coalesce(sum(failed + cancelled) FILTER (WHERE settled_at IS NOT NULL), 0)::float8 AS again
  FROM (SELECT j.total, j.failed, j.cancelled, j.settled_at ${CANDIDATES} LIMIT ${MAX_JOBS + 1}) AS candidate`;

/**
 * Those of them with images that fit; ongoing ones too: what becomes of
 * them is decided when it is their turn. $1..$11 by `filterValues`.
 */
const matches = (group?: string) => `
  SELECT j.id ${CANDIDATES}
    AND (${group === undefined} AND num_nonnulls($8::text[], $9::text[], $10::text[], $11::text[]) = 0
      OR EXISTS (SELECT FROM (${chosenImages('j.id', 8, group)}) AS image OFFSET 0))`;

export function filterValues(filter: BulkFilter): unknown[] {
  return [...jobValues(filter), ...choiceValues(filter.choice)];
}

export function jobValues({ jobIds, jobs }: BulkFilter): unknown[] {
  const { status, state, reference, label, created } = jobs;
  const labels = label && JSON.stringify({ [label.name]: label.value });
  return [
    jobIds ?? null,
    status ?? null,
    state ?? null,
    reference ?? null,
    labels ?? null,
    created.from ?? null,
    created.before ?? null,
  ];
}

/** What a retry of many jobs would take; of the ongoing ones nothing. $1..$11 the filter, and then the group. */
export const countMany = (group?: string) => `
  WITH matching AS MATERIALIZED (${matches(group)}
  ), settled AS MATERIALIZED (
    SELECT id FROM matching JOIN jobs USING (id) WHERE settled_at IS NOT NULL
  ), chosen AS MATERIALIZED (
    SELECT image.* FROM settled CROSS JOIN LATERAL (${chosenImages('settled.id', 8, group)}) AS image
  ), counts AS (${COUNTS})
  SELECT counts.*, (SELECT count(*)::int FROM matching) - (SELECT count(*)::int FROM settled) AS ongoing FROM counts`;

/** Stores a retry and the jobs it is about. $1..$11 the filter, $12..$15 who asks, $16 the filter as it was sent, and then the group. */
export const storeRetry = (group?: string) => `
  WITH matching AS MATERIALIZED (${matches(group)}
  ), retry AS (
    INSERT INTO retries (filter, actor) SELECT $16::jsonb, CASE WHEN $12::bigint IS NOT NULL THEN $13::text END WHERE EXISTS (SELECT FROM matching) RETURNING id
  ), job AS (
    INSERT INTO retry_jobs (retry_id, job_id) SELECT retry.id, matching.id FROM retry, matching RETURNING job_id
  ), audit AS (
    ${recordBy(12, 'jobs.retried')}, id::text, jsonb_build_object('filter', $16::jsonb, 'jobs', (SELECT count(*) FROM job)) FROM retry
  )
  SELECT retry.id, (SELECT count(*)::int FROM job) AS jobs FROM retry`;

/** The next job of any retry that is not put off; whoever else takes one takes another. */
export const NEXT_JOB = `
  SELECT retry_id AS "retryId", job_id AS "jobId", filter, actor FROM retry_jobs JOIN retries ON retries.id = retry_id
  WHERE done_at IS NULL AND (not_before IS NULL OR not_before <= now())
  ORDER BY retry_id, job_id LIMIT 1 FOR UPDATE OF retry_jobs SKIP LOCKED`;

export const MARK_DONE = `
  UPDATE retry_jobs SET done_at = now(), run = $3, images = $4, reason = $5 WHERE retry_id = $1 AND job_id = $2`;

/** Attempts to reopen a job before it is skipped; the waits between them come to 5 minutes. */
const MAX_ATTEMPTS = 5;

/** Puts a job off whose reopening failed, so that others get their turn. $3 why it failed. @returns whether it is skipped */
export const PUT_OFF = `
  UPDATE retry_jobs SET attempts = attempts + 1, not_before = now() + 10 * (attempts + 1) ^ 2 * interval '1 s', reason = $3,
    done_at = CASE WHEN attempts + 1 >= ${MAX_ATTEMPTS} THEN now() END
  WHERE retry_id = $1 AND job_id = $2 AND done_at IS NULL`;

/** $1 one retry, or NULL; $2 only those before it, or NULL; $3 how many. Newest first. */
export const SUMMARIES = `
  SELECT r.id, r.filter, r.actor, r.created_at AS "createdAt", s.*
  FROM (
    SELECT * FROM retries WHERE ($1::bigint IS NULL OR id = $1) AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3
  ) AS r CROSS JOIN LATERAL (
    SELECT count(*)::int AS jobs, count(*) FILTER (WHERE t.done_at IS NULL)::int AS waiting,
      count(t.run)::int AS reopened, count(*) FILTER (WHERE t.done_at IS NOT NULL AND t.run IS NULL)::int AS skipped,
      coalesce(sum(t.images), 0)::int AS images,
      count(*) FILTER (WHERE t.run IS NOT NULL AND (j.settled_at IS NOT NULL OR j.run > t.run))::int AS settled,
      count(*) FILTER (WHERE j.run = t.run AND j.settled_at IS NOT NULL AND j.failed + j.cancelled > 0)::int AS failed
    FROM retry_jobs t JOIN jobs j ON j.id = t.job_id WHERE t.retry_id = r.id
  ) AS s
  ORDER BY r.id DESC`;
