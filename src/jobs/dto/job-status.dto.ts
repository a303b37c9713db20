import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { statusOf, type JobStatus } from '../job-status.js';
import type { JobEntity } from '../job.entity.js';
import type { ImageFailure } from '../reading/image-list.repository.js';
import { ProgressDto, toProgressDto } from './progress.dto.js';

/** Entries that a status carries at the most; all images are in the list of images. */
const MAX_ERRORS = 1_000;

/** Why one image was not measured. */
export class ImageErrorDto {
  /** Null for what concerns the whole job. */
  @ApiProperty({ type: String, nullable: true, example: 'RP00001' })
  readonly store_id!: string | null;

  @ApiProperty({
    example:
      'The image "https://example.com/1.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found).',
  })
  readonly error!: string;

  /** @example "HTTP_404" */
  readonly code!: string;

  @ApiProperty({ type: String, nullable: true, example: 'https://example.com/1.jpg' })
  readonly image_url!: string | null;
}

/** The state of a job, at any time. */
export class JobStatusDto {
  @ApiProperty({ enum: ['ongoing', 'completed', 'failed'], example: 'ongoing' })
  readonly status!: JobStatus;

  /** @example "128" */
  readonly job_id!: string;

  readonly progress!: ProgressDto;

  /**
   * Images that could not be measured so far, and one more where the job was cancelled; absent while there is none.
   * @example 1
   */
  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  readonly error_count?: number;

  /**
   * The first 1,000 of them, in the order they were found; of a cancelled job, that it was cancelled comes first. Images that
   * were removed are not in it.
   */
  readonly error?: ImageErrorDto[];

  /**
   * When the images were removed, as they were older than they are kept; absent while they are there.
   * @example "2026-06-01T02:00:00.000Z"
   */
  @ApiPropertyOptional({ format: 'date-time' })
  readonly images_removed_at?: string;
}

export function toJobStatusDto(job: JobEntity, failures: readonly ImageFailure[]): JobStatusDto {
  const state = { status: statusOf(job), job_id: job.id, progress: toProgressDto(job), ...removalOf(job) };
  const errors = [...cancellationOf(job), ...failures.map(toImageErrorDto)].slice(0, MAX_ERRORS);
  if (job.failed + job.cancelled === 0) return state;
  return { ...state, error_count: job.failed + (job.cancelled > 0 ? 1 : 0), error: errors };
}

/** Stays as long as there are images that were given up, also while others of the job run again. */
function cancellationOf({ id, total, cancelled }: JobEntity): ImageErrorDto[] {
  if (cancelled === 0) return [];
  const error = `Job ${id} was cancelled before ${cancelled} of its ${total} images were measured.`;
  return [{ store_id: null, error, code: 'JOB_CANCELLED', image_url: null }];
}

function removalOf({ imagesRemovedAt }: JobEntity): Pick<JobStatusDto, 'images_removed_at'> {
  return imagesRemovedAt ? { images_removed_at: imagesRemovedAt.toISOString() } : {};
}

function toImageErrorDto({ storeId, error, code, url }: ImageFailure): ImageErrorDto {
  return { store_id: storeId, error, code, image_url: url };
}
