import { escapeLike } from '../../common/like.js';
import { spelledLike } from '../../stores/names/spelled.sql.js';
import type { Bind } from '../../stores/store-condition.js';
import type { Rule } from './rule.js';

/** What has to be known of a group to evaluate it: its rule, or that it is a list. */
export interface EvaluatedGroup {
  readonly id: string;
  readonly rule: Rule | null;
}

/**
 * A group as one condition on a row of `stores`. What the groups it names say is part of it, so that nothing is looked up
 * while stores are read. Columns are never NULL, so `NOT` has its everyday meaning.
 *
 * @param known every group that it names, and those that these name; one that is missing has no stores
 * @throws Error when a rule was stored by a later release and says what this one does not know: taken for no stores, its `not`
 *   would be all of them
 */
export function groupCondition(
  id: string,
  store: string,
  bind: Bind,
  known: ReadonlyMap<string, EvaluatedGroup>,
): string {
  const group = known.get(id);
  if (!group) return 'false';
  if (group.rule) return ruleCondition(group.rule, store, bind, known);
  return `EXISTS (SELECT FROM store_group_members m WHERE m.group_id = ${bind(id)}::bigint AND m.store_id = ${store}.id)`;
}

/** The same for a rule that belongs to no group yet. */
export function ruleCondition(
  rule: Rule,
  store: string,
  bind: Bind,
  known: ReadonlyMap<string, EvaluatedGroup>,
): string {
  const each = (rules: readonly Rule[]) => rules.map((one) => ruleCondition(one, store, bind, known));
  if ('all' in rule) return `(${each(rule.all).join(' AND ')})`;
  if ('any' in rule) return `(${each(rule.any).join(' OR ')})`;
  if ('not' in rule) return `NOT ${ruleCondition(rule.not, store, bind, known)}`;
  if ('category' in rule) return `(${store}.category = ANY (${bind(rule.category)}::text[]))`;
  if ('area' in rule) return `(${store}.area_code = ANY (${bind(rule.area)}::text[]))`;
  if ('name' in rule) return `(${store}.name ILIKE ${bind(`%${escapeLike(rule.name)}%`)})`;
  if ('name_like' in rule) return spelledLike(rule.name_like, store, bind);
  if ('tags' in rule) return `(${store}.tags && ${bind(rule.tags)}::text[])`;
  if ('active' in rule) return `(${store}.active = ${bind(rule.active)}::boolean)`;
  if ('group' in rule) return `(${groupCondition(rule.group, store, bind, known)})`;
  throw new Error(`Not a rule of this release: ${JSON.stringify(rule satisfies never)}`);
}
