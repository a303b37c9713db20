import type { Category } from '../../stores/categories/category.js';
import { CRITERION_NAMES, type CriterionName } from './criteria.js';

/** What becomes of an image that breaks a rule: it is measured, with a warning; or it fails. */
export const EFFECTS = ['warn', 'reject'] as const;
export type Effect = (typeof EFFECTS)[number];

/** One criterion with its limit: a number, or the formats that are allowed. */
export interface Rule {
  readonly limit: number | readonly string[];
  readonly effect: Effect;
}

export type Criteria = { readonly [N in CriterionName]?: Rule };

/** What differs from the default; a criterion that is null does not hold for the category. */
export interface CategoryRules {
  readonly priority?: number;
  readonly criteria?: { readonly [N in CriterionName]?: Rule | null };
}

/** All rules there are, as one document. The names are those of the API: it is stored and sent as it is. */
export interface RuleSet {
  readonly default: { readonly priority: number; readonly criteria: Criteria };
  readonly categories: { readonly [C in Category]?: CategoryRules };
}

/** The criteria that hold for the images of a category. */
export function criteriaOf(rules: RuleSet, category: string): Criteria {
  const own = ownRules(rules, category)?.criteria ?? {};
  const held = CRITERION_NAMES.flatMap((name) => {
    const rule = own[name] === undefined ? rules.default.criteria[name] : own[name];
    return rule ? [[name, rule] as const] : [];
  });
  return Object.fromEntries(held);
}

/** Visits with a higher one are dispatched before the others of their job. */
export function priorityOf(rules: RuleSet, category: string): number {
  return ownRules(rules, category)?.priority ?? rules.default.priority;
}

/** The categories whose priority is not that of the others. */
export function prioritised(rules: RuleSet): Map<string, number> {
  const categories = Object.keys(rules.categories).map((name) => [name, priorityOf(rules, name)] as const);
  return new Map(categories.filter(([, priority]) => priority !== rules.default.priority));
}

function ownRules({ categories }: RuleSet, category: string): CategoryRules | undefined {
  return Object.hasOwn(categories, category) ? categories[category as Category] : undefined;
}
