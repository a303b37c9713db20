/**
 * Which stores belong to a group: a tree in which each node says one thing. As it is sent and stored.
 *
 * `name` is a part of the name, in any case; `name_like` are words of it, in any order and spelling; of `tags` a store needs one.
 */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly category: readonly string[] }
  | { readonly area: readonly string[] }
  | { readonly name: string }
  | { readonly name_like: string }
  | { readonly tags: readonly string[] }
  | { readonly active: boolean }
  | { readonly group: string };

/** Ids of the groups a rule names, each once. */
export function groupsOf(rule: Rule): string[] {
  return [...new Set(leavesOf(rule).flatMap((leaf) => ('group' in leaf ? [leaf.group] : [])))];
}

/** Whether one of some rules asks how names sound; the groups they name are not looked at. */
export function hearsNames(rules: readonly (Rule | null)[]): boolean {
  return rules.some((rule) => rule !== null && leavesOf(rule).some((leaf) => 'name_like' in leaf));
}

/** What a rule says of stores, without what joins it. */
export function leavesOf(rule: Rule): Rule[] {
  if ('all' in rule) return rule.all.flatMap(leavesOf);
  if ('any' in rule) return rule.any.flatMap(leavesOf);
  if ('not' in rule) return leavesOf(rule.not);
  return [rule];
}
