import { ApiProperty } from '@nestjs/swagger';
import { progressOf, type JobCounters } from '../job-status.js';
import { speedOf, type PaceSample } from '../pace.js';

const SECONDS = { type: 'integer', minimum: 0 } as const;

/** Time left in whole seconds. */
export interface Eta {
  readonly seconds: number;
  readonly earliest_seconds: number;
  readonly latest_seconds: number;
}

/** How far a job is; the four kinds of images always add up to `total`. */
export class ProgressDto {
  /**
   * All images of the job.
   * @example 200
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly total!: number;
  /**
   * Measured.
   * @example 120
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly processed!: number;
  /**
   * Could not be measured.
   * @example 2
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly failed!: number;
  /**
   * Given up at somebody's wish.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly cancelled!: number;
  /**
   * Not settled yet.
   * @example 78
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly pending!: number;
  /**
   * Settled images of all, in percent with one decimal; 100 only when none is pending.
   * @example 61.5
   */
  @ApiProperty({ minimum: 0, maximum: 100 })
  readonly percent!: number;

  /**
   * How fast images are settled right now; null when none was in the last 15 seconds, or none is left.
   * @example 48.5
   */
  @ApiProperty({ type: Number, nullable: true })
  readonly images_per_second!: number | null;

  /**
   * Time left at this speed, with a range: from the faster to the slower of the present and the average speed, and a tenth
   * more on both sides. Null while the speed is not known.
   */
  @ApiProperty({
    type: 'object',
    nullable: true,
    required: ['seconds', 'earliest_seconds', 'latest_seconds'],
    properties: { seconds: SECONDS, earliest_seconds: SECONDS, latest_seconds: SECONDS },
    example: { seconds: 2, earliest_seconds: 1, latest_seconds: 3 },
  })
  readonly eta!: Eta | null;
}

/** What tells how far a job is, and how fast. */
export type ProgressSource = JobCounters & PaceSample & { readonly pausedAt?: Date | null };

export function toProgressDto(job: ProgressSource, now = new Date()): ProgressDto {
  const progress = progressOf(job);
  const speed = job.pausedAt ? undefined : speedOf(job, progress.pending, now);
  if (!speed) return { ...progress, images_per_second: null, eta: null };
  const { seconds, earliest, latest } = speed.eta;
  const perSecond = Math.max(0.01, Math.round(speed.imagesPerSecond * 100) / 100);
  return {
    ...progress,
    images_per_second: perSecond,
    eta: { seconds, earliest_seconds: earliest, latest_seconds: latest },
  };
}
