import { ApiProperty } from '@nestjs/swagger';
import { WarningDto } from './warning.dto.js';
import { IMAGE_STATES, type ImageRow, type ImageState } from '../reading/image-list.repository.js';

/** Milliseconds an image spent in each stage; null where it never got there. */
export class TimingsDto {
  /** From the submission (or retry) to the first download. */
  @ApiProperty({ type: 'integer', nullable: true, example: 35 })
  readonly queue_ms!: number | null;
  /** All attempts, with the pauses between them. */
  @ApiProperty({ type: 'integer', nullable: true, example: 12 })
  readonly download_ms!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 9 })
  readonly verify_ms!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 251 })
  readonly simulate_ms!: number | null;
  /** From the measurement to the statement that stored it. */
  @ApiProperty({ type: 'integer', nullable: true, example: 14 })
  readonly record_ms!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 321 })
  readonly total_ms!: number | null;
}

/** One image of a job and what came of it. */
export class ImageDto {
  /**
   * Place in the job, from 0: visits of a higher priority come first, else it is the order of the request.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly idx!: number;

  /**
   * Place of its visit in the request, from 0.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly visit_no!: number;

  /** Dispatch priority of its visit, by the rules in force at the submission; null before there were any. */
  @ApiProperty({ type: 'integer', nullable: true, example: 10 })
  readonly priority!: number | null;

  /** @example "http://localhost:8081/samples/shelf-1.jpg" */
  readonly image_url!: string;

  /** @example "RP00001" */
  readonly store_id!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly visit_time!: string;

  @ApiProperty({ enum: IMAGE_STATES, example: 'measured' })
  readonly state!: ImageState;

  /** Pixels, as a person sees the image (EXIF rotation applied); an image that a rule rejects has them too. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1200 })
  readonly width!: number | null;

  /** Pixels, as a person sees the image. */
  @ApiProperty({ type: 'integer', nullable: true, example: 900 })
  readonly height!: number | null;

  /** `2 * (width + height)`, in pixels; of measured images only. */
  @ApiProperty({ type: 'integer', nullable: true, example: 4200 })
  readonly perimeter!: number | null;

  @ApiProperty({ enum: ['jpeg', 'png', 'webp', 'gif'], type: String, nullable: true, example: 'jpeg' })
  readonly format!: string | null;

  /** Size of the file. */
  @ApiProperty({ type: 'integer', nullable: true, example: 74896 })
  readonly bytes!: number | null;

  /** How much neighbouring pixels of a small grey copy differ: under a hundred in blurred photos. Null with IMAGE_VERIFY=header. */
  @ApiProperty({ type: 'integer', nullable: true, example: 840 })
  readonly sharpness!: number | null;

  /** Mean grey value, 0 (black) to 255 (white). */
  @ApiProperty({ type: 'integer', nullable: true, example: 118 })
  readonly brightness!: number | null;

  /** Rules it does not meet, and that let it pass; of a rejected image, those that would have. */
  readonly warnings!: WarningDto[];

  /** The version of the rules that judged it; null where it was not opened. */
  @ApiProperty({ type: 'integer', nullable: true, example: 7 })
  readonly rules_version!: number | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly error!: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly code!: string | null;

  /** Tries that were made; a host that asks to come back later is not counted. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly attempts!: number | null;

  /**
   * 0 for the first processing, 1.. for retries.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly run!: number;

  readonly timings!: TimingsDto;
}

/** One page of a job's images, in the order in which they are dispatched. */
export class ImagePageDto {
  readonly images!: ImageDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toImageDto({ url, storeId, visitNo, visitTime, priority, ...row }: ImageRow): ImageDto {
  const { idx, state, width, height, perimeter, format, bytes, error, code, attempts, run } = row;
  const { sharpness, brightness, warnings, rulesVersion } = row;
  const { queueMs: queue_ms, downloadMs: download_ms, verifyMs: verify_ms } = row;
  const { simulateMs: simulate_ms, recordMs: record_ms } = row;
  const stages = [queue_ms, download_ms, verify_ms, simulate_ms, record_ms].filter((ms) => ms !== null);
  const total_ms = stages.length === 0 ? null : stages.reduce((sum, ms) => sum + ms, 0);
  return {
    idx,
    visit_no: visitNo,
    priority,
    image_url: url,
    store_id: storeId,
    visit_time: visitTime.toISOString(),
    state,
    width,
    height,
    perimeter,
    format,
    bytes,
    sharpness,
    brightness,
    warnings: [...(warnings ?? [])],
    rules_version: rulesVersion,
    error,
    code,
    attempts,
    run,
    timings: { queue_ms, download_ms, verify_ms, simulate_ms, record_ms, total_ms },
  };
}
