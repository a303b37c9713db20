import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, type Category } from '../category.js';
import type { RulesRefusedError } from '../categories.errors.js';
import { readRuleLines, rulesOf } from './rule-csv.js';
import { STRENGTHS, type Rule, type Strength } from './rule.js';
import type { RuleVersion, RuleVersionContent } from './rule-version.js';

/** A word, or some that follow each other, and what it says about a shop that has it in its name. */
export class CategoryRuleDto {
  /**
   * In capitals. Other spellings, joined, split and cut words are found by themselves.
   * @example "KIRANA"
   */
  readonly words!: string;

  /** Null where the strength is `silent`, `place` or `landmark`. */
  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', nullable: true, example: 'grocery' })
  readonly category!: Category | null;

  /**
   * `trade` decides, the first of a name; `ware` where there is no trade; `ending` like a trade, but only as the end of a name;
   * `general` where nothing else decides; `silent` says nothing; what is named right before a `place`, and all
   * behind a `landmark`, is not the shop.
   */
  @ApiProperty({ enum: STRENGTHS, enumName: 'RuleStrength', example: 'trade' })
  readonly strength!: Strength;

  /** How often it is right; below 0.6 it decides nothing. Null where it names no category. */
  @ApiProperty({ type: Number, nullable: true, example: 0.97 })
  readonly confidence!: number | null;
}

/** The rules as they were at a time; the newest version is in force. */
export class CategoryRuleVersionDto {
  /** @example "3" */
  readonly id!: string;

  /**
   * How many.
   * @example 807
   */
  readonly rule_count!: number;

  /** @example "PAAN CORNER is a pan shop" */
  readonly comment!: string;

  /** The version that was made current again by this one. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly copy_of!: string | null;

  /** @example "ops" */
  readonly made_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly made_at!: string;
}

/** A version with its rules. */
export class CategoryRuleSetDto extends CategoryRuleVersionDto {
  readonly rules!: CategoryRuleDto[];
}

/** One page of the versions, newest first. */
export class CategoryRuleVersionPageDto {
  readonly versions!: CategoryRuleVersionDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

/** A rule as it is written; what is left out is usual for its strength. */
export class NewCategoryRuleDto {
  /** @example "PAAN CORNER" */
  readonly words!: string;

  @ApiProperty({
    enum: CATEGORIES,
    enumName: 'StoreCategory',
    required: false,
    nullable: true,
    example: 'pan-shop',
  })
  readonly category?: Category | null;

  @ApiProperty({ enum: STRENGTHS, enumName: 'RuleStrength', example: 'trade' })
  readonly strength!: Strength;

  @ApiProperty({ type: Number, required: false, nullable: true, example: 0.9 })
  readonly confidence?: number | null;
}

/** All rules there shall be: as a list or as a file. */
export class CategoryRulesRequestDto {
  @ApiProperty({ type: [NewCategoryRuleDto], required: false })
  readonly rules?: NewCategoryRuleDto[];

  /** A rule file, instead of `rules`. */
  @ApiProperty({ type: String, required: false })
  readonly csv?: string;

  /** Kept with the version. */
  @ApiProperty({ type: String, required: false, maxLength: 200, example: 'PAAN CORNER is a pan shop' })
  readonly comment?: string;

  /** The version they were made of. When another one is in force by then, nothing is changed. */
  @ApiProperty({ type: String, required: false, example: '3' })
  readonly based_on?: string;
}

/** A line that cannot be a rule. */
export class CategoryRuleProblemDto {
  /**
   * Of the file, whose header is on line 1; or the place in the list, from 1.
   * @example 17
   */
  readonly line!: number;

  @ApiProperty({ example: 'There is no word in "words".' })
  readonly reason!: string;
}

/** Why rules were refused. */
export class CategoryRulesRefusedDto {
  @ApiProperty({
    example:
      'Nothing was changed: 1 of the lines cannot be rules; the first is line 17: There is no word in "words".',
  })
  readonly error!: string;

  /** @example "RULES_REFUSED" */
  readonly code!: string;

  /** The first hundred, by line. */
  readonly problems!: CategoryRuleProblemDto[];
}

export function toCategoryRuleVersionDto({
  id,
  rules,
  comment,
  copyOf,
  madeBy,
  madeAt,
}: RuleVersion): CategoryRuleVersionDto {
  return { id, rule_count: rules, comment, copy_of: copyOf, made_by: madeBy, made_at: madeAt.toISOString() };
}

export function toCategoryRuleSetDto(version: RuleVersionContent): CategoryRuleSetDto {
  const { rules } = rulesOf(readRuleLines(version.content).lines);
  return { ...toCategoryRuleVersionDto(version), rules: rules.map(toRuleDto) };
}

export function toRulesRefusedDto({ message, code, problems }: RulesRefusedError): CategoryRulesRefusedDto {
  return { error: message, code, problems: problems.map(({ line, reason }) => ({ line, reason })) };
}

function toRuleDto({ words, category, strength, confidence }: Rule): CategoryRuleDto {
  return { words, category: category ?? null, strength, confidence: category ? confidence : null };
}
