import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OPEN_STATES } from './bulk-cancel-request.js';

/** Which jobs; all that is named must fit. Settled jobs never do. */
export class BulkCancelFilterDto {
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string' },
    minItems: 1,
    maxItems: 1_000,
    example: ['128', '129'],
  })
  readonly job_ids?: string[];

  @ApiPropertyOptional({ enum: OPEN_STATES, example: 'queued' })
  readonly state?: (typeof OPEN_STATES)[number];

  /** Jobs that visit this store. */
  @ApiPropertyOptional({ minLength: 1, example: 'RP00001' })
  readonly store_id?: string;

  /** Jobs that visit this area. */
  @ApiPropertyOptional({ minLength: 1, example: '7100015' })
  readonly area_code?: string;

  /** Jobs that visit a store of this group. */
  @ApiPropertyOptional({ minLength: 1, example: '4' })
  readonly group?: string;

  /** Jobs with an image that failed like this in its newest run. */
  @ApiPropertyOptional({ minLength: 1, example: 'HTTP_404' })
  readonly code?: string;

  @ApiPropertyOptional({ minLength: 1, example: 'north-route-2026-03-01' })
  readonly reference?: string;

  /** A label as `name:value`. */
  @ApiPropertyOptional({ minLength: 2, example: 'team:north' })
  readonly label?: string;

  /** Submitted on or after; day (UTC) or time. */
  @ApiPropertyOptional({ example: '2026-03-01' })
  readonly from?: string;

  /** Submitted on or before; inclusive. */
  @ApiPropertyOptional({ example: '2026-03-31' })
  readonly to?: string;
}

export class BulkCancelRequestDto {
  @ApiProperty({ type: BulkCancelFilterDto, minProperties: 1, example: { state: 'queued' } })
  readonly filter!: BulkCancelFilterDto;

  /** Only counts what would be cancelled. */
  @ApiPropertyOptional({ type: Boolean, default: false, example: false })
  readonly dry_run?: boolean;
}

/** What would be cancelled. */
export class BulkCancelPreviewDto {
  @ApiProperty({ type: Boolean, enum: [true], example: true })
  readonly dry_run!: true;

  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly jobs!: number;

  /**
   * Their images that have no result yet.
   * @example 3400
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly images!: number;

  /**
   * Jobs named in `job_ids` that are settled already, and would be skipped.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly settled!: number;
}

/** What was cancelled. */
export class BulkCancelResponse {
  @ApiProperty({ type: Boolean, enum: [false], example: false })
  readonly dry_run!: false;

  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly jobs!: number;

  /**
   * Their images that had no result yet.
   * @example 3391
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly images!: number;

  /**
   * Jobs named in `job_ids` that were settled already, and jobs that were settled meanwhile.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly skipped!: number;
}
