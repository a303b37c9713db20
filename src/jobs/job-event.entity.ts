import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const JOB_EVENT_KINDS = [
  'submitted',
  'started',
  'paused',
  'resumed',
  'cancelled',
  'settled',
  'reopened',
  'images_removed',
] as const;
export type JobEventKind = (typeof JOB_EVENT_KINDS)[number];

/** Something that happened to a job: what, when, and who did it. */
@Entity('job_events')
export class JobEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'job_events_pkey' })
  readonly id!: string;

  @Column('bigint', { name: 'job_id' })
  readonly jobId!: string;

  @Column('text')
  readonly kind!: JobEventKind;

  /** Who did it; null for the service itself. */
  @Column('text', { nullable: true })
  readonly actor!: string | null;

  @Column('jsonb', { nullable: true })
  readonly detail!: Record<string, unknown> | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  readonly at!: Date;

  /** Since when it is being told to whoever wants to know; null before, and for what nobody is told. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  readonly publishedAt!: Date | null;
}
