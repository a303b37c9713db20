import type { Rule } from '../../parts/rule.js';
import { newJoin, newLeaf, toDraft, toRule } from './rule-draft.js';

describe('A rule that is edited', () => {
  it.each<Rule>([
    { all: [{ area: ['A'] }, { any: [{ tags: ['a'] }, { not: { name: 'x' } }] }] },
    { not: { any: [{ active: false }, { group: '4' }] } },
    { any: [{ category: ['grocery'] }, { name_like: 'laxmi bhandar' }] },
    { not: { not: { area: ['A'] } } },
  ])('comes back as it was: %j', (rule) => {
    expect(toRule(toDraft(rule))).toEqual(rule);
  });

  it('is none before everything is filled in', () => {
    expect(toRule(newJoin('all'))).toBeUndefined();
    expect(toRule(newJoin('all', newLeaf('active'), newLeaf('area')))).toBeUndefined();
    expect(toRule(newJoin('any', newLeaf('active')))).toEqual({ active: true });
  });
});
