import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from '../categories/category.js';
import type { SearchHit, SearchHits } from './search.service.js';

/** A store that the question may mean. */
export class StoreHitDto {
  /** @example "RP00004" */
  readonly store_id!: string;

  /** @example "NEW LAXMI BHANDER" */
  readonly store_name!: string;

  /** @example "7100015" */
  readonly area_code!: string;

  /** Jobs may visit it. */
  readonly active!: boolean;

  /** What kind of shop it is; `unknown` when its name does not tell. */
  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'unknown' })
  readonly category!: Category;

  /**
   * How well it fits, 0 to 1. From 0.8 on it is probably the one that is meant.
   * @example 0.954
   */
  readonly score!: number;

  /** Which words met, and how, as a sentence. */
  @ApiProperty({ example: '"BHANDAR" is the same; "LAKSHMI" sounds like "LAXMI".' })
  readonly reason!: string;
}

/** Stores that may be meant, best first. */
export class StoreHitsDto {
  readonly stores!: StoreHitDto[];

  /** False while names of a large import are still being read: its stores are found by and by. */
  readonly is_complete!: boolean;
}

export function toHitsDto({ hits, isComplete }: SearchHits): StoreHitsDto {
  return { stores: hits.map(toHitDto), is_complete: isComplete };
}

function toHitDto({ id, name, areaCode, active, category, score, reason }: SearchHit): StoreHitDto {
  const rounded = Math.round(score * 1_000) / 1_000;
  return { store_id: id, store_name: name, area_code: areaCode, active, category, score: rounded, reason };
}
