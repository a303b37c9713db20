import { ApiProperty } from '@nestjs/swagger';
import { progressOf, type JobCounters } from '../job-status.js';
import { speedOf, type PaceSample } from '../pace.js';

/** Time left, at the present speed. The range reaches from the faster to the slower of that and the average speed. */
export class EtaDto {
  /** @example 16 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly seconds!: number;

  /** @example 14 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly earliest_seconds!: number;

  /** @example 21 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly latest_seconds!: number;
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

  /** When it will be done; null while the speed is not known. */
  @ApiProperty({ type: () => EtaDto, nullable: true })
  readonly eta!: EtaDto | null;
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
