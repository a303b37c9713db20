import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One store at one time inside a job. Its images are `firstIdx` to `firstIdx + imageCount - 1`. */
@Entity('visits')
@Index('visits_time_idx', ['visitTime', 'jobId'])
export class VisitEntity {
  @PrimaryColumn('bigint', { name: 'job_id', primaryKeyConstraintName: 'visits_pkey' })
  readonly jobId!: string;

  @PrimaryColumn('integer', { name: 'visit_no', primaryKeyConstraintName: 'visits_pkey' })
  readonly visitNo!: number;

  @Column('text', { name: 'store_id' })
  readonly storeId!: string;

  @Column('timestamptz', { name: 'visit_time' })
  readonly visitTime!: Date;

  @Column('integer', { name: 'first_idx' })
  readonly firstIdx!: number;

  @Column('integer', { name: 'image_count' })
  readonly imageCount!: number;

  /** Visits with a higher one lie before the others in the job; null in jobs of a time before there were any. */
  @Column('smallint', { nullable: true })
  readonly priority!: number | null;
}
