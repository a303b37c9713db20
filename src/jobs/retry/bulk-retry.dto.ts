import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JobStatus } from '../job-status.js';
import type { BulkCounts, BulkRetry } from './bulk-retry.repository.js';
import { RetryCodeDto } from './retry.dto.js';
import { RETRIED_STATES, type RetriedState } from './retry-filter.js';

const LIST = { type: 'array' as const, items: { type: 'string' }, minItems: 1, maxItems: 1_000 };

/** Which jobs, and which of their failed and cancelled images; all that is named must fit. */
export class BulkRetryFilterDto {
  @ApiPropertyOptional({ ...LIST, example: ['128', '129'] })
  readonly job_ids?: string[];

  @ApiPropertyOptional({ enum: ['ongoing', 'completed', 'failed'], example: 'failed' })
  readonly status?: JobStatus;

  /** Jobs in this state: a cancelled job has the status `failed`, too. */
  @ApiPropertyOptional({ enum: RETRIED_STATES, example: 'failed' })
  readonly state?: RetriedState;

  /** Only images in these states; both, unless one is named. */
  @ApiPropertyOptional({ type: [String], enum: RETRIED_STATES, minItems: 1, example: ['failed'] })
  readonly states?: RetriedState[];

  /** Only images of these stores. */
  @ApiPropertyOptional({ ...LIST, example: ['RP00001'] })
  readonly store_ids?: string[];

  /** Only images of stores that were in these areas when they were visited. */
  @ApiPropertyOptional({ ...LIST, example: ['7100015'] })
  readonly area_codes?: string[];

  /** Only images of stores that belong to this group. */
  @ApiPropertyOptional({ minLength: 1, example: '4' })
  readonly group?: string;

  /** Only images that failed like this. */
  @ApiPropertyOptional({ ...LIST, example: ['HTTP_503'] })
  readonly codes?: string[];

  @ApiPropertyOptional({ minLength: 1, example: 'north-route-2026-03-01' })
  readonly reference?: string;

  /** A label as `name:value`. */
  @ApiPropertyOptional({ minLength: 3, example: 'team:north' })
  readonly label?: string;

  /** Submitted on or after; day (UTC) or time. */
  @ApiPropertyOptional({ example: '2026-03-01' })
  readonly from?: string;

  /** Submitted on or before; inclusive. */
  @ApiPropertyOptional({ example: '2026-03-31' })
  readonly to?: string;
}

export class BulkRetryRequestDto {
  @ApiProperty({
    type: BulkRetryFilterDto,
    minProperties: 1,
    example: { status: 'failed', codes: ['HTTP_503'] },
  })
  readonly filter!: BulkRetryFilterDto;

  /** Only counts what would run again. */
  @ApiPropertyOptional({ type: Boolean, default: false, example: false })
  readonly dry_run?: boolean;
}

/** The jobs are being reopened, one after another. */
export class BulkRetryResponse {
  /** @example "7" */
  readonly retry_id!: string;

  /**
   * Jobs that fit; those that are ongoing when it is their turn are skipped.
   * @example 12
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly jobs!: number;

  /**
   * Images that fit at this moment.
   * @example 340
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images!: number;

  @ApiProperty({ type: Boolean, enum: [false], example: false })
  readonly dry_run!: false;
}

/** What would run again. */
export class BulkRetryPreviewDto {
  /**
   * Settled jobs with images that fit.
   * @example 12
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly jobs!: number;

  /**
   * Jobs that would be skipped, as they are ongoing.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly ongoing!: number;

  /** @example 340 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly images!: number;

  /**
   * Of them, those that were cancelled; the others failed.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly cancelled!: number;

  /**
   * Stores they belong to.
   * @example 88
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** The failed ones by error code, the most frequent first. */
  readonly by_code!: RetryCodeDto[];

  @ApiProperty({ type: Boolean, enum: [true], example: true })
  readonly dry_run!: true;
}

/** The jobs of a retry by what became of them. */
export class BulkRetryJobsDto {
  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly total!: number;

  /**
   * Their turn has not come.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly waiting!: number;

  /**
   * Their images run again, or have.
   * @example 11
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly reopened!: number;

  /**
   * They were ongoing, nothing of them fitted any more, or they could not be reopened.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly skipped!: number;

  /**
   * Of the reopened ones, those that are settled again.
   * @example 9
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly settled!: number;

  /**
   * Of the settled ones, those with images that failed or were cancelled.
   * @example 2
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly failed!: number;
}

/** A retry of many jobs, and how far it is. */
export class BulkRetryDto {
  /** @example "7" */
  readonly retry_id!: string;

  /** The filter as it was sent. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { status: 'failed', codes: ['HTTP_503'] },
  })
  readonly filter!: Record<string, unknown>;

  /** Who asked for it; null while the service is open to everybody. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly actor!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T08:00:00.000Z' })
  readonly created_at!: string;

  readonly jobs!: BulkRetryJobsDto;

  /**
   * Images that run again, or have.
   * @example 340
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly images!: number;
}

/** One page of retries, newest first. */
export class BulkRetryPageDto {
  readonly retries!: BulkRetryDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toBulkRetryDto({ id, filter, actor, createdAt, images, ...jobs }: BulkRetry): BulkRetryDto {
  const { jobs: total, waiting, reopened, skipped, settled, failed } = jobs;
  return {
    retry_id: id,
    filter,
    actor,
    created_at: createdAt.toISOString(),
    jobs: { total, waiting, reopened, skipped, settled, failed },
    images,
  };
}

export function toBulkRetryPreviewDto({ byCode, ...counts }: BulkCounts): BulkRetryPreviewDto {
  const { jobs, ongoing, images, cancelled, stores } = counts;
  return { jobs, ongoing, images, cancelled, stores, by_code: [...byCode], dry_run: true };
}
