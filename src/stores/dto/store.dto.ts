import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, CATEGORY_SOURCES, type Category, type CategorySource } from '../categories/category.js';
import type { StoreChangeEntity } from '../store-change.entity.js';
import type { StoreEntity } from '../store.entity.js';
import type { AreaCount } from '../stores.repository.js';

/** One shop of the Store Master. */
export class StoreDto {
  /** @example "RP00001" */
  readonly store_id!: string;

  /** @example "SHREE GANESH KIRANA STORE" */
  readonly store_name!: string;

  /** @example "7100015" */
  readonly area_code!: string;

  /** Jobs may visit it. A store that left the list is inactive. */
  readonly active!: boolean;

  /** Degrees north. */
  @ApiProperty({ type: Number, nullable: true, example: 12.9716 })
  readonly latitude!: number | null;

  /** Degrees east. */
  @ApiProperty({ type: Number, nullable: true, example: 77.5946 })
  readonly longitude!: number | null;

  /** `sample`: invented with our own seed; `import`: from a file; null without coordinates. */
  @ApiProperty({ type: String, nullable: true, example: 'import' })
  readonly coordinates_source!: string | null;

  /** What kind of shop it is; `unknown` when its name does not tell. */
  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'grocery' })
  readonly category!: Category;

  /**
   * How sure that is, 0 to 1.
   * @example 0.98
   */
  readonly category_confidence!: number;

  /** Why, as a sentence; empty where nobody has looked yet. */
  @ApiProperty({ example: '"KIRANA" is a word of grocery shops.' })
  readonly category_reason!: string;

  /**
   * `none`: its name does not tell, or nobody has looked yet; `rule`: by a word of the name; `learned`: from
   * corrections; `hand`: somebody said so.
   */
  @ApiProperty({ enum: CATEGORY_SOURCES, example: 'rule' })
  readonly category_source!: CategorySource;

  /**
   * Words that people gave it, in order. No import changes them.
   * @example ["high-value", "route:7"]
   */
  readonly tags!: string[];

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly created_at!: string;

  /** The last time an import changed it. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly updated_at!: string;
}

/** One field of a store that an import changed. */
export class StoreChangeDto {
  @ApiProperty({
    enum: ['name', 'area_code', 'active', 'latitude', 'longitude', 'coordinates_source'],
    example: 'area_code',
  })
  readonly field!: string;

  /** As text; null where there was none. */
  @ApiProperty({ type: String, nullable: true, example: '7100015' })
  readonly old_value!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '7100016' })
  readonly new_value!: string | null;

  /**
   * The import that changed it.
   * @example "12"
   */
  readonly import_id!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly changed_at!: string;
}

/** A store with what became of it. */
export class StoreDetailDto extends StoreDto {
  /** The latest 50 changes, newest first. */
  readonly changes!: StoreChangeDto[];
}

/** One page of stores, by id. */
export class StorePageDto {
  readonly stores!: StoreDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: 'WyJSUDAwMDUwIl0' })
  readonly next_cursor!: string | null;
}

/** All stores with one area code. */
export class AreaDto {
  /** @example "7100015" */
  readonly area_code!: string;

  /**
   * Inactive ones included.
   * @example 412
   */
  readonly stores!: number;

  /** @example 405 */
  readonly active_stores!: number;
}

/** One page of areas, by code. */
export class AreaPageDto {
  readonly areas!: AreaDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toStoreDto(store: StoreEntity): StoreDto {
  return {
    store_id: store.id,
    store_name: store.name,
    area_code: store.areaCode,
    active: store.active,
    latitude: store.latitude,
    longitude: store.longitude,
    coordinates_source: store.coordinatesSource,
    category: store.category,
    category_confidence: store.categoryConfidence,
    category_reason: store.categoryReason,
    category_source: store.categorySource,
    tags: store.tags,
    created_at: store.createdAt.toISOString(),
    updated_at: store.updatedAt.toISOString(),
  };
}

export function toStoreChangeDto(change: StoreChangeEntity): StoreChangeDto {
  return {
    field: change.field,
    old_value: change.oldValue,
    new_value: change.newValue,
    import_id: change.importId,
    changed_at: change.changedAt.toISOString(),
  };
}

export function toAreaDto({ areaCode, stores, activeStores }: AreaCount): AreaDto {
  return { area_code: areaCode, stores, active_stores: activeStores };
}
