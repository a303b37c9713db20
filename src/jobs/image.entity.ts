import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One URL inside a visit; `idx` is its place in the job, in the order in which images are dispatched. */
@Entity('images')
export class ImageEntity {
  @PrimaryColumn('bigint', { name: 'job_id', primaryKeyConstraintName: 'images_pkey' })
  readonly jobId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'images_pkey' })
  readonly idx!: number;

  @Column('integer', { name: 'visit_no' })
  readonly visitNo!: number;

  /** The newest run this image takes part in. */
  @Column('smallint', { default: 0 })
  readonly run!: number;

  @Column('text')
  readonly url!: string;
}
