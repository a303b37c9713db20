import type { Schema } from '../../../api/client.js';

export type Rule = Schema<'CategoryRuleDto'>;
export type Strength = Rule['strength'];

/** Strengths, and what they do, in the words of who edits rules. */
export const STRENGTHS: Readonly<Record<Strength, string>> = {
  trade: 'Decides',
  ware: 'Decides without a trade',
  ending: 'Decides at the end',
  general: 'Decides last',
  silent: 'Says nothing',
  place: 'A place: not the word before',
  landmark: 'A place: nothing behind',
};

export function namesCategory(strength: Strength): boolean {
  return ['trade', 'ware', 'ending', 'general'].includes(strength);
}

/** With what its strength cannot have taken away, and what it must have put in. */
export function mended(rule: Rule): Rule {
  if (!namesCategory(rule.strength)) return { ...rule, category: null, confidence: null };
  return { ...rule, category: rule.category ?? 'other' };
}

/** How many rules came, went or were changed. */
export function changesBetween(before: readonly Rule[], after: readonly Rule[]): number {
  const was = new Map(before.map((rule) => [rule.words, JSON.stringify(rule)]));
  const is = new Map(after.map((rule) => [rule.words, JSON.stringify(rule)]));
  const gone = [...was.keys()].filter((words) => !is.has(words)).length;
  return gone + [...is].filter(([words, rule]) => was.get(words) !== rule).length;
}
