import { PACE_SMOOTHING_S, PACE_STALE_MS } from '../pace.js';

/** A shorter time would measure the groups in which results are stored, not the work. */
const SAMPLE_S = 1;

const STALE = `${PACE_STALE_MS} * interval '1 ms'`;

/** What `PACED` needs to know of each job, as it was before the results. */
export const PACE_BEFORE = `processed + failed AS measured, started_at, pace, pace_at, pace_settled, pace_since, pace_base`;

/**
 * A row per job with its new pace, from the CTEs `job` (with `PACE_BEFORE`) and `counted`.
 *
 * A sample is taken when at least a second has passed since the last one. A
 * stretch of work goes on unless nothing moved for 15 s, or images were taken
 * back for another run; a new one begins where the job started, or with the
 * results at hand: how long those took is not known. In its first seconds the pace is the plain average.
 */
export const PACED = `
  SELECT job.id AS paced_id, since AS new_since, base AS new_base,
    CASE WHEN seconds >= ${SAMPLE_S} THEN at ELSE last_at END AS new_at,
    CASE WHEN seconds >= ${SAMPLE_S} THEN settled ELSE last_settled END AS new_settled,
    CASE WHEN seconds >= ${SAMPLE_S}
      THEN coalesce(last_pace + (rate - last_pace) * greatest(1 - exp(-seconds / ${PACE_SMOOTHING_S}), seconds / whole), rate)
      ELSE last_pace END AS new_pace
  FROM job JOIN counted ON counted.job_id = job.id
  CROSS JOIN LATERAL (SELECT clock_timestamp() AS at, (job.measured + good + bad)::int AS settled) AS here
  CROSS JOIN LATERAL (SELECT
    coalesce(pace_at > at - ${STALE} AND pace_settled <= job.measured, false) AS goes_on,
    coalesce(pace_at IS NULL AND job.measured = 0 AND started_at > at - ${STALE}, false) AS is_first) AS stretch
  CROSS JOIN LATERAL (SELECT
    CASE WHEN goes_on THEN pace_since WHEN is_first THEN started_at ELSE at END AS since,
    CASE WHEN goes_on THEN pace_base WHEN is_first THEN 0 ELSE settled END AS base,
    CASE WHEN goes_on THEN pace_at WHEN is_first THEN started_at ELSE at END AS last_at,
    CASE WHEN goes_on THEN pace_settled WHEN is_first THEN 0 ELSE settled END AS last_settled,
    CASE WHEN goes_on THEN pace END AS last_pace) AS last
  CROSS JOIN LATERAL (SELECT
    extract(epoch FROM at - last_at)::float8 AS seconds, extract(epoch FROM at - since)::float8 AS whole) AS gone
  CROSS JOIN LATERAL (SELECT (settled - last_settled) / nullif(seconds, 0) AS rate) AS measured_now`;
