import type { Rule } from './rule.js';
import { groupCondition, type EvaluatedGroup } from './rule.sql.js';

function compiled(rule: Rule, ...others: EvaluatedGroup[]): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const known = new Map([{ id: '1', rule }, ...others].map((group) => [group.id, group]));
  return { sql: groupCondition('1', 's', (value) => `$${values.push(value)}`, known), values };
}

describe('A group as SQL', () => {
  it('says each kind of node, with its values as parameters', () => {
    const rule: Rule = {
      all: [
        { any: [{ category: ['grocery'] }, { area: ['A', 'B'] }] },
        { not: { tags: ['vip'] } },
        { active: true },
      ],
    };
    expect(compiled(rule)).toEqual({
      sql:
        '(((s.category = ANY ($1::text[])) OR (s.area_code = ANY ($2::text[]))) AND NOT (s.tags && $3::text[])' +
        ' AND (s.active = $4::boolean))',
      values: [['grocery'], ['A', 'B'], ['vip'], true],
    });
  });

  it('never lets input into its text', () => {
    const evil = `'); DROP TABLE stores; --`;
    const { sql, values } = compiled({ any: [{ name: evil }, { area: [evil] }, { tags: [evil] }] });
    expect(sql).not.toContain('DROP');
    expect(values).toEqual([`%${evil}%`, [evil], [evil]]);
  });

  it('hears each word of a name once, and leaves its spellings to the words there are', () => {
    const { sql, values } = compiled({ name_like: "LAKSHMI laxmi BHANDAR'" });
    expect(values).toEqual(['laksmi', 'bandar']);
    expect(sql.match(/names\.keys && ARRAY/g)).toHaveLength(2);
  });

  it('takes what LIKE understands as it is written', () => {
    expect(compiled({ name: '100% A_B\\' }).values).toEqual(['%100\\% A\\_B\\\\%']);
  });

  it('puts the groups it names in: rules as their conditions, lists as a look-up', () => {
    const { sql, values } = compiled(
      { all: [{ group: '2' }, { group: '3' }] },
      { id: '2', rule: { active: false } },
      { id: '3', rule: null },
    );
    expect(sql).toBe(
      '(((s.active = $1::boolean)) AND ' +
        '(EXISTS (SELECT FROM store_group_members m WHERE m.group_id = $2::bigint AND m.store_id = s.id)))',
    );
    expect(values).toEqual([false, '3']);
  });

  it('refuses what a later release may have stored, and never takes it for no stores', () => {
    const later = { not: { height: 3 } } as unknown as Rule;
    expect(() => compiled(later)).toThrow('Not a rule of this release: {"height":3}');
  });

  it('finds no stores in a group that is not there', () => {
    expect(compiled({ group: '9' }).sql).toBe('(false)');
  });
});
