import { ApiProperty } from '@nestjs/swagger';
import type { CountedVisit, ImageCounts } from '../visits/store-visits.repository.js';
import { StoreVisitDto } from './visit-history.dto.js';

/** Images by what became of them in their newest run. */
export class ImageCountsDto {
  /**
   * All of them: the sum of the others.
   * @example 12
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly images!: number;

  /** @example 9 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly measured!: number;

  /** @example 2 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly failed!: number;

  /** @example 0 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly cancelled!: number;

  /** @example 1 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly pending!: number;

  /**
   * Removed, as they were older than they are kept; what became of them is not known any more. Those of jobs in which
   * every image was measured stay `measured`.
   * @example 0
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly removed!: number;
}

/** A visit and what became of its images. */
export class CountedVisitDto extends StoreVisitDto {
  readonly counts!: ImageCountsDto;
}

/** One page of the visits of a store, newest first. */
export class StoreVisitPageDto {
  readonly visits!: CountedVisitDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toImageCountsDto(images: number, counts: ImageCounts): ImageCountsDto {
  const { measured, failed, cancelled, pending, removed } = counts;
  return { images, measured, failed, cancelled, pending, removed };
}

export function toCountedVisitDto(visit: CountedVisit): CountedVisitDto {
  return {
    job_id: visit.jobId,
    visit_time: visit.visitTime.toISOString(),
    area_code: visit.areaCode,
    image_count: visit.imageCount,
    images_removed_at: visit.imagesRemovedAt?.toISOString() ?? null,
    images: [...visit.images],
    counts: toImageCountsDto(visit.imageCount, visit),
  };
}
