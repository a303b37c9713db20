import { readRuleSet } from './rule-set-reader.js';

/** Of a rule set whose default asks for this. */
const asking = (criteria: unknown) => ({ default: { priority: 0, criteria } });
const inGrocery = (grocery: unknown) => ({ default: { priority: 0 }, categories: { grocery } });

describe('readRuleSet', () => {
  it('reads a whole rule set, with formats in their order', () => {
    const rules = {
      default: { priority: 0, criteria: { formats: { limit: ['png', 'jpeg', 'png'], effect: 'warn' } } },
      categories: { grocery: { priority: -3, criteria: { formats: null } }, salon: {} },
    };
    expect(readRuleSet(rules)).toEqual({
      ...rules,
      default: { priority: 0, criteria: { formats: { limit: ['jpeg', 'png'], effect: 'warn' } } },
    });
  });

  it.each<[unknown, string]>([
    [undefined, 'rules must be an object.'],
    [[], 'rules must be an object, not "[]".'],
    [{ default: {} }, 'rules.default.priority must be a whole number from -1000 to 1000, not "undefined".'],
    [{ default: { priority: 1.5 } }, 'rules.default.priority must be'],
    [{ ...asking({}), extra: 1 }, 'rules has no field "extra"; there are default, categories.'],
    [JSON.parse('{"default":{"priority":0},"__proto__":{}}'), 'rules has no field "__proto__"'],
    [asking({ min_witdh: { limit: 1, effect: 'warn' } }), 'rules.default.criteria has no field "min_witdh"'],
    [asking({ toString: { limit: 1, effect: 'warn' } }), 'rules.default.criteria has no field "toString"'],
    [asking({ min_width: null }), 'rules.default.criteria.min_width must be an object, not "null".'],
    [
      asking({ min_width: { limit: 0, effect: 'warn' } }),
      'rules.default.criteria.min_width.limit must be a whole number from 1 to 100000, not "0".',
    ],
    [
      asking({ min_width: { limit: '640', effect: 'warn' } }),
      'rules.default.criteria.min_width.limit must be',
    ],
    [
      asking({ min_width: { limit: 640.5, effect: 'warn' } }),
      'rules.default.criteria.min_width.limit must be',
    ],
    [
      asking({ min_width: { limit: 640, effect: 'fail' } }),
      'rules.default.criteria.min_width.effect must be',
    ],
    [asking({ min_width: { limit: 640, effect: 'warn', a: 1 } }), 'rules.default.criteria.min_width has no'],
    [
      asking({ min_aspect: { limit: 1e9, effect: 'warn' } }),
      'rules.default.criteria.min_aspect.limit must be',
    ],
    [asking({ formats: { limit: [], effect: 'warn' } }), 'rules.default.criteria.formats.limit must list'],
    [
      asking({ formats: { limit: ['bmp'], effect: 'warn' } }),
      'rules.default.criteria.formats.limit must list',
    ],
    [inGrocery(null), 'rules.categories.grocery must be an object, not "null".'],
    [inGrocery({ priority: '1' }), 'rules.categories.grocery.priority must be'],
    [{ ...asking({}), categories: { groceries: {} } }, 'rules.categories has no field "groceries"'],
    [
      asking({ min_bytes: { limit: 10, effect: 'warn' }, max_bytes: { limit: 9, effect: 'warn' } }),
      'rules.default.criteria.min_bytes asks for at least 10, and max_bytes for at most 9.',
    ],
    [
      {
        ...asking({ max_bytes: { limit: 9, effect: 'warn' } }),
        categories: { grocery: { criteria: { min_bytes: { limit: 10, effect: 'reject' } } } },
      },
      'rules.categories.grocery.criteria.min_bytes asks for at least 10',
    ],
  ])('refuses %j, naming the place', (rules, sentence) => {
    expect(() => readRuleSet(rules)).toThrow(sentence);
  });
});
