import { isSame, priorityOf, ruleOf, withPriority, withRule, type Draft } from './draft.js';

const WIDE = { limit: 640, effect: 'warn' } as const;
const DRAFT: Draft = { default: { priority: 0, criteria: { min_width: WIDE } }, categories: {} };

describe('A draft of rules', () => {
  it('lets a category inherit, say otherwise, ask nothing, and inherit again', () => {
    expect(ruleOf(DRAFT, 'grocery', 'min_width')).toEqual(WIDE);
    const strict = withRule(DRAFT, 'grocery', 'min_width', { limit: 900, effect: 'reject' });
    expect(ruleOf(strict, 'grocery', 'min_width')).toEqual({ limit: 900, effect: 'reject' });
    expect(ruleOf(strict, 'salon', 'min_width')).toEqual(WIDE);
    const off = withRule(strict, 'grocery', 'min_width', null);
    expect(ruleOf(off, 'grocery', 'min_width')).toBeUndefined();
    expect(withRule(off, 'grocery', 'min_width', undefined)).toEqual(DRAFT);
  });

  it('leaves a criterion out of the default that is switched off there', () => {
    expect(withRule(DRAFT, 'default', 'min_width', null).default.criteria).toEqual({});
  });

  it('has the priority of the default where a category says none', () => {
    const first = withPriority(DRAFT, 'grocery', 5);
    expect([priorityOf(first, 'grocery'), priorityOf(first, 'salon')]).toEqual([5, 0]);
    expect(withPriority(first, 'grocery', undefined)).toEqual(DRAFT);
  });

  it('is the same in any order', () => {
    const a = withPriority(withPriority(DRAFT, 'grocery', 5), 'salon', 2);
    const b = withPriority(withPriority(DRAFT, 'salon', 2), 'grocery', 5);
    expect(isSame(a, b)).toBe(true);
    expect(isSame(a, DRAFT)).toBe(false);
  });
});
