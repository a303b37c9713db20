import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditAction } from './record-by.js';

/** A change somebody made. */
@Entity('audit_log')
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'audit_log_pkey' })
  readonly id!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly at!: Date;

  /** Null for whoever needed no key. */
  @Column('bigint', { name: 'key_id', nullable: true })
  readonly keyId!: string | null;

  /** Name of the key at that time; without one `open`, `cli` or `start`. */
  @Column('text')
  readonly actor!: string;

  @Column('text')
  readonly action!: AuditAction;

  /** Id of what was changed: of the job, the retry, the import, the key; `all` for the pause of everything. */
  @Column('text')
  readonly subject!: string;

  @Column('jsonb', { nullable: true })
  readonly detail!: Record<string, unknown> | null;

  @Column('text', { nullable: true })
  readonly address!: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  readonly requestId!: string | null;
}
