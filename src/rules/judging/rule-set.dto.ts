import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { CATEGORIES } from '../../stores/categories/category.js';
import { CRITERIA, CRITERION_NAMES, FORMATS, type CriterionName } from './criteria.js';
import { EFFECTS, type Effect, type Rule, type RuleSet } from './rule-set.js';
import { MAX_PRIORITY } from './rule-set-reader.js';

const PRIORITY = { type: 'integer' as const, minimum: -MAX_PRIORITY, maximum: MAX_PRIORITY, example: 10 };
const EFFECT = { enum: [...EFFECTS], example: 'warn' };

/** A criterion with a number as its limit. */
export class NumberRuleDto {
  /** @example 640 */
  readonly limit!: number;

  /** `warn`: the image is measured, and has a warning. `reject`: it fails, with the code of the criterion. */
  @ApiProperty(EFFECT)
  readonly effect!: Effect;
}

/** The formats that are allowed. */
export class FormatsRuleDto {
  @ApiProperty({ isArray: true, enum: FORMATS, minItems: 1, example: ['jpeg', 'png'] })
  readonly limit!: string[];

  @ApiProperty(EFFECT)
  readonly effect!: Effect;
}

/** The shape of `criteria`; in a category, null switches off what the default asks for. */
function criteriaSchema(mayBeOff: boolean) {
  const schemaOf = (name: CriterionName) => {
    const rule = { $ref: getSchemaPath(CRITERIA[name].bound === 'among' ? FormatsRuleDto : NumberRuleDto) };
    return mayBeOff ? { oneOf: [rule, { type: 'null' }] } : rule;
  };
  return {
    type: 'object' as const,
    properties: Object.fromEntries(CRITERION_NAMES.map((name) => [name, schemaOf(name)])),
    additionalProperties: false,
  };
}

/** What holds for every category that says nothing else. */
@ApiExtraModels(NumberRuleDto, FormatsRuleDto)
export class DefaultRulesDto {
  /** Visits with a higher one are dispatched before the others of their job. */
  @ApiProperty({ ...PRIORITY, example: 0 })
  readonly priority!: number;

  @ApiProperty({ ...criteriaSchema(false), example: { min_width: { limit: 640, effect: 'warn' } } } as object)
  readonly criteria!: RuleSet['default']['criteria'];
}

/** What differs from the default for one category. */
export class CategoryRulesDto {
  @ApiPropertyOptional(PRIORITY)
  readonly priority?: number;

  /** What is not named is as in the default; null: it does not hold for this category. */
  @ApiPropertyOptional({
    ...criteriaSchema(true),
    example: { min_width: null, min_images: { limit: 2, effect: 'reject' } },
  } as object)
  readonly criteria?: Readonly<Partial<Record<CriterionName, Rule | null>>>;
}

/** All rules, as one document. */
@ApiExtraModels(CategoryRulesDto)
export class RuleSetDto {
  readonly default!: DefaultRulesDto;

  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(
      CATEGORIES.map((category) => [category, { $ref: getSchemaPath(CategoryRulesDto) }]),
    ),
    additionalProperties: false,
    example: { 'hotel-restaurant': { priority: 10 } },
  } as object)
  readonly categories!: RuleSet['categories'];
}
