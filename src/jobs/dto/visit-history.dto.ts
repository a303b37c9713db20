import { ApiProperty } from '@nestjs/swagger';
import { IMAGE_STATES, type ImageState } from '../reading/image-list.repository.js';
import type { VisitedStore } from '../visits/visit-history.repository.js';

export class VisitedImageDto {
  /** @example "http://localhost:8081/samples/shelf-1.jpg" */
  readonly image_url!: string;

  @ApiProperty({ enum: IMAGE_STATES, example: 'measured' })
  readonly state!: ImageState;

  /** Pixels; null unless the image was measured. */
  @ApiProperty({ type: 'integer', nullable: true, example: 4200 })
  readonly perimeter!: number | null;
}

export class StoreVisitDto {
  /** @example "128" */
  readonly job_id!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly visit_time!: string;

  /**
   * The area the store was in at that time.
   * @example "7100015"
   */
  readonly area_code!: string;

  /** Images of the visit. */
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly image_count!: number;

  /** When the images were removed, as they were older than they are kept. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly images_removed_at!: string | null;

  /** The first 50 of them; none once they were removed. */
  readonly images!: VisitedImageDto[];
}

/** A store and its visits. */
export class VisitedStoreDto {
  /** @example "RP00001" */
  readonly store_id!: string;

  /** @example "SHREE GANESH KIRANA STORE" */
  readonly store_name!: string;

  /**
   * The area the store is in today.
   * @example "7100015"
   */
  readonly area_code!: string;

  /**
   * Visits that match; `visits` has the newest 50 of them.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly visit_count!: number;

  /** Newest first. */
  readonly visits!: StoreVisitDto[];
}

/** One page of stores with visits, by store id. */
export class VisitHistoryPageDto {
  readonly stores!: VisitedStoreDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toVisitedStoreDto(store: VisitedStore): VisitedStoreDto {
  return {
    store_id: store.storeId,
    store_name: store.storeName,
    area_code: store.areaCode,
    visit_count: store.visitCount,
    visits: store.visits.map((visit) => ({
      ...visit,
      visit_time: new Date(visit.visit_time).toISOString(),
      images_removed_at: visit.images_removed_at && new Date(visit.images_removed_at).toISOString(),
      images: [...visit.images],
    })),
  };
}
