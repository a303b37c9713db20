import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CRITERIA, CRITERION_NAMES, type CriterionName } from '../judging/criteria.js';
import type { RuleVersionEntity } from '../versions/rule-version.entity.js';
import { MAX_COMMENT } from './rules-request.js';
import { RuleSetDto } from '../judging/rule-set.dto.js';

const BASED_ON = { type: 'integer' as const, minimum: 1, example: 6 };
const COMMENT = { maxLength: MAX_COMMENT, example: 'Small photos of hotels cannot be read.' };

/** A new rule set. */
export class SaveRulesRequest {
  /** The version it was made from. When another one is in force by now, nothing is saved (409). */
  @ApiProperty(BASED_ON)
  readonly based_on!: number;

  /** Why, for those who look at the versions later. */
  @ApiPropertyOptional(COMMENT)
  readonly comment?: string;

  readonly rules!: RuleSetDto;
}

export class RestoreRulesRequest {
  /** The version that is in force, as far as the caller knows. */
  @ApiProperty(BASED_ON)
  readonly based_on!: number;

  @ApiPropertyOptional(COMMENT)
  readonly comment?: string;
}

/** A rule set, and how it came to be. */
export class RuleVersionDto {
  /** Counts from 1. The highest is in force. */
  @ApiProperty({ type: 'integer', example: 7 })
  readonly version!: number;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly created_at!: string;

  /**
   * Name of the API key that saved it; `open` where none was needed, `start` for the first one.
   * @example "admin"
   */
  readonly actor!: string;

  @ApiProperty(COMMENT)
  readonly comment!: string;

  /** The version that it made current again. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  readonly restored_from!: number | null;

  readonly rules!: RuleSetDto;
}

/** One page of versions, newest first. */
export class RuleVersionPageDto {
  readonly versions!: RuleVersionDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

/** A criterion that rules may use. */
export class CriterionDto {
  @ApiProperty({ enum: CRITERION_NAMES, example: 'min_width' })
  readonly name!: CriterionName;

  /**
   * Code of the failure or the warning of an image that breaks it.
   * @example "RULE_MIN_WIDTH"
   */
  readonly code!: string;

  /** Whether a value must be at least the limit, at most, or among several. */
  @ApiProperty({ enum: ['least', 'most', 'among'], example: 'least' })
  readonly bound!: 'least' | 'most' | 'among';

  /**
   * Smallest limit; of `among`, the fewest values.
   * @example 1
   */
  readonly from!: number;

  /**
   * Largest limit.
   * @example 100000
   */
  readonly to!: number;

  /** Whether the limit is a whole number. */
  @ApiProperty({ example: true })
  readonly whole!: boolean;
}

export class CriteriaDto {
  readonly criteria!: CriterionDto[];
}

export function toRuleVersionDto(entity: RuleVersionEntity): RuleVersionDto {
  const { version, createdAt, actor, comment, restoredFrom, rules } = entity;
  return {
    version,
    created_at: createdAt.toISOString(),
    actor,
    comment,
    restored_from: restoredFrom,
    rules,
  };
}

export function listCriteria(): CriteriaDto {
  const criteria = CRITERION_NAMES.map((name) => {
    const { code, bound, from, to, whole } = CRITERIA[name];
    return { name, code, bound, from, to, whole };
  });
  return { criteria };
}
