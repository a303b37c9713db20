/** The tables and statements that `results-layout.mjs` compares. */

export const SCHEMA = 'bench_results_layout';

/** Images of one job, and rows of one flush of the writer. */
export const IMAGES = 100;

/** `partitions` share the old jobs evenly; one more takes the new jobs. */
export const LAYOUTS = [
  { table: 'plain', partitions: 0 },
  { table: 'range20', partitions: 20 },
  { table: 'range200', partitions: 200 },
];

const COLUMNS = `job_id bigint NOT NULL, idx int NOT NULL, run smallint NOT NULL, state smallint NOT NULL,
  width int, height int, perimeter int, bytes int, format text, code text, error text, attempts smallint NOT NULL,
  queue_ms int, download_ms int, verify_ms int, simulate_ms int, record_ms int, failure_no int,
  recorded_at timestamptz NOT NULL`;

// Autovacuum would hit one layout and spare another; each phase vacuums or analyses by itself.
const QUIET = 'WITH (autovacuum_enabled = off)';

const keys = (table) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_pkey PRIMARY KEY (job_id, idx, run);
  CREATE INDEX ${table}_failures_idx ON ${table} (job_id, failure_no) WHERE failure_no IS NOT NULL`;

/** Every 34th image of a job fails: 3 in 100. */
const generate = (table, firstJob, lastJob, images) => `INSERT INTO ${table}
  SELECT job, i, 0, CASE WHEN failed THEN 2 ELSE 1 END,
    CASE WHEN NOT failed THEN 1200 + i END, CASE WHEN NOT failed THEN 900 END,
    CASE WHEN NOT failed THEN 4200 + 2 * i END, 131000 + i, CASE WHEN NOT failed THEN 'jpeg' END,
    CASE WHEN failed THEN 'HTTP_STATUS' END,
    CASE WHEN failed THEN 'The image host answered 404 for https://images.example.com/' || job || '/' || i END,
    1, 40, 120 + i, 14, 250, 8, CASE WHEN failed THEN i / 34 + 1 END, now()
  FROM generate_series(${firstJob}, ${lastJob}) job, generate_series(0, ${images - 1}) i,
    LATERAL (SELECT i % 34 = 0 AS failed) f`;

export async function load(db, { table, partitions }, jobs) {
  await db.query(`SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`);
  if (partitions === 0) await db.query(`CREATE TABLE ${table} (${COLUMNS}) ${QUIET}`);
  else await db.query(`CREATE TABLE ${table} (${COLUMNS}) PARTITION BY RANGE (job_id)`);
  for (let n = 0; n < partitions; n++)
    await db.query(`CREATE TABLE ${table}_${n} PARTITION OF ${table}
      FOR VALUES FROM (${(jobs / partitions) * n}) TO (${(jobs / partitions) * (n + 1)}) ${QUIET}`);
  const step = 10_000;
  for (let job = 0; job < jobs; job += step)
    await db.query(generate(table, job, Math.min(job + step, jobs) - 1, IMAGES));
  await db.query(keys(table));
  await db.query(`VACUUM ${table}`);
  await db.query('RESET synchronous_commit');
}

/** The partition of the jobs to come, made after the load so that nothing is known about it, and one big job. */
export async function createNewest(db, { table, partitions }, jobs, bigJob) {
  if (partitions > 0)
    await db.query(`CREATE TABLE ${table}_newest PARTITION OF ${table}
      FOR VALUES FROM (${jobs}) TO (MAXVALUE) ${QUIET}`);
  await db.query(generate(table, bigJob, bigJob, 50_000));
}

const fill = (value) => Array.from({ length: IMAGES }, (_, i) => value(i));
const failed = (i) => i % 34 === 0;
const whenGood = (value) => fill((i) => (failed(i) ? null : value));
const whenFailed = (value) => fill((i) => (failed(i) ? value : null));

/** `[array type, values]` per column from `idx` on; `job_id` is one parameter of its own. */
const FLUSH = [
  ['int', fill((i) => i)],
  ['smallint', fill(() => 0)],
  ['smallint', fill((i) => (failed(i) ? 2 : 1))],
  ['int', whenGood(1200)],
  ['int', whenGood(900)],
  ['int', whenGood(4200)],
  ['int', fill(() => 131000)],
  ['text', whenGood('jpeg')],
  ['text', whenFailed('HTTP_STATUS')],
  ['text', whenFailed('The image host answered 404 for https://images.example.com/100/17')],
  ['smallint', fill(() => 1)],
  ...[40, 120, 14, 250, 8].map((ms) => ['int', fill(() => ms)]),
  ['int', fill((i) => (failed(i) ? i / 34 + 1 : null))],
];
const arrays = FLUSH.map(([type], n) => `$${n + 2}::${type}[]`).join(', ');

/** The write path: one flush of 100 results, as `name`d prepared statement or not. */
export function write(client, table, job, name) {
  const text = `INSERT INTO ${table} SELECT $1::bigint, r.*, now() FROM unnest(${arrays}) r ON CONFLICT DO NOTHING`;
  return client.query({ name, text, values: [job, ...FLUSH.map(([, values]) => values)] });
}

export const sql = {
  page: (table) =>
    `SELECT * FROM ${table} WHERE job_id = $1 AND idx >= $2 AND idx < $3 ORDER BY job_id, idx, run`,
  errors: (table) =>
    `SELECT * FROM ${table} WHERE job_id = $1 AND failure_no > $2 ORDER BY failure_no LIMIT 1000`,
  becomeFirstPartition: (end) => `ALTER TABLE plain RENAME TO plain_first;
    ALTER INDEX plain_pkey RENAME TO plain_first_pkey;
    ALTER INDEX plain_failures_idx RENAME TO plain_first_failures_idx;
    CREATE TABLE plain (${COLUMNS}) PARTITION BY RANGE (job_id);
    ${keys('plain')};
    ALTER TABLE plain ATTACH PARTITION plain_first FOR VALUES FROM (MINVALUE) TO (${end})`,
};
