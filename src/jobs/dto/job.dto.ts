import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATES, stateOf, statusOf, type JobState, type JobStatus } from '../job-status.js';
import { JOB_EVENT_KINDS, type JobEventEntity, type JobEventKind } from '../job-event.entity.js';
import type { JobEntity } from '../job.entity.js';
import { ProgressDto, toProgressDto } from './progress.dto.js';

const STATUSES: readonly JobStatus[] = ['ongoing', 'completed', 'failed'];

/** One submission and how far it is. */
export class JobDto {
  /** @example "128" */
  readonly job_id!: string;

  /** `failed` as soon as every image is settled and one of them was not measured. */
  @ApiProperty({ enum: STATUSES, example: 'ongoing' })
  readonly status!: JobStatus;

  /** The same in more words: what `ongoing` means right now, and whether a job that `failed` was cancelled. */
  @ApiProperty({ enum: JOB_STATES, example: 'running' })
  readonly state!: JobState;

  readonly progress!: ProgressDto;

  /**
   * 0 for the first processing; each retry of failed or cancelled images is a run of its own.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly run!: number;

  /**
   * Number of visits.
   * @example 25
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly visit_count!: number;

  /** Share of the workers: each step is 1.5 times as much. */
  @ApiProperty({ type: 'integer', minimum: -5, maximum: 5, example: 0 })
  readonly priority!: number;

  @ApiProperty({ type: String, nullable: true, example: 'north-route-2026-03-01' })
  readonly reference!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { team: 'north' } })
  readonly labels!: Record<string, string>;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly callback_url!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly created_at!: string;

  /** When its first images were handed out. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:30:00.120Z' })
  readonly started_at!: string | null;

  /** When its last image was settled. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly settled_at!: string | null;

  /** When it was cancelled; null again when images of it run again. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly cancelled_at!: string | null;

  /** Since when it is paused. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly paused_at!: string | null;

  /** When its images were removed, as they were older than they are kept; its counters and visits stay. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly images_removed_at!: string | null;
}

/** Something that happened to a job. */
export class JobEventDto {
  @ApiProperty({ enum: JOB_EVENT_KINDS, example: 'submitted' })
  readonly kind!: JobEventKind;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly at!: string;

  /** Who did it; null for the service itself, and while it is open to everybody. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly actor!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { visits: 25, images: 200 },
  })
  readonly detail!: Record<string, unknown> | null;
}

/** A job with everything that happened to it. */
export class JobDetailDto extends JobDto {
  /** Oldest first. */
  readonly events!: JobEventDto[];
}

/** One page of jobs, newest first. */
export class JobPageDto {
  readonly jobs!: JobDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toJobDto(job: JobEntity): JobDto {
  const state = stateOf(job);
  return {
    job_id: job.id,
    status: statusOf(job),
    state,
    progress: toProgressDto(job),
    run: job.run,
    visit_count: job.visitCount,
    priority: job.priority,
    reference: job.reference,
    labels: job.labels,
    callback_url: job.callbackUrl,
    created_at: job.createdAt.toISOString(),
    started_at: job.startedAt?.toISOString() ?? null,
    settled_at: job.settledAt?.toISOString() ?? null,
    cancelled_at: job.cancelledAt?.toISOString() ?? null,
    paused_at: (state === 'paused' && job.pausedAt?.toISOString()) || null,
    images_removed_at: job.imagesRemovedAt?.toISOString() ?? null,
  };
}

export function toJobEventDto({ kind, at, actor, detail }: JobEventEntity): JobEventDto {
  return { kind, at: at.toISOString(), actor, detail };
}
