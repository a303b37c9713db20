import { ApiProperty } from '@nestjs/swagger';
import type { AreaFigures } from '../figures/area-figures.repository.js';
import { successPercent } from '../figures/success-percent.js';
import { ImageCountsDto, toImageCountsDto } from './store-visits.dto.js';

/** Images, and how many of those that have a result are good. */
export class SuccessDto extends ImageCountsDto {
  /** Measured images of those measured or failed, with one decimal; null when there are none. 100 only when none failed. */
  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 100, example: 81.8 })
  readonly success_percent!: number | null;

  /** Those that failed, by code. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    example: { HTTP_404: 1, IMAGE_DAMAGED: 1 },
  })
  readonly codes!: Record<string, number>;

  /** @example 4 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly visits!: number;

  /** The latest time of these visits; null without any. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:30:00.000Z' })
  readonly last_visit_at!: string | null;
}

/** What happened in one area. */
export class AreaFiguresDto extends SuccessDto {
  /** @example "7100015" */
  readonly area_code!: string;

  /**
   * Stores that are in it today, inactive ones included.
   * @example 412
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** @example 405 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly active_stores!: number;

  /**
   * Different stores that were visited.
   * @example 4
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores_visited!: number;
}

/** What happened in each area. */
export class AreaFiguresPageDto {
  /** The first minute that counts. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T00:00:00.000Z' })
  readonly from!: string;

  /** The first minute that does not count any more. */
  @ApiProperty({ format: 'date-time', example: '2026-03-02T00:00:00.000Z' })
  readonly before!: string;

  /** Most failed images first, then by code. */
  readonly areas!: AreaFiguresDto[];

  /**
   * Whether there are other areas, which are left out.
   * @example false
   */
  readonly more!: boolean;
}

export function toAreaFiguresDto(area: AreaFigures): AreaFiguresDto {
  return {
    area_code: area.areaCode,
    stores: area.stores,
    active_stores: area.activeStores,
    stores_visited: area.storesVisited,
    visits: area.visits,
    ...toImageCountsDto(area.images, area),
    success_percent: successPercent(area.measured, area.failed),
    codes: { ...area.codes },
    last_visit_at: area.lastVisitAt?.toISOString() ?? null,
  };
}
