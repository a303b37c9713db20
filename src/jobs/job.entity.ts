import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One submission, and how far it has got. */
@Entity('jobs')
export class JobEntity {
  /** Decimal digits: a bigint does not fit a number. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'jobs_pkey' })
  readonly id!: string;

  /** Id of the API key that submitted it; empty while the service is open. */
  @Column('text', { default: '' })
  readonly owner!: string;

  @Column('text', { nullable: true })
  readonly reference!: string | null;

  @Column('jsonb', { default: {} })
  readonly labels!: Record<string, string>;

  @Column('smallint', { default: 0 })
  readonly priority!: number;

  @Column('text', { name: 'callback_url', nullable: true })
  readonly callbackUrl!: string | null;

  @Column('integer', { name: 'visit_count' })
  readonly visitCount!: number;

  @Column('integer')
  readonly total!: number;

  @Column('integer', { default: 0 })
  readonly processed!: number;

  @Column('integer', { default: 0 })
  readonly failed!: number;

  @Column('integer', { default: 0 })
  readonly cancelled!: number;

  /** Number of the newest failure; the first failure of a job is 1. */
  @Column('integer', { name: 'last_failure_no', default: 0 })
  readonly lastFailureNo!: number;

  /** Newest run: 0 = first processing, 1.. = retries. */
  @Column('smallint', { default: 0 })
  readonly run!: number;

  /** Images settled a second, smoothed; see `PaceSample`, also for the four below. */
  @Column('double precision', { nullable: true })
  readonly pace!: number | null;

  @Column('timestamptz', { name: 'pace_at', nullable: true })
  readonly paceAt!: Date | null;

  @Column('integer', { name: 'pace_settled', nullable: true })
  readonly paceSettled!: number | null;

  @Column('timestamptz', { name: 'pace_since', nullable: true })
  readonly paceSince!: Date | null;

  @Column('integer', { name: 'pace_base', nullable: true })
  readonly paceBase!: number | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  readonly startedAt!: Date | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  readonly settledAt!: Date | null;

  /** When its newest run was cancelled; a retry takes it back. */
  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  readonly cancelledAt!: Date | null;

  /** Since when nothing of it is handed out; counts while the job is not settled. */
  @Column('timestamptz', { name: 'paused_at', nullable: true })
  readonly pausedAt!: Date | null;

  /** When retention began to remove its images; such a job never runs again. */
  @Column('timestamptz', { name: 'images_removed_at', nullable: true })
  readonly imagesRemovedAt!: Date | null;
}
