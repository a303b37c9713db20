import { hasWarning, IMAGE_STATE } from '../reading/image-list.repository.js';
import { stateCondition, statusCondition } from '../reading/job-state.sql.js';
import type { ExportFilter } from './export-filter.js';

/** A statement with its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What an export asks the database, in one transaction that sees one state of it. */
export interface ExportStatements {
  /** How many images there are: `total` to come, and `removed`, which retention has taken away. */
  readonly count: Statement;
  /** The images themselves, by job and in the order of its request. */
  readonly rows: Statement;
}

/**
 * The visits decide where to look: they are found by their own indexes, and there
 * are far fewer of them than images. From there on each image, and each result, is
 * one look-up by its key. OFFSET 0 keeps it so: the plan must not depend on statistics,
 * which know nothing of a job that was just submitted. A lateral join is a loop, so the
 * order of the visits is the order of the rows, and nothing is sorted or held back.
 */
export function exportStatements(filter: ExportFilter): ExportStatements {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const visits = `FROM visits v JOIN jobs j ON j.id = v.job_id ${whereOf(visitConditions(filter, bind))}`;
  // The conditions on images come after: the count without them has no use for their values.
  const visitValues = [...values];
  const run = filter.run === undefined ? undefined : `${bind(filter.run)}::smallint`;
  const conditions = imageConditions(filter, bind, run);
  const images = `
    FROM (
      SELECT v.job_id, v.visit_no, v.store_id, v.visit_time, v.first_idx, v.image_count, v.priority, j.reference
      ${visits} AND j.images_removed_at IS NULL ORDER BY v.job_id, v.visit_no OFFSET 0
    ) AS v
    CROSS JOIN LATERAL (
      SELECT i.idx, i.run, i.url FROM images i
      WHERE i.job_id = v.job_id AND i.idx >= v.first_idx AND i.idx < v.first_idx + v.image_count
      ORDER BY i.idx OFFSET 0
    ) AS i
    LEFT JOIN LATERAL (
      SELECT * FROM image_results r
      WHERE r.job_id = v.job_id AND r.idx = i.idx AND r.run = ${run ?? 'i.run'} OFFSET 0
    ) AS r ON true
    LEFT JOIN LATERAL (
      SELECT n.cancelled_at FROM job_runs n WHERE n.job_id = v.job_id AND n.run = i.run OFFSET 0
    ) AS n ON true
    ${whereOf(conditions)}`;
  const removed = `sum(image_count) FILTER (WHERE j.images_removed_at IS NOT NULL)`;
  const kept = `sum(image_count) FILTER (WHERE j.images_removed_at IS NULL)`;
  const count =
    conditions.length === 0
      ? {
          text: `SELECT coalesce(${kept}, 0)::float8 AS total, coalesce(${removed}, 0)::float8 AS removed ${visits}`,
          values: visitValues,
        }
      : {
          text: `SELECT (SELECT count(*) ${images})::float8 AS total,
            (SELECT coalesce(${removed}, 0) ${visits})::float8 AS removed`,
          values,
        };
  return { count, rows: { text: `SELECT ${COLUMNS} ${images}`, values } };
}

const COLUMNS = `
  v.job_id AS "jobId", v.reference, coalesce(r.run, i.run) AS run, i.idx, v.store_id AS "storeId",
  (SELECT s.name FROM stores s WHERE s.id = v.store_id) AS "storeName",
  store_area_at(v.store_id, v.visit_time) AS "areaCode",
  v.visit_time AS "visitTime", i.url, ${IMAGE_STATE} AS state,
  r.width, r.height, r.perimeter, r.format, r.bytes, r.code, r.error, r.attempts,
  r.queue_ms AS "queueMs", r.download_ms AS "downloadMs", r.verify_ms AS "verifyMs",
  r.simulate_ms AS "simulateMs", r.record_ms AS "recordMs", r.recorded_at AS "recordedAt",
  r.sharpness, r.brightness, r.rules_version AS "rulesVersion", r.warnings, v.visit_no AS "visitNo",
  v.priority`;

type Bind = (value: unknown) => string;

function visitConditions(filter: ExportFilter, bind: Bind): string[] {
  const { jobId, status, jobState, reference, label, storeId, areaCode, group, visited, submitted } = filter;
  const conditions: string[] = [];
  // A job of its own bounds both tables.
  if (jobId !== undefined) {
    const id = bind(jobId);
    conditions.push(`v.job_id = ${id}::bigint AND j.id = ${id}::bigint`);
  }
  if (status) conditions.push(statusCondition('j', status));
  if (jobState) conditions.push(stateCondition('j', jobState));
  if (reference) conditions.push(`j.reference = ${bind(reference)}`);
  if (label) conditions.push(`j.labels @> ${bind({ [label.name]: label.value })}::jsonb`);
  if (storeId) conditions.push(`v.store_id = ${bind(storeId)}`);
  if (areaCode) conditions.push(visitedArea(bind(areaCode)));
  if (group) conditions.push(group.ofStoreId('v.store_id', bind));
  if (visited.from) conditions.push(`v.visit_time >= ${bind(visited.from)}::timestamptz`);
  if (visited.before) conditions.push(`v.visit_time < ${bind(visited.before)}::timestamptz`);
  if (submitted.from) conditions.push(`j.created_at >= ${bind(submitted.from)}::timestamptz`);
  if (submitted.before) conditions.push(`j.created_at < ${bind(submitted.before)}::timestamptz`);
  return conditions;
}

/** The list of stores narrows the search by index; the function decides. */
function visitedArea(area: string): string {
  return `v.store_id IN (SELECT id FROM stores WHERE area_code = ${area}
      UNION ALL SELECT store_id FROM store_changes WHERE field = 'area_code' AND old_value = ${area})
    AND store_area_at(v.store_id, v.visit_time) = ${area}`;
}

function imageConditions(
  { state, code, warning }: ExportFilter,
  bind: Bind,
  run: string | undefined,
): string[] {
  const conditions: string[] = [];
  // Of an earlier run, the images that took part in it.
  if (run) conditions.push(`(r.job_id IS NOT NULL OR i.run = ${run})`);
  if (state) conditions.push(`${IMAGE_STATE} = ${bind(state)}`);
  if (code) conditions.push(`r.code = ${bind(code)}`);
  if (warning) conditions.push(hasWarning(warning, bind));
  return conditions;
}

/** Never empty, so that another condition can follow. */
function whereOf(conditions: readonly string[]): string {
  return `WHERE ${['true', ...conditions].join(' AND ')}`;
}
