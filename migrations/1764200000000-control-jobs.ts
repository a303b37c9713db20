import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that are cancelled, paused and run again, one by one or many at a time. */
export class ControlJobs1764200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...CANCEL_AND_PAUSE, ...RETRY]) await queryRunner.query(statement);
  }

  /** Earlier code knows no cancelled image without a result: jobs that have some stay as they are counted. */
  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

const CANCEL_AND_PAUSE = [
  `ALTER TABLE jobs ADD COLUMN cancelled_at timestamptz, ADD COLUMN paused_at timestamptz`,

  // An image without a result, in a run that was cancelled, is cancelled: no row is written for each of them.
  // images_left: images of a retry that were not handed out yet; NULL in run 0, where all from next_idx on are.
  `ALTER TABLE job_runs ADD COLUMN cancelled_at timestamptz, ADD COLUMN paused boolean NOT NULL DEFAULT false,
    ADD COLUMN images_left integer`,
  // The dispatcher looks at what is due many times a second; paused runs may be many, and are none of it.
  `DROP INDEX job_runs_due_idx`,
  `CREATE INDEX job_runs_due_idx ON job_runs (job_id) WHERE next_idx < end_idx AND NOT paused`,

  // For the same reason: a paused job may have 100,000 of them, long due.
  `ALTER TABLE deferred_images ADD COLUMN paused boolean NOT NULL DEFAULT false`,
  `DROP INDEX deferred_images_due_idx`,
  `CREATE INDEX deferred_images_due_idx ON deferred_images (due_at) WHERE NOT paused`,

  // One row for ever. While paused_at is set, nobody is given anything.
  `CREATE TABLE dispatch_pause (
    id boolean NOT NULL DEFAULT true CONSTRAINT dispatch_pause_pkey PRIMARY KEY,
    paused_at timestamptz,
    paused_by text,
    CONSTRAINT dispatch_pause_single_check CHECK (id)
  )`,
  `INSERT INTO dispatch_pause DEFAULT VALUES`,
];

const RETRY = [
  // Many jobs run again with one request.
  `CREATE TABLE retries (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT retries_pkey PRIMARY KEY,
    filter jsonb NOT NULL,
    actor text,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  // run and images are known once the job was reopened; both NULL with done_at set: it was skipped, for that reason.
  // A job whose reopening failed is put off until not_before, and skipped after some attempts.
  `CREATE TABLE retry_jobs (
    retry_id bigint NOT NULL CONSTRAINT retry_jobs_retry_id_fkey REFERENCES retries (id),
    job_id bigint NOT NULL,
    run smallint,
    images integer,
    done_at timestamptz,
    attempts smallint NOT NULL DEFAULT 0,
    not_before timestamptz,
    reason text,
    CONSTRAINT retry_jobs_pkey PRIMARY KEY (retry_id, job_id)
  )`,
  // What is left to do, after a kill too.
  `CREATE INDEX retry_jobs_waiting_idx ON retry_jobs (retry_id, job_id) WHERE done_at IS NULL`,
];

const DOWN = [
  `DROP TABLE retry_jobs, retries, dispatch_pause`,
  `DROP INDEX deferred_images_due_idx, job_runs_due_idx`,
  `ALTER TABLE deferred_images DROP COLUMN paused`,
  `ALTER TABLE job_runs DROP COLUMN cancelled_at, DROP COLUMN paused, DROP COLUMN images_left`,
  `ALTER TABLE jobs DROP COLUMN cancelled_at, DROP COLUMN paused_at`,
  `CREATE INDEX deferred_images_due_idx ON deferred_images (due_at)`,
  `CREATE INDEX job_runs_due_idx ON job_runs (job_id) WHERE next_idx < end_idx`,
];
