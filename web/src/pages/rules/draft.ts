/** One criterion with its limit: a number, or the formats that are allowed. */
export interface Rule {
  readonly limit: number | readonly string[];
  readonly effect: 'warn' | 'reject';
}

/** By criterion; in a category, null switches off what the default asks for. */
export type Criteria = Readonly<Record<string, Rule | null | undefined>>;

export interface CategoryRules {
  readonly priority?: number;
  readonly criteria?: Criteria;
}

/** A rule set as it is edited. */
export interface Draft {
  readonly default: { readonly priority: number; readonly criteria: Criteria };
  readonly categories: Readonly<Record<string, CategoryRules | undefined>>;
}

/** What stands for the default among the categories. */
export const ALL = 'default';

/** What a category says itself; of the default, all it says. */
export function ownRules(draft: Draft, category: string): CategoryRules {
  return category === ALL ? draft.default : (draft.categories[category] ?? {});
}

/** The rule that holds; undefined where nothing is asked. */
export function ruleOf(draft: Draft, category: string, criterion: string): Rule | undefined {
  const own = ownRules(draft, category).criteria?.[criterion];
  return (own === undefined ? draft.default.criteria[criterion] : own) ?? undefined;
}

export function priorityOf(draft: Draft, category: string): number {
  return ownRules(draft, category).priority ?? draft.default.priority;
}

/** @param rule undefined: as the default says; null: nothing is asked */
export function withRule(
  draft: Draft,
  category: string,
  criterion: string,
  rule: Rule | null | undefined,
): Draft {
  const others = without(ownRules(draft, category).criteria ?? {}, criterion);
  const isSaid = rule !== undefined && (category !== ALL || rule !== null);
  const criteria = isSaid ? { ...others, [criterion]: rule } : others;
  return withOwn(draft, category, { ...ownRules(draft, category), criteria });
}

/** @param priority undefined: as the default says */
export function withPriority(draft: Draft, category: string, priority: number | undefined): Draft {
  const others = without(ownRules(draft, category), 'priority');
  return withOwn(draft, category, priority === undefined ? others : { ...others, priority });
}

/** What a category does not say itself is left out, so that equal drafts are equal. */
function withOwn(draft: Draft, category: string, own: CategoryRules): Draft {
  if (category === ALL)
    return { ...draft, default: { priority: own.priority ?? 0, criteria: own.criteria ?? {} } };
  const others = without(draft.categories, category);
  const criteria = Object.keys(own.criteria ?? {}).length > 0 ? { criteria: own.criteria } : {};
  const said = { ...(own.priority !== undefined && { priority: own.priority }), ...criteria };
  const categories = Object.keys(said).length > 0 ? { ...others, [category]: said } : others;
  return { ...draft, categories };
}

function without<T extends object>(all: T, name: string): T {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)) as T;
}

/** Whether two drafts say the same, in whatever order. */
export function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
  return entries.map(([name, part]) => [name, sorted(part)]);
}
