import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from './category.js';
import type { CategoryCount } from './counts.repository.js';
import type { Pass } from './recategorising/pass.js';

/** How many stores are of a kind, and who said so. */
export class CategoryCountDto {
  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'grocery' })
  readonly category!: Category;

  /**
   * Inactive ones included.
   * @example 1372
   */
  readonly stores!: number;

  /** @example 1340 */
  readonly by_rule!: number;

  /**
   * By what corrections taught.
   * @example 20
   */
  readonly learned!: number;

  /** @example 12 */
  readonly by_hand!: number;
}

/** The newest walk over all stores that brings their categories up to date. */
export class CategoryPassDto {
  /** `waiting`: there is something to do, and it begins within seconds. */
  @ApiProperty({ enum: ['waiting', 'running', 'done'], example: 'done' })
  readonly state!: 'waiting' | 'running' | 'done';

  /** The rules it goes by; null before the first. */
  @ApiProperty({ type: String, nullable: true, example: '3' })
  readonly rule_version!: string | null;

  /**
   * Stores there were when it began.
   * @example 4944
   */
  readonly stores!: number;

  /** @example 4944 */
  readonly checked!: number;

  /**
   * Stores that have another category, confidence or reason now.
   * @example 41
   */
  readonly changed!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:30:00.000Z' })
  readonly started_at!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:30:02.000Z' })
  readonly finished_at!: string | null;
}

/** Kinds of shops in the Store Master. */
export class CategoriesDto {
  /** All categories, also those without a store. */
  readonly categories!: CategoryCountDto[];
  readonly pass!: CategoryPassDto;
}

export function toCategoriesDto(counts: readonly CategoryCount[], pass: Pass): CategoriesDto {
  const sum = (some: readonly CategoryCount[]) => some.reduce((total, { stores }) => total + stores, 0);
  const categories = CATEGORIES.map((category) => {
    const own = counts.filter((count) => count.category === category);
    const from = (source: string) => sum(own.filter((count) => count.source === source));
    return {
      category,
      stores: sum(own),
      by_rule: from('rule'),
      learned: from('learned'),
      by_hand: from('hand'),
    };
  });
  return { categories, pass: toPassDto(pass) };
}

export function toPassDto(pass: Pass): CategoryPassDto {
  return {
    state:
      pass.finishedAt === null && pass.startedAt !== null ? 'running' : pass.isOutdated ? 'waiting' : 'done',
    rule_version: pass.versionId,
    stores: pass.stores,
    checked: pass.checked,
    changed: pass.changed,
    started_at: pass.startedAt?.toISOString() ?? null,
    finished_at: pass.finishedAt?.toISOString() ?? null,
  };
}
