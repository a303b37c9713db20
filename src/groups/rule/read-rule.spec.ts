import { readRule } from './read-rule.js';

describe('readRule', () => {
  it('takes every kind of node', () => {
    const rule = {
      all: [
        { any: [{ category: ['grocery'] }, { area: ['7100015'] }] },
        { not: { name: 'closed' } },
        { name_like: 'laxmi bhandar' },
        { tags: ['vip'] },
        { active: true },
        { group: '4' },
      ],
    };
    expect(readRule(rule)).toEqual(rule);
  });

  it('writes tags as they are stored, and each value once', () => {
    expect(readRule({ tags: ['High Value', 'high-value'] })).toEqual({ tags: ['high-value'] });
    expect(readRule({ area: ['1', ' 1 '] })).toEqual({ area: ['1'] });
  });

  it.each<[unknown, RegExp]>([
    [undefined, /^"rule" must have one of all, any, not/],
    [[], /^"rule" must have one of/],
    [{}, /^"rule" must have one of/],
    [{ all: [{ active: true }], any: [] }, /^"rule" must have one of/],
    [{ __proto__: null, constructor: 1 }, /^"rule" must have one of/],
    [{ all: [] }, /^"rule.all" must be a list of 1 to 100 conditions\.$/],
    [{ any: [{ active: true }, { not: { name: '' } }] }, /^"rule.any\[1\].not.name" must be a text/],
    [{ category: ['pub'] }, /^"rule.category" may have hotel-restaurant, .*; not "pub"\.$/],
    [{ area: [7] }, /^"rule.area\[0\]" must be a text/],
    [{ name: 'a\0' }, /^"rule.name" must be a text/],
    [{ name_like: '?!' }, /^"rule.name_like" must have a word, of letters or digits\.$/],
    [{ tags: [] }, /^"rule.tags" must not be empty\.$/],
    [{ active: 'true' }, /^"rule.active" must be true or false\.$/],
    [{ group: 4 }, /^"rule.group" must be the id of a group, not "4"\.$/],
    [{ group: '04' }, /^"rule.group" must be the id of a group/],
  ])('refuses %j, naming the place', (value, sentence) => {
    expect(() => readRule(value)).toThrow(sentence);
  });

  it('refuses what is too deep or too large', () => {
    let deep: unknown = { active: true };
    for (let level = 0; level < 8; level += 1) deep = { not: deep };
    expect(() => readRule(deep)).toThrow(/lies deeper than 8 levels/);
    const many = { any: Array.from({ length: 11 }, () => ({ all: Array(10).fill({ active: true }) })) };
    expect(() => readRule(many)).toThrow(/^"rule" has 110 conditions; at most 100 are possible\.$/);
  });
});
