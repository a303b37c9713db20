import type { GroupCondition } from '../../stores/store-condition.js';

/**
 * A statement about images of which the store may have to belong to a group.
 *
 * @param statement made with whether the store of a visit `v` belongs to it
 * @param given its values without the group's, which come after them
 */
export function inGroup(
  statement: (group?: string) => string,
  given: readonly unknown[],
  group: GroupCondition | undefined,
): { text: string; values: unknown[] } {
  const values = [...given];
  return { text: statement(group?.ofStoreId('v.store_id', (value) => `$${values.push(value)}`)), values };
}
