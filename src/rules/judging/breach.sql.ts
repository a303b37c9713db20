import { CRITERIA, CRITERION_NAMES, FACTS, type Criterion, type CriterionName } from './criteria.js';
import { criteriaOf, type RuleSet } from './rule-set.js';

/**
 * What `judge` finds, as SQL: a number with one bit for each criterion that is broken, in the order of `CRITERIA`. It
 * looks at a result `r`, its visit `v`, and a row `rule` with the limits of its category, as `LIMITS` makes it.
 */
export const BREACHES = CRITERION_NAMES.map((name, bit) => {
  const { fact, bound }: Criterion = CRITERIA[name];
  const [value, limit] = [FACTS[fact].sql, `rule.${name}`];
  const breaks = {
    least: `${value} < ${limit}`,
    most: `${value} > ${limit}`,
    among: `${value} <> ALL (${limit})`,
  }[bound];
  return `CASE WHEN ${breaks} THEN ${2 ** bit} ELSE 0 END`;
}).join(' + ');

/**
 * Whether a limit asks for something that is not known of a result `r`: it was measured before it was kept, or by its header
 * alone. As of nothing that is NULL, `BREACHES` says nothing of it.
 */
export const MISSES = CRITERION_NAMES.map(
  (name) => `(rule.${name} IS NOT NULL AND ${FACTS[CRITERIA[name].fact].sql} IS NULL)`,
).join(' OR ');

/** Rows of `limitsOf`, which $1 has as JSON: a limit that is absent is NULL, and then nothing breaks it. */
export const LIMITS = `json_to_recordset($1) AS rule (category text, rejects int, ${CRITERION_NAMES.map(
  (name) => `${name} ${CRITERIA[name].bound === 'among' ? 'text[]' : 'float8'}`,
).join(', ')})`;

/** The limits of each category, and the bits of those that reject. */
export function limitsOf(rules: RuleSet, categories: readonly string[]): object[] {
  return categories.map((category) => {
    const criteria = criteriaOf(rules, category);
    const held = CRITERION_NAMES.filter((name) => criteria[name]);
    return {
      category,
      rejects: maskOf(held.filter((name) => criteria[name]?.effect === 'reject')),
      ...Object.fromEntries(held.map((name) => [name, criteria[name]?.limit])),
    };
  });
}

/** The criteria whose bits are set. */
export function criteriaIn(mask: number): CriterionName[] {
  return CRITERION_NAMES.filter((_, bit) => (mask & (2 ** bit)) !== 0);
}

function maskOf(names: readonly CriterionName[]): number {
  return names.reduce((mask, name) => mask | (2 ** CRITERION_NAMES.indexOf(name)), 0);
}
