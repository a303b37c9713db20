import { sayCategory } from './category-words.js';

/** A rule of a group, as the API has it: each node says one thing. */
export type Rule =
  { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] } | { readonly not: Rule } | Leaf;

export type Leaf =
  | { readonly category: readonly string[] }
  | { readonly area: readonly string[] }
  | { readonly name: string }
  | { readonly name_like: string }
  | { readonly tags: readonly string[] }
  | { readonly active: boolean }
  | { readonly group: string };

/** What the API documents as any object is a rule, as it has checked. */
export function asRule(rule: Readonly<Record<string, unknown>>): Rule {
  return rule as unknown as Rule;
}

/** A condition in words, as it follows "Stores": `in area 7100015`. */
export function sayLeaf(leaf: Leaf, nameOf: (groupId: string) => string, isNot = false): string {
  const no = isNot ? 'not ' : '';
  if ('category' in leaf) return `${no}of category ${either(leaf.category.map(sayCategory))}`;
  if ('area' in leaf) return `${no}in area ${either(leaf.area)}`;
  if ('name' in leaf) return `${isNot ? 'without' : 'with'} “${leaf.name}” in the name`;
  if ('name_like' in leaf) return `${no}named like “${leaf.name_like}”`;
  if ('tags' in leaf) return `${isNot ? 'without' : 'with'} the tag ${either(leaf.tags)}`;
  if ('active' in leaf) return leaf.active !== isNot ? 'active' : 'inactive';
  return `${no}in the group “${nameOf(leaf.group)}”`;
}

/** A whole rule as one line: `active and (in area A or with the tag vip)`. */
export function sayRule(rule: Rule, nameOf: (groupId: string) => string): string {
  const inner = (one: Rule) =>
    ('all' in one && one.all.length > 1) || ('any' in one && one.any.length > 1)
      ? `(${sayRule(one, nameOf)})`
      : sayRule(one, nameOf);
  if ('all' in rule) return rule.all.map(inner).join(' and ');
  if ('any' in rule) return rule.any.map(inner).join(' or ');
  if (!('not' in rule)) return sayLeaf(rule, nameOf);
  const { not } = rule;
  if ('all' in not || 'any' in not || 'not' in not) return `not (${sayRule(not, nameOf)})`;
  return sayLeaf(not, nameOf, true);
}

const SHOWN = 3;

/** `a`, `a or b`, `a, b, c or 4 others`. */
function either(values: readonly string[]): string {
  if (values.length <= SHOWN) return values.join(' or ');
  return `${values.slice(0, SHOWN).join(', ')} or ${values.length - SHOWN} others`;
}
