import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { TagChange, TagCount } from './tags.repository.js';

const TAGS = { type: 'array' as const, items: { type: 'string' }, maxItems: 20 };

export class StoreTagsRequest {
  /** All tags the store shall have. */
  @ApiProperty({ ...TAGS, example: ['high-value', 'route:7'] })
  readonly tags!: string[];
}

/** Which stores, and what they get and lose. Of `store_ids`, `group` and `area_code` at least one; all that is named must fit. */
export class TagChangeRequest {
  @ApiPropertyOptional({ type: [String], minItems: 1, maxItems: 100_000, example: ['RP00001'] })
  readonly store_ids?: string[];

  /** Stores of this group. */
  @ApiPropertyOptional({ example: '4' })
  readonly group?: string;

  /** Stores that are in this area now. */
  @ApiPropertyOptional({ example: '7100015' })
  readonly area_code?: string;

  @ApiPropertyOptional({ ...TAGS, example: ['high-value'] })
  readonly add?: string[];

  @ApiPropertyOptional({ ...TAGS, example: ['route:7'] })
  readonly remove?: string[];

  /** Only counts the stores. */
  @ApiPropertyOptional({ type: Boolean, default: false, example: false })
  readonly dry_run?: boolean;
}

/** What became of a change. */
export class TagChangeDto {
  /** For undoing it; null when nothing was changed. */
  @ApiProperty({ type: String, nullable: true, example: '12' })
  readonly change_id!: string | null;

  /**
   * Stores whose tags were changed; with `dry_run`, stores that are meant.
   * @example 480
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** @example false */
  readonly dry_run!: boolean;
}

export class TagDto {
  /** @example "high-value" */
  readonly tag!: string;

  /**
   * Stores that have it.
   * @example 480
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly stores!: number;
}

export class TagListDto {
  /** The most frequent first; 500 at the most. */
  readonly tags!: TagDto[];
}

export function toTagChangeDto({ id, stores }: TagChange): TagChangeDto {
  return { change_id: id, stores, dry_run: false };
}

export function toTagListDto(tags: readonly TagCount[]): TagListDto {
  return { tags: tags.map(({ tag, stores }) => ({ tag, stores })) };
}
