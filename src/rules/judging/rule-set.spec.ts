import { criteriaOf, prioritised, priorityOf, type RuleSet } from './rule-set.js';

const WIDE = { limit: 640, effect: 'warn' } as const;
const TWO = { limit: 2, effect: 'reject' } as const;
const RULES: RuleSet = {
  default: { priority: 1, criteria: { min_width: WIDE } },
  categories: {
    grocery: { priority: 5, criteria: { min_images: TWO } },
    medical: { criteria: { min_width: null } },
    salon: { priority: 1 },
  },
};

describe('A rule set', () => {
  it('adds what a category asks for to the default, and takes away what it switches off', () => {
    expect(criteriaOf(RULES, 'grocery')).toEqual({ min_width: WIDE, min_images: TWO });
    expect(criteriaOf(RULES, 'medical')).toEqual({});
    expect(criteriaOf(RULES, 'salon')).toEqual({ min_width: WIDE });
  });

  it('has the default for a category that nobody has heard of', () => {
    expect(criteriaOf(RULES, 'constructor')).toEqual({ min_width: WIDE });
    expect(priorityOf(RULES, 'constructor')).toBe(1);
  });

  it('names only the categories that are not dispatched as the others', () => {
    expect(prioritised(RULES)).toEqual(new Map([['grocery', 5]]));
  });
});
