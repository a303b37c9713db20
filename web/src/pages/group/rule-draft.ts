import type { Leaf, Rule } from '../../parts/rule.js';

/** A rule while it is edited: `not` is a property of what it negates, and everything has a key to be told apart by. */
export type Draft = JoinDraft | LeafDraft;

export interface JoinDraft {
  readonly key: string;
  readonly isNot: boolean;
  readonly join: 'all' | 'any';
  readonly parts: readonly Draft[];
}

export interface LeafDraft {
  readonly key: string;
  readonly isNot: boolean;
  readonly leaf: Leaf;
}

/** What a condition can be about, each with what it says before anybody has filled it in. */
export const LEAVES = {
  category: { category: [] },
  area: { area: [] },
  name: { name: '' },
  name_like: { name_like: '' },
  tags: { tags: [] },
  active: { active: true },
  group: { group: '' },
} as const satisfies Record<string, Leaf>;

export type LeafKind = keyof typeof LEAVES;

let made = 0;
const newKey = () => String(++made);

export function newLeaf(kind: LeafKind = 'area'): LeafDraft {
  return { key: newKey(), isNot: false, leaf: LEAVES[kind] };
}

export function newJoin(join: JoinDraft['join'], ...parts: Draft[]): JoinDraft {
  return { key: newKey(), isNot: false, join, parts };
}

/** A rule as it can be edited: always something that more can be added to. */
export function toDraft(rule: Rule): JoinDraft {
  const draft = draftOf(rule);
  return 'join' in draft ? draft : newJoin('all', draft);
}

function draftOf(rule: Rule): Draft {
  if ('all' in rule) return newJoin('all', ...rule.all.map(draftOf));
  if ('any' in rule) return newJoin('any', ...rule.any.map(draftOf));
  if (!('not' in rule)) return { key: newKey(), isNot: false, leaf: rule };
  const inner = draftOf(rule.not);
  return inner.isNot ? { ...newJoin('all', inner), isNot: true } : { ...inner, isNot: true };
}

/** @returns undefined while something is not filled in */
export function toRule(draft: Draft): Rule | undefined {
  const rule = 'join' in draft ? ruleOfJoin(draft) : isFilledIn(draft.leaf) ? draft.leaf : undefined;
  return rule && (draft.isNot ? { not: rule } : rule);
}

function ruleOfJoin({ join, parts }: JoinDraft): Rule | undefined {
  const rules = parts.map(toRule);
  const known = rules.filter((rule) => rule !== undefined);
  if (known.length === 0 || known.length < rules.length) return undefined;
  const [only] = known;
  if (known.length === 1 && only) return only;
  return join === 'all' ? { all: known } : { any: known };
}

function isFilledIn(leaf: Leaf): boolean {
  if ('category' in leaf) return leaf.category.length > 0;
  if ('area' in leaf) return leaf.area.length > 0;
  if ('name' in leaf) return leaf.name.trim() !== '';
  if ('name_like' in leaf) return leaf.name_like.trim() !== '';
  if ('tags' in leaf) return leaf.tags.length > 0;
  return 'active' in leaf || leaf.group !== '';
}

export function kindOf(leaf: Leaf): LeafKind {
  return Object.keys(leaf)[0] as LeafKind;
}
