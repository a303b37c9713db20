import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsFlatStrings } from './flat-strings.js';

/** One store at one time, with the photos taken there. */
export class SubmittedVisitDto {
  /**
   * Id from the Store Master.
   * @example "RP00001"
   */
  readonly store_id!: string;

  /** Photos of the visit, at least one; each is downloaded and measured once. */
  @ApiProperty({
    type: [String],
    minItems: 1,
    items: { type: 'string', minLength: 1, maxLength: 2048 },
    example: ['http://localhost:8081/samples/shelf-1.jpg', 'http://localhost:8081/samples/shelf-2.png'],
  })
  readonly image_url!: string[];

  /**
   * When the store was visited, RFC 3339.
   * @example "2026-03-01T09:30:00Z"
   */
  @ApiProperty({ format: 'date-time' })
  readonly visit_time!: string;
}

/**
 * A batch of store visits. The envelope is checked here; the visits, which may
 * be many, are checked by `checkVisits`. Unknown fields are ignored.
 */
export class SubmitJobRequest {
  /**
   * Number of entries in `visits`.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt({ message: '"count" must be a whole number: the number of visits.' })
  @Min(0, { message: '"count" must be a whole number: the number of visits.' })
  readonly count!: number;

  @ApiProperty({ type: [SubmittedVisitDto], minItems: 1 })
  readonly visits!: SubmittedVisitDto[];

  /**
   * How large a share of the workers the job gets: each step is 1.5 times as much.
   * @example 0
   */
  @ApiPropertyOptional({ type: 'integer', minimum: -5, maximum: 5, default: 0 })
  @IsOptional()
  @IsInt({ message: '"priority" must be a whole number from -5 to 5.' })
  @Min(-5, { message: '"priority" must be a whole number from -5 to 5.' })
  @Max(5, { message: '"priority" must be a whole number from -5 to 5.' })
  readonly priority?: number;

  /**
   * Your own name for the job; jobs can be found by it.
   * @example "north-route-2026-03-01"
   */
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @IsOptional()
  @IsString({ message: '"reference" must be a string.' })
  @IsNotEmpty({ message: '"reference" must not be empty.' })
  @MaxLength(200, { message: '"reference" may have at most 200 characters.' })
  readonly reference?: string;

  /** Names and values of your own, at most 20; jobs can be found by them. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 200 },
    example: { team: 'north' },
  })
  @IsOptional()
  @IsFlatStrings()
  readonly labels?: Record<string, string>;

  /**
   * Address to be told when the job is settled: http or https, without user name and password. It gets a signed POST with an
   * event of the type `job.settled`, tried again for a day until it answers 2xx.
   * @example "https://example.com/hooks/jobs"
   */
  @ApiPropertyOptional({ maxLength: 2048 })
  @IsOptional()
  readonly callback_url?: string;
}

/** The job was accepted and is kept, whatever happens next. */
export class SubmitJobResponse {
  /**
   * Decimal digits.
   * @example "128"
   */
  readonly job_id!: string;
}
