import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Warning } from './queue/outcome.js';

/** How an image's result is stored; no row means that it is pending. */
export const RESULT_STATE = { measured: 1, failed: 2, cancelled: 3 } as const;

/** The final result of one image in one run; written once, never changed. */
@Entity('image_results')
export class ImageResultEntity {
  @PrimaryColumn('bigint', { name: 'job_id', primaryKeyConstraintName: 'image_results_pkey' })
  readonly jobId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'image_results_pkey' })
  readonly idx!: number;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'image_results_pkey' })
  readonly run!: number;

  @Column('smallint')
  readonly state!: number;

  @Column('integer', { nullable: true })
  readonly width!: number | null;

  @Column('integer', { nullable: true })
  readonly height!: number | null;

  @Column('integer', { nullable: true })
  readonly perimeter!: number | null;

  @Column('integer', { nullable: true })
  readonly bytes!: number | null;

  @Column('text', { nullable: true })
  readonly format!: string | null;

  @Column('text', { nullable: true })
  readonly code!: string | null;

  @Column('text', { nullable: true })
  readonly error!: string | null;

  @Column('smallint')
  readonly attempts!: number;

  @Column('integer', { name: 'queue_ms', nullable: true })
  readonly queueMs!: number | null;

  @Column('integer', { name: 'download_ms', nullable: true })
  readonly downloadMs!: number | null;

  @Column('integer', { name: 'verify_ms', nullable: true })
  readonly verifyMs!: number | null;

  @Column('integer', { name: 'simulate_ms', nullable: true })
  readonly simulateMs!: number | null;

  @Column('integer', { name: 'record_ms', nullable: true })
  readonly recordMs!: number | null;

  /** Of the small grey copy, like the brightness; null when only the header was read. */
  @Column('integer', { nullable: true })
  readonly sharpness!: number | null;

  @Column('smallint', { nullable: true })
  readonly brightness!: number | null;

  /** The version of the rules that judged it. */
  @Column('integer', { name: 'rules_version', nullable: true })
  readonly rulesVersion!: number | null;

  /** Rules that it does not meet, and that let it pass; null when there are none. */
  @Column('jsonb', { nullable: true })
  readonly warnings!: readonly Warning[] | null;

  /** 1, 2, 3 .. in the order the job's failures were stored. */
  @Column('integer', { name: 'failure_no', nullable: true })
  readonly failureNo!: number | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  readonly recordedAt!: Date;
}
