import { ApiProperty } from '@nestjs/swagger';
import type { CodeSummary, JobSummary, Spread, StoreSummary } from './job-summary.repository.js';

/** One of the images that failed alike: the first in the job. */
export class FailureExampleDto {
  @ApiProperty({
    example:
      'The image "http://localhost:8081/samples/none.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found).',
  })
  readonly error!: string;

  /** @example "http://localhost:8081/samples/none.jpg" */
  readonly image_url!: string;

  /** @example "RP00001" */
  readonly store_id!: string;
}

/** Images that failed alike. */
export class CodeSummaryDto {
  /** @example "HTTP_404" */
  readonly code!: string;

  /** @example 18 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images!: number;

  /**
   * Stores they belong to.
   * @example 7
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly stores!: number;

  readonly example!: FailureExampleDto;
}

/** Images with the same warning. */
export class WarningSummaryDto {
  /** @example "RULE_MIN_WIDTH" */
  readonly code!: string;

  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images!: number;

  /**
   * Stores they belong to.
   * @example 5
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly stores!: number;
}

/** What became of the images of one store. */
export class StoreSummaryDto {
  /** @example "RP00001" */
  readonly store_id!: string;

  /** @example "SHREE GANESH STORE" */
  readonly store_name!: string;

  /**
   * The area it was in at its last visit in the job.
   * @example "7100015"
   */
  readonly area_code!: string;

  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images!: number;

  /** @example 9 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly measured!: number;

  /** @example 3 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly failed!: number;

  /** @example 0 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly cancelled!: number;

  /** @example 0 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly pending!: number;
}

/** Milliseconds. */
export class SpreadDto {
  /**
   * Half of the images took no longer.
   * @example 12
   */
  @ApiProperty({ type: 'integer' })
  readonly p50!: number;

  /**
   * 95 % of the images took no longer.
   * @example 48
   */
  @ApiProperty({ type: 'integer' })
  readonly p95!: number;

  /** @example 310 */
  @ApiProperty({ type: 'integer' })
  readonly max!: number;
}

const SPREAD = { type: SpreadDto, nullable: true, example: { p50: 12, p95: 48, max: 310 } };

/** How long images spent in each stage, of those that have a result and got there; null where none did. */
export class StageSpreadsDto {
  /** From the submission (or retry) to the first download. */
  @ApiProperty(SPREAD)
  readonly queue_ms!: SpreadDto | null;

  /** All attempts, with the pauses between them. */
  @ApiProperty(SPREAD)
  readonly download_ms!: SpreadDto | null;

  @ApiProperty(SPREAD)
  readonly verify_ms!: SpreadDto | null;

  @ApiProperty(SPREAD)
  readonly simulate_ms!: SpreadDto | null;

  /** From the measurement to the statement that stored it. */
  @ApiProperty(SPREAD)
  readonly record_ms!: SpreadDto | null;

  /** All stages of an image together. */
  @ApiProperty(SPREAD)
  readonly total_ms!: SpreadDto | null;
}

/** What became of a job's images, in figures. */
export class JobSummaryDto {
  /** @example "128" */
  readonly job_id!: string;

  /** The run that was asked for; null when each image counts with its newest one. */
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true, example: null })
  readonly run!: number | null;

  /** Failed images by error code, the most frequent first. */
  readonly by_code!: CodeSummaryDto[];

  /**
   * Images with a warning, or several: they pass, but do not meet a rule.
   * @example 14
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly warned!: number;

  /** Images by warning, the most frequent first. */
  readonly by_warning!: WarningSummaryDto[];

  /** The 50 stores with the most failed images, those with the most first. */
  readonly by_store!: StoreSummaryDto[];

  /**
   * Stores in all.
   * @example 88
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  readonly timings!: StageSpreadsDto;

  /** Measured images by format. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    example: { jpeg: 1100, png: 80 },
  })
  readonly formats!: Readonly<Record<string, number>>;

  /** Sizes of the measured files together; null when there is none. */
  @ApiProperty({ type: 'integer', minimum: 0, nullable: true, example: 88377280 })
  readonly bytes!: number | null;
}

export function toJobSummaryDto(jobId: string, run: number | undefined, summary: JobSummary): JobSummaryDto {
  const { byCode, warned, byWarning, byStore, stores, timings, formats, bytes } = summary;
  return {
    job_id: jobId,
    run: run ?? null,
    by_code: byCode.map(toCodeSummaryDto),
    warned,
    by_warning: [...byWarning],
    by_store: byStore.map(toStoreSummaryDto),
    stores,
    timings: {
      queue_ms: toSpreadDto(timings.queueMs),
      download_ms: toSpreadDto(timings.downloadMs),
      verify_ms: toSpreadDto(timings.verifyMs),
      simulate_ms: toSpreadDto(timings.simulateMs),
      record_ms: toSpreadDto(timings.recordMs),
      total_ms: toSpreadDto(timings.totalMs),
    },
    formats,
    bytes,
  };
}

function toCodeSummaryDto({ code, images, stores, error, url, storeId }: CodeSummary): CodeSummaryDto {
  return { code, images, stores, example: { error, image_url: url, store_id: storeId } };
}

function toStoreSummaryDto({ storeId, storeName, areaCode, ...counts }: StoreSummary): StoreSummaryDto {
  const { images, measured, failed, cancelled, pending } = counts;
  return {
    store_id: storeId,
    store_name: storeName,
    area_code: areaCode,
    images,
    measured,
    failed,
    cancelled,
    pending,
  };
}

function toSpreadDto(spread: Spread): SpreadDto | null {
  return spread && { p50: spread[0], p95: spread[1], max: spread[2] };
}
