import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Page } from '../../common/cursor.js';
import { CRITERION_NAMES, type CriterionName } from '../../rules/judging/criteria.js';
import { judge } from '../../rules/judging/judge.js';
import { criteriaOf, EFFECTS, type Effect, type RuleSet } from '../../rules/judging/rule-set.js';
import { RuleSetDto } from '../../rules/judging/rule-set.dto.js';
import { CATEGORIES } from '../../stores/categories/category.js';
import type { ReplayCounts } from './replay-counts.js';
import type { BreachingImage } from './replay.repository.js';
import { REPLAYED_EFFECTS, type ReplayedEffect } from './replay.sql.js';

const COUNT = { type: 'integer' as const, minimum: 0 };

/** Rules to try, and on which images. */
export class ReplayRulesRequest {
  /** The rules; they need not be saved. */
  readonly rules!: RuleSetDto;

  /** Visits on or after; day (UTC) or time. 30 days before the end by default, 92 at the most. */
  @ApiPropertyOptional({ example: '2026-03-01' })
  readonly from?: string;

  /** Visits on or before; inclusive. Now by default. */
  @ApiPropertyOptional({ example: '2026-03-31' })
  readonly to?: string;

  /** Only stores of this category. */
  @ApiPropertyOptional({ type: String, enum: CATEGORIES, example: 'grocery' })
  readonly category?: string;

  @ApiPropertyOptional({ example: 'RP00001' })
  readonly store_id?: string;

  /** Only stores that were in this area when they were visited. */
  @ApiPropertyOptional({ example: '7100015' })
  readonly area_code?: string;

  /** Only stores that belong to this group now. */
  @ApiPropertyOptional({ example: '2' })
  readonly group?: string;

  /** Only images that would have been rejected, or those that would have passed with a warning; the counts are of all. */
  @ApiPropertyOptional({ type: String, enum: REPLAYED_EFFECTS, example: 'rejected' })
  readonly effect?: ReplayedEffect;

  /** `next_cursor` of the page before. */
  @ApiPropertyOptional({ type: String })
  readonly cursor?: string;

  /** Images per page, 1 to 500; 50 by default. */
  @ApiPropertyOptional({ type: 'integer', example: 50 })
  readonly limit?: number;
}

/** Images that would have broken one criterion. */
export class ReplayedCriterionDto {
  @ApiProperty({ type: String, enum: CRITERION_NAMES, example: 'min_width' })
  readonly criterion!: CriterionName;

  /** @example "RULE_MIN_WIDTH" */
  readonly code!: string;

  @ApiProperty({ type: String, enum: EFFECTS, example: 'reject' })
  readonly effect!: Effect;

  @ApiProperty({ ...COUNT, example: 180 })
  readonly images!: number;
}

/** The images of one category. */
export class ReplayedCategoryDto {
  /** @example "grocery" */
  readonly category!: string;

  @ApiProperty({ ...COUNT, example: 4_100 })
  readonly images!: number;

  @ApiProperty({ ...COUNT, example: 120 })
  readonly rejected!: number;

  @ApiProperty({ ...COUNT, example: 0 })
  readonly warned!: number;

  @ApiProperty({ ...COUNT, example: 600 })
  readonly not_judged!: number;
}

/** What the rules would have done. */
export class ReplayCountsDto {
  /** Images that were opened, each with its newest run. */
  @ApiProperty({ ...COUNT, example: 9_400 })
  readonly images!: number;

  @ApiProperty({ ...COUNT, example: 213 })
  readonly rejected!: number;

  /** Not rejected, but with a warning or several. */
  @ApiProperty({ ...COUNT, example: 44 })
  readonly warned!: number;

  /**
   * Images of which the rules ask for something that is not known, as sharpness is not of those that were measured by their
   * headers alone: what these rules would have said is left out of the other counts.
   */
  @ApiProperty({ ...COUNT, example: 1_200 })
  readonly not_judged!: number;

  /** By the rules that held when they were measured. */
  @ApiProperty({ ...COUNT, example: 18 })
  readonly rejected_then!: number;

  /** An image that breaks several criteria is counted with each of them. */
  readonly by_criterion!: ReplayedCriterionDto[];

  readonly by_category!: ReplayedCategoryDto[];
}

/** A rule that an image would have broken. */
export class ReplayedBreachDto {
  /** @example "RULE_MIN_WIDTH" */
  readonly code!: string;

  @ApiProperty({ type: String, enum: EFFECTS, example: 'reject' })
  readonly effect!: Effect;

  /** @example "it is 480 pixels wide, where at least 640 is asked for" */
  readonly reason!: string;
}

/** An image that would have broken a rule. */
export class ReplayedImageDto {
  /** @example "128" */
  readonly job_id!: string;

  @ApiProperty({ ...COUNT, example: 17 })
  readonly idx!: number;

  @ApiProperty({ ...COUNT, example: 0 })
  readonly run!: number;

  /** @example "http://localhost:8081/samples/shelf-1.jpg" */
  readonly image_url!: string;

  /** @example "RP00001" */
  readonly store_id!: string;

  /** @example "SHREE GANESH STORE" */
  readonly store_name!: string;

  /** What the store is now. @example "grocery" */
  readonly category!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly visit_time!: string;

  /** Why it failed when it was measured; null when it passed. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly code!: string | null;

  readonly breaks!: ReplayedBreachDto[];
}

/** What rules would have done to images that were measured before. */
export class ReplayDto {
  /** With the first page only. */
  @ApiProperty({ type: ReplayCountsDto, nullable: true })
  readonly counts!: ReplayCountsDto | null;

  /** Images that would have broken a rule; those of the newest job first. */
  readonly images!: ReplayedImageDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toReplayDto(
  { items, nextCursor, counts }: Page<BreachingImage> & { counts: ReplayCounts | null },
  rules: RuleSet,
): ReplayDto {
  return {
    counts: counts && toCountsDto(counts),
    images: items.map((image) => toImageDto(image, rules)),
    next_cursor: nextCursor,
  };
}

function toCountsDto({
  images,
  rejected,
  warned,
  notJudged,
  rejectedThen,
  byCriterion,
  byCategory,
}: ReplayCounts): ReplayCountsDto {
  return {
    images,
    rejected,
    warned,
    not_judged: notJudged,
    rejected_then: rejectedThen,
    by_criterion: [...byCriterion],
    by_category: byCategory.map(({ notJudged: not_judged, ...row }) => ({ ...row, not_judged })),
  };
}

function toImageDto(image: BreachingImage, rules: RuleSet): ReplayedImageDto {
  return {
    job_id: image.jobId,
    idx: image.idx,
    run: image.run,
    image_url: image.url,
    store_id: image.storeId,
    store_name: image.storeName,
    category: image.category,
    visit_time: image.visitTime.toISOString(),
    code: image.code,
    breaks: judge(image, criteriaOf(rules, image.category)),
  };
}
