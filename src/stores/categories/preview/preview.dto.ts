import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from '../category.js';
import type { Preview } from './preview.js';

/** A store that would have another category. */
export class PreviewExampleDto {
  /** @example "RP00017" */
  readonly store_id!: string;

  /** @example "SRI PAAN CORNER" */
  readonly store_name!: string;

  /** Of the category it would have. */
  readonly reason!: string;
}

/** Stores that would go from one category to another. */
export class CategoryMoveDto {
  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'unknown' })
  readonly from!: Category;

  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'pan-shop' })
  readonly to!: Category;

  /**
   * Of all stores; estimated where only some were looked at.
   * @example 41
   */
  readonly stores!: number;

  /** At most ten. */
  readonly examples!: PreviewExampleDto[];
}

/** What rules would change. Categories set by hand stay whatever the rules say. */
export class CategoryRulesPreviewDto {
  /** @example 4944 */
  readonly stores!: number;

  /**
   * Stores that were looked at: all, or 50,000 from everywhere.
   * @example 4944
   */
  readonly checked!: number;

  /**
   * Stores that would have another category; estimated where only some were looked at.
   * @example 41
   */
  readonly changed!: number;

  /** Most stores first. */
  readonly moves!: CategoryMoveDto[];
}

export function toPreviewDto({ stores, checked, changed, moves }: Preview): CategoryRulesPreviewDto {
  const ofAll = (count: number) => (checked === 0 ? 0 : Math.round((count * stores) / checked));
  return {
    stores,
    checked,
    changed: checked === stores ? changed : ofAll(changed),
    moves: moves.map(({ from, to, stores: count, examples }) => ({
      from,
      to,
      stores: checked === stores ? count : ofAll(count),
      examples: examples.map(({ id, name, reason }) => ({ store_id: id, store_name: name, reason })),
    })),
  };
}
