import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Jobs from submission to settlement, and the work on them.
 *
 * Foreign keys are left out where a job's rows are written thousands at a
 * time: each would be checked row by row, and one statement writes parent and
 * children together anyway. Stores are never deleted, only deactivated.
 */
export class CreateJobs1763900100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...SUBMISSION, ...RESULTS, ...DISPATCH]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE deferred_images, leases, workers, job_runs, image_results,
      idempotency_keys, job_events, images, visits, jobs`);
  }
}

const SUBMISSION = [
  // Room on each page keeps the counter updates of a running job on the page (HOT), without touching an index.
  `CREATE TABLE jobs (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT jobs_pkey PRIMARY KEY,
    owner text NOT NULL DEFAULT '',
    reference text,
    labels jsonb NOT NULL DEFAULT '{}',
    priority smallint NOT NULL DEFAULT 0,
    callback_url text,
    visit_count integer NOT NULL,
    total integer NOT NULL,
    processed integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    cancelled integer NOT NULL DEFAULT 0,
    last_failure_no integer NOT NULL DEFAULT 0,
    run smallint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    settled_at timestamptz,
    CONSTRAINT jobs_counts_check CHECK (processed >= 0 AND failed >= 0 AND cancelled >= 0
      AND processed + failed + cancelled <= total),
    CONSTRAINT jobs_settled_check CHECK ((settled_at IS NOT NULL) = (processed + failed + cancelled = total)),
    CONSTRAINT jobs_priority_check CHECK (priority BETWEEN -5 AND 5)
  ) WITH (fillfactor = 70)`,
  // The few jobs under way among all that ever were.
  `CREATE INDEX jobs_active_idx ON jobs (id) WHERE settled_at IS NULL`,
  `CREATE INDEX jobs_created_at_idx ON jobs (created_at)`,
  `CREATE INDEX jobs_reference_idx ON jobs (reference, id) WHERE reference IS NOT NULL`,
  `CREATE INDEX jobs_labels_idx ON jobs USING gin (labels jsonb_path_ops)`,

  `CREATE TABLE visits (
    job_id bigint NOT NULL,
    visit_no integer NOT NULL,
    store_id text NOT NULL,
    visit_time timestamptz NOT NULL,
    first_idx integer NOT NULL,
    image_count integer NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (job_id, visit_no)
  )`,
  // The history of a store, and the jobs that visited it.
  `CREATE INDEX visits_store_time_idx ON visits (store_id, visit_time, job_id)`,

  // A visit's images lie side by side: first_idx .. first_idx + image_count - 1.
  `CREATE TABLE images (
    job_id bigint NOT NULL,
    idx integer NOT NULL,
    visit_no integer NOT NULL,
    run smallint NOT NULL DEFAULT 0,
    url text NOT NULL,
    CONSTRAINT images_pkey PRIMARY KEY (job_id, idx)
  )`,

  `CREATE TABLE job_events (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_events_pkey PRIMARY KEY,
    job_id bigint NOT NULL,
    kind text NOT NULL,
    actor text,
    detail jsonb,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`,
  `CREATE INDEX job_events_job_idx ON job_events (job_id, id)`,

  `CREATE TABLE idempotency_keys (
    owner text NOT NULL,
    key text NOT NULL,
    content_sha256 bytea NOT NULL,
    job_id bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (owner, key)
  )`,
  // Old keys are swept by age.
  `CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at)`,
];

const RESULTS = [
  // Append only; state 1 = measured, 2 = failed, 3 = cancelled. Nothing references a row.
  // One plain table: partitions by job_id made the hot statements no faster (0.96 to 1.10 of plain at 20 M rows), and
  // this table can become the first partition later without a rewrite. `npm run bench:layout` prints the figures.
  `CREATE TABLE image_results (
    job_id bigint NOT NULL,
    idx integer NOT NULL,
    run smallint NOT NULL,
    state smallint NOT NULL,
    width integer,
    height integer,
    perimeter integer,
    bytes integer,
    format text,
    code text,
    error text,
    attempts smallint NOT NULL,
    queue_ms integer,
    download_ms integer,
    verify_ms integer,
    simulate_ms integer,
    record_ms integer,
    failure_no integer,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT image_results_pkey PRIMARY KEY (job_id, idx, run),
    CONSTRAINT image_results_state_check CHECK (state IN (1, 2, 3))
  )`,
  // The error list of a job, in its own order; only failures have a number.
  `CREATE INDEX image_results_failure_idx ON image_results (job_id, failure_no) WHERE failure_no IS NOT NULL`,
];

const DISPATCH = [
  // How far a job's run has been handed out. A table of its own: the dispatcher never waits for a counter update.
  `CREATE TABLE job_runs (
    job_id bigint NOT NULL,
    run smallint NOT NULL,
    next_idx integer NOT NULL DEFAULT 0,
    end_idx integer NOT NULL,
    priority smallint NOT NULL,
    main_host text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT job_runs_pkey PRIMARY KEY (job_id, run),
    CONSTRAINT job_runs_cursor_check CHECK (next_idx BETWEEN 0 AND end_idx)
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX job_runs_due_idx ON job_runs (job_id) WHERE next_idx < end_idx`,

  `CREATE TABLE workers (
    id uuid CONSTRAINT workers_pkey PRIMARY KEY,
    hostname text NOT NULL,
    pid integer NOT NULL,
    role text NOT NULL,
    images_in_flight integer NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    heartbeat_at timestamptz NOT NULL DEFAULT now()
  ) WITH (fillfactor = 50)`,

  // One row per range in the window, claimed (worker_id) or not; never one per waiting range.
  `CREATE TABLE leases (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT leases_pkey PRIMARY KEY,
    job_id bigint NOT NULL,
    run smallint NOT NULL,
    from_idx integer NOT NULL,
    to_idx integer NOT NULL,
    open integer NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    throttles smallint NOT NULL DEFAULT 0,
    suspect boolean NOT NULL DEFAULT false,
    charges smallint NOT NULL DEFAULT 0,
    worker_id uuid,
    queued_at timestamptz,
    expires_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT leases_range_check CHECK (from_idx < to_idx AND open BETWEEN 0 AND to_idx - from_idx),
    CONSTRAINT leases_claim_check CHECK ((worker_id IS NULL) = (expires_at IS NULL))
  ) WITH (fillfactor = 50)`,
  `CREATE INDEX leases_job_idx ON leases (job_id)`,

  // Images that wait longer than a worker keeps them.
  `CREATE TABLE deferred_images (
    job_id bigint NOT NULL,
    run smallint NOT NULL,
    idx integer NOT NULL,
    attempts smallint NOT NULL,
    throttles smallint NOT NULL,
    due_at timestamptz NOT NULL,
    CONSTRAINT deferred_images_pkey PRIMARY KEY (job_id, run, idx)
  )`,
  `CREATE INDEX deferred_images_due_idx ON deferred_images (due_at)`,
];
