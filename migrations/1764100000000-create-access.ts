import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may come in, who is in, and what everybody has changed. */
export class CreateAccess1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE audit_log, sessions, api_keys`);
  }
}

const STATEMENTS = [
  // Keys are never deleted: jobs and the audit log go on naming them. The hash is SHA-256 without salt,
  // which is enough for 256 random bits: there is nothing to guess, and the hash can be looked up.
  `CREATE TABLE api_keys (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT api_keys_pkey PRIMARY KEY,
    name text NOT NULL,
    scopes text[] NOT NULL,
    key_hash bytea NOT NULL CONSTRAINT api_keys_key_hash_key UNIQUE,
    prefix text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT api_keys_scopes_check CHECK (cardinality(scopes) > 0 AND scopes <@ '{read,submit,admin}'::text[])
  )`,

  `CREATE TABLE sessions (
    token_hash bytea CONSTRAINT sessions_pkey PRIMARY KEY,
    key_id bigint NOT NULL CONSTRAINT sessions_key_id_fkey REFERENCES api_keys (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  )`,
  // A key that is revoked takes its sessions with it; old ones are swept by age.
  `CREATE INDEX sessions_key_id_idx ON sessions (key_id)`,
  `CREATE INDEX sessions_expires_at_idx ON sessions (expires_at)`,

  // Written by the statement or in the transaction that makes the change, so neither is there without the
  // other. No foreign key: each submit writes a row, and keys are never deleted. Only two indexes, for the same reason.
  `CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_log_pkey PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    key_id bigint,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb,
    address text,
    request_id text
  )`,
  `CREATE INDEX audit_log_at_idx ON audit_log (at)`,
];
