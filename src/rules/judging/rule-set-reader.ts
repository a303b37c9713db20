import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { CATEGORIES, type Category } from '../../stores/categories/category.js';
import { CRITERIA, CRITERION_NAMES, FORMATS, type CriterionName } from './criteria.js';
import { criteriaOf, EFFECTS, type Criteria, type Effect, type Rule, type RuleSet } from './rule-set.js';

/** Far from any limit of the column; nobody needs more steps. */
export const MAX_PRIORITY = 1_000;

/** Pairs of which the first must not exceed the second. */
const RANGES: readonly (readonly [least: CriterionName, most: CriterionName])[] = [
  ['min_aspect', 'max_aspect'],
  ['min_bytes', 'max_bytes'],
  ['min_brightness', 'max_brightness'],
];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a rule set that somebody sent. Nothing that is not understood is let
 * through: a misspelt criterion would be one that is never applied.
 *
 * @param at where it lies in the body, for the sentences
 * @throws InvalidInputError `INVALID_RULES` naming the first field that does not fit: `rules.default.priority`
 */
export function readRuleSet(value: unknown, at = 'rules'): RuleSet {
  const { default: standard, categories } = fieldsOf(value, at, ['default', 'categories']);
  const rules = {
    default: readDefault(standard, `${at}.default`),
    categories: categories === undefined ? {} : readCategories(categories, `${at}.categories`),
  };
  assertRanges(rules.default.criteria, `${at}.default`);
  for (const category of Object.keys(rules.categories))
    assertRanges(criteriaOf(rules, category), `${at}.categories.${category}`);
  return rules;
}

/** One criterion. */
export function readRule(value: unknown, name: CriterionName, at: string): Rule {
  const { limit, effect } = fieldsOf(value, at, ['limit', 'effect']);
  if (!EFFECTS.includes(effect as Effect)) {
    throw invalid(`${at}.effect must be ${EFFECTS.join(' or ')}, not ${quote(effect)}.`);
  }
  return { limit: readLimit(limit, name, `${at}.limit`), effect: effect as Effect };
}

function readDefault(value: unknown, at: string): RuleSet['default'] {
  const { priority, criteria } = fieldsOf(value, at, ['priority', 'criteria']);
  return {
    priority: readPriority(priority, `${at}.priority`),
    criteria: criteria === undefined ? {} : readCriteria(criteria, `${at}.criteria`),
  };
}

function readCategories(value: unknown, at: string): RuleSet['categories'] {
  const categories = Object.entries(fieldsOf(value, at, CATEGORIES)).map(([name, own]) => {
    const { priority, criteria } = fieldsOf(own, `${at}.${name}`, ['priority', 'criteria']);
    const rules = {
      ...(priority !== undefined && { priority: readPriority(priority, `${at}.${name}.priority`) }),
      ...(criteria !== undefined && { criteria: readCriteria(criteria, `${at}.${name}.criteria`, true) }),
    };
    return [name as Category, rules] as const;
  });
  return Object.fromEntries(categories);
}

/** @param mayBeOff a category may switch off, by null, what the default asks for */
function readCriteria(value: unknown, at: string, mayBeOff = false): Record<string, Rule | null> {
  const criteria = Object.entries(fieldsOf(value, at, CRITERION_NAMES)).map(([name, rule]) => {
    const isOff = mayBeOff && rule === null;
    return [name, isOff ? null : readRule(rule, name as CriterionName, `${at}.${name}`)] as const;
  });
  return Object.fromEntries(criteria);
}

function readPriority(value: unknown, at: string): number {
  if (Number.isInteger(value) && Math.abs(value as number) <= MAX_PRIORITY) return value as number;
  throw invalid(
    `${at} must be a whole number from -${MAX_PRIORITY} to ${MAX_PRIORITY}, not ${quote(value)}.`,
  );
}

function readLimit(value: unknown, name: CriterionName, at: string): Rule['limit'] {
  const { bound, from, to, whole } = CRITERIA[name];
  if (bound === 'among') return readFormats(value, at);
  const fits = typeof value === 'number' && value >= from && value <= to;
  if (fits && (!whole || Number.isInteger(value))) return value;
  throw invalid(`${at} must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}, not ${quote(value)}.`);
}

function readFormats(value: unknown, at: string): string[] {
  const isList = Array.isArray(value) && value.length > 0;
  if (isList && value.every((format) => (FORMATS as readonly unknown[]).includes(format)))
    return FORMATS.filter((format) => value.includes(format));
  throw invalid(`${at} must list at least one of ${FORMATS.join(', ')}; not ${quote(value)}.`);
}

function assertRanges(criteria: Criteria, at: string): void {
  for (const [least, most] of RANGES) {
    const [from, to] = [Number(criteria[least]?.limit), Number(criteria[most]?.limit)];
    if (!(from > to)) continue; // also where there is only one of them, or none
    throw invalid(`${at}.criteria.${least} asks for at least ${from}, and ${most} for at most ${to}.`);
  }
}

function fieldsOf(value: unknown, at: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(`${at} must be an object${value === undefined ? '' : `, not ${quote(value)}`}.`);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger === undefined) return value as Fields;
  throw invalid(`${at} has no field ${quote(stranger)}; there are ${known.join(', ')}.`);
}

function invalid(message: string): InvalidInputError {
  return new InvalidInputError(message, 'INVALID_RULES');
}
