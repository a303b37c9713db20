import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told when a job is settled, what they were told, and what came of it. */
export class CreateWebhooks1764200300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...OUTBOX, ...RECEIVERS, ...DELIVERIES]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE webhook_attempts, webhook_deliveries, webhook_endpoints, webhook_secret`,
    );
    await queryRunner.query(`DROP INDEX job_events_unpublished_idx`);
    await queryRunner.query(`ALTER TABLE job_events DROP COLUMN published_at`);
  }
}

const OUTBOX = [
  // What has happened so far counts as told. The default serves these rows alone, and so Postgres writes none of them.
  `ALTER TABLE job_events ADD COLUMN published_at timestamptz DEFAULT now()`,
  `ALTER TABLE job_events ALTER COLUMN published_at DROP DEFAULT`,
  // What nobody has been told yet: a few rows among all, or none. Asked for every second.
  `CREATE INDEX job_events_unpublished_idx ON job_events (id) WHERE kind = 'settled' AND published_at IS NULL`,
];

const RECEIVERS = [
  // Secrets are kept readable: whoever signs needs them. After a rotation the old one is good for a while.
  `CREATE TABLE webhook_endpoints (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT webhook_endpoints_pkey PRIMARY KEY,
    url text NOT NULL,
    events text[] NOT NULL,
    description text NOT NULL DEFAULT '',
    created_by text NOT NULL,
    secret text NOT NULL,
    old_secret text,
    old_secret_until timestamptz,
    enabled boolean NOT NULL DEFAULT true,
    disabled_at timestamptz,
    disabled_reason text,
    failing_since timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT webhook_endpoints_events_check
      CHECK (cardinality(events) > 0 AND events <@ '{job.settled,job.failed}'::text[]),
    CONSTRAINT webhook_endpoints_old_secret_check CHECK ((old_secret IS NULL) = (old_secret_until IS NULL)),
    CONSTRAINT webhook_endpoints_disabled_check
      CHECK (enabled = (disabled_at IS NULL) AND enabled = (disabled_reason IS NULL))
  )`,

  // The secret of the instance, which signs what goes to a job's callback_url. One row at the most.
  `CREATE TABLE webhook_secret (
    only_one boolean NOT NULL DEFAULT true CONSTRAINT webhook_secret_pkey PRIMARY KEY,
    secret text NOT NULL,
    old_secret text,
    old_secret_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT webhook_secret_only_one_check CHECK (only_one),
    CONSTRAINT webhook_secret_old_secret_check CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
  )`,
];

const DELIVERIES = [
  // endpoint_id is NULL where a job named the URL itself, and may name an endpoint that was deleted. The payload
  // is json and not jsonb: it is signed and sent in the order it was written in. host groups what waits for one receiver.
  `CREATE TABLE webhook_deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT webhook_deliveries_pkey PRIMARY KEY,
    message_id text NOT NULL DEFAULT 'msg_' || replace(gen_random_uuid()::text, '-', ''),
    endpoint_id bigint,
    job_id bigint,
    type text NOT NULL,
    url text NOT NULL,
    host text NOT NULL,
    payload json NOT NULL,
    state text NOT NULL DEFAULT 'pending',
    attempts integer NOT NULL DEFAULT 0,
    tries integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz DEFAULT now(),
    failing_since timestamptz,
    last_status smallint,
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    delivered_at timestamptz,
    CONSTRAINT webhook_deliveries_state_check CHECK (state IN ('pending', 'delivered', 'failed')),
    CONSTRAINT webhook_deliveries_next_attempt_check CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL))
  ) WITH (fillfactor = 70)`,
  // What waits, by receiver: a long queue for one is stepped over in one look.
  `CREATE INDEX webhook_deliveries_waiting_idx ON webhook_deliveries (host, next_attempt_at) WHERE state = 'pending'`,
  // What is due, whoever it goes to. An expression, so that no look-up for one host takes this index: with the
  // statistics of an hour without anything due that seemed cheap, and read the whole queue once for each host.
  `CREATE INDEX webhook_deliveries_due_idx ON webhook_deliveries ((next_attempt_at AT TIME ZONE 'UTC'))
    WHERE state = 'pending'`,
  // What is given up when an endpoint is disabled, in pages.
  `CREATE INDEX webhook_deliveries_pending_idx ON webhook_deliveries (endpoint_id) WHERE state = 'pending'`,
  // The log of an endpoint, and of a job; newest first.
  `CREATE INDEX webhook_deliveries_endpoint_idx ON webhook_deliveries (endpoint_id, id)`,
  `CREATE INDEX webhook_deliveries_job_idx ON webhook_deliveries (job_id, id)`,
  // The few that failed, among all.
  `CREATE INDEX webhook_deliveries_failed_idx ON webhook_deliveries (id) WHERE state = 'failed'`,
  // Old ones are swept by age.
  `CREATE INDEX webhook_deliveries_created_at_idx ON webhook_deliveries (created_at)`,

  `CREATE TABLE webhook_attempts (
    delivery_id bigint NOT NULL CONSTRAINT webhook_attempts_delivery_id_fkey
      REFERENCES webhook_deliveries (id) ON DELETE CASCADE,
    attempt integer NOT NULL,
    at timestamptz NOT NULL,
    status smallint,
    ms integer NOT NULL,
    error text,
    answer text,
    CONSTRAINT webhook_attempts_pkey PRIMARY KEY (delivery_id, attempt)
  )`,
];
