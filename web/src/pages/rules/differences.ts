import { ALL, ownRules, type Draft, type Rule } from './draft.js';
import { RULED, sayRuled, sayCriterion, sayLimit } from './rule-words.js';

/** What one rule set says and the other does not, a line each: `Grocery: Width, at least: 640 px, warn`. */
export function differences(before: Draft, after: Draft): string[] {
  return RULED.flatMap((category) => {
    const [old, now] = [ownRules(before, category), ownRules(after, category)];
    const line = (what: string, from: string, to: string) =>
      from === to ? [] : [`${sayRuled(category)}: ${what}: ${from} → ${to}`];
    const names = new Set([...Object.keys(old.criteria ?? {}), ...Object.keys(now.criteria ?? {})]);
    return [
      ...line('Priority', sayPriority(old.priority), sayPriority(now.priority)),
      ...[...names].flatMap((name) => {
        const say = (rule: Rule | null | undefined) => sayRule(name, rule, category);
        return line(sayCriterion(name).name, say(old.criteria?.[name]), say(now.criteria?.[name]));
      }),
    ];
  });
}

function sayPriority(priority: number | undefined): string {
  return priority === undefined ? 'as for all' : String(priority);
}

function sayRule(name: string, rule: Rule | null | undefined, category: string): string {
  if (rule) return `${sayLimit(name, rule.limit)}, ${rule.effect}`;
  return rule === null || category === ALL ? 'nothing asked' : 'as for all';
}
