import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RETRIED_STATES, type RetriedState, type RetryCounts } from './retry-filter.js';

const LIST = { type: 'array' as const, items: { type: 'string' }, minItems: 1, maxItems: 1_000 };

/** Which images run again; what is not named fits all. */
export class RetryFilterDto {
  /** Only images that failed like this. */
  @ApiPropertyOptional({ ...LIST, example: ['HTTP_503', 'DOWNLOAD_TIMEOUT'] })
  readonly codes?: string[];

  /** Only images of these stores. */
  @ApiPropertyOptional({ ...LIST, example: ['RP00001'] })
  readonly store_ids?: string[];

  /** Only images of stores that were in these areas when they were visited. */
  @ApiPropertyOptional({ ...LIST, example: ['7100015'] })
  readonly area_codes?: string[];

  /** Only images of stores that belong to this group. */
  @ApiPropertyOptional({ minLength: 1, example: '4' })
  readonly group?: string;

  /** Both, unless one is named. */
  @ApiPropertyOptional({ type: [String], enum: RETRIED_STATES, minItems: 1, example: ['failed'] })
  readonly states?: RetriedState[];
}

/** Without a filter all that failed or were cancelled run again. What it names may also stand beside it, in its place. */
export class RetryJobRequest extends RetryFilterDto {
  /** Which images run again; an empty one means all that failed or were cancelled. */
  @ApiPropertyOptional({ type: RetryFilterDto, example: { codes: ['HTTP_503'] } })
  readonly filter?: RetryFilterDto;

  /** Only counts what would run again. */
  @ApiPropertyOptional({ type: Boolean, default: false, example: false })
  readonly dry_run?: boolean;
}

/** The job is open again. */
export class RetryJobResponse {
  /** @example "128" */
  readonly job_id!: string;

  /**
   * Number of the new run.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly run!: number;

  /**
   * Images that run again.
   * @example 3
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images!: number;

  @ApiProperty({ type: Boolean, enum: [false], example: false })
  readonly dry_run!: false;
}

export class RetryCodeDto {
  /** @example "HTTP_503" */
  readonly code!: string;

  /** @example 3 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images!: number;
}

/** What would run again. */
export class RetryPreviewDto {
  /** @example "128" */
  readonly job_id!: string;

  /** @example 3 */
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
   * @example 2
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** The failed ones by error code, the most frequent first. */
  readonly by_code!: RetryCodeDto[];

  @ApiProperty({ type: Boolean, enum: [true], example: true })
  readonly dry_run!: true;
}

export function toRetryPreviewDto(jobId: string, counts: RetryCounts): RetryPreviewDto {
  const { images, cancelled, stores, byCode } = counts;
  return { job_id: jobId, images, cancelled, stores, by_code: [...byCode], dry_run: true };
}
