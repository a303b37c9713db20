import { ApiProperty } from '@nestjs/swagger';
import type { FiguresRange } from '../figures/figures-range.js';
import type { StoreFigures } from '../figures/store-figures.repository.js';
import { successPercent } from '../figures/success-percent.js';
import { SuccessDto } from './area-figures.dto.js';
import { toImageCountsDto } from './store-visits.dto.js';

/** A day (UTC) on which the store was visited. */
export class StoreDayDto {
  @ApiProperty({ format: 'date', example: '2026-03-01' })
  readonly day!: string;

  /** @example 4 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly visits!: number;

  /** @example 9 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly measured!: number;

  /** @example 2 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly failed!: number;
}

/** An image of the store that could not be measured in its newest run. */
export class StoreFailureDto {
  /** @example "128" */
  readonly job_id!: string;

  /**
   * Place in the job, from 0, in the order in which its images are dispatched.
   * @example 57
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly idx!: number;

  /** @example "https://example.com/1.jpg" */
  readonly image_url!: string;

  /** @example "HTTP_404" */
  readonly code!: string;

  @ApiProperty({
    example:
      'The image "https://example.com/1.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found).',
  })
  readonly error!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly visit_time!: string;
}

/** What happened at one store. */
export class StoreFiguresDto extends SuccessDto {
  /** @example "RP00001" */
  readonly store_id!: string;

  /** The first minute that counts. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T00:00:00.000Z' })
  readonly from!: string;

  /** The first minute that does not count any more. */
  @ApiProperty({ format: 'date-time', example: '2026-04-01T00:00:00.000Z' })
  readonly before!: string;

  /** Days with visits, in their order. */
  readonly days!: StoreDayDto[];

  /** Ten at the most, those of the newest visits first. */
  readonly latest_failures!: StoreFailureDto[];
}

export function toStoreFiguresDto(
  storeId: string,
  { from, before }: FiguresRange,
  figures: StoreFigures,
): StoreFiguresDto {
  return {
    store_id: storeId,
    from: from.toISOString(),
    before: before.toISOString(),
    visits: figures.visits,
    ...toImageCountsDto(figures.images, figures),
    success_percent: successPercent(figures.measured, figures.failed),
    last_visit_at: figures.lastVisitAt?.toISOString() ?? null,
    days: [...figures.days],
    codes: { ...figures.codes },
    latest_failures: figures.latestFailures.map((failure) => ({
      ...failure,
      visit_time: new Date(failure.visit_time).toISOString(),
    })),
  };
}
