import { CRITERIA, CRITERION_NAMES, FACTS, type Criterion, type ImageFacts } from './criteria.js';
import type { Criteria, Effect, Rule } from './rule-set.js';

/** A rule that an image breaks. */
export interface Breach {
  readonly code: string;
  readonly effect: Effect;
  /** Continues a sentence: `it is 480 pixels wide, where at least 640 are asked for`. */
  readonly reason: string;
}

/**
 * Holds an image against the criteria of its category.
 *
 * @returns what it breaks, in the order of `CRITERIA`
 */
export function judge(image: ImageFacts, criteria: Criteria): Breach[] {
  return CRITERION_NAMES.flatMap((name) => {
    const rule = criteria[name];
    if (!rule) return [];
    const criterion: Criterion = CRITERIA[name];
    const value = FACTS[criterion.fact].of(image);
    if (value === null || meets(value, criterion.bound, rule.limit)) return [];
    return [{ code: criterion.code, effect: rule.effect, reason: reasonOf(criterion, value, rule) }];
  });
}

function meets(value: number | string, bound: Criterion['bound'], limit: Rule['limit']): boolean {
  switch (bound) {
    case 'least':
      return value >= limit;
    case 'most':
      return value <= limit;
    case 'among':
      return (limit as readonly string[]).includes(value as string);
  }
}

function reasonOf({ fact, bound }: Criterion, value: number | string, { limit }: Rule): string {
  const asked = { least: `at least ${show(limit)}`, most: `at most ${show(limit)}`, among: show(limit) }[
    bound
  ];
  return `${FACTS[fact].says(show(value))}, where ${asked} is asked for`;
}

/** Six digits tell a value from any limit that somebody would set. */
function show(value: Rule['limit'] | string): string {
  if (typeof value === 'number')
    return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
  return typeof value === 'string' ? value : value.join(' or ');
}
