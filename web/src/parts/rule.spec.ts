import { sayRule, type Rule } from './rule.js';

const nameOf = (id: string) => `Group ${id}`;

describe('A rule in words', () => {
  it.each<[Rule, string]>([
    [{ area: ['A'] }, 'in area A'],
    [{ not: { area: ['A', 'B'] } }, 'not in area A or B'],
    [{ tags: ['a', 'b', 'c', 'd', 'e'] }, 'with the tag a, b, c or 2 others'],
    [{ not: { name: 'pan' } }, 'without “pan” in the name'],
    [{ not: { active: true } }, 'inactive'],
    [
      { all: [{ active: true }, { any: [{ area: ['A'] }, { group: '4' }] }] },
      'active and (in area A or in the group “Group 4”)',
    ],
    [{ all: [{ any: [{ area: ['A'] }] }] }, 'in area A'],
    [
      { not: { any: [{ area: ['A'] }, { category: ['grocery'] }] } },
      'not (in area A or of category Grocery)',
    ],
  ])('%j is "%s"', (rule, words) => {
    expect(sayRule(rule, nameOf)).toBe(words);
  });
});
