import { assertModestJson } from './json-shape.js';

const check = (json: unknown, maxValues = 1_000_000) =>
  assertModestJson(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), maxValues);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const many = <T>(length: number, make: (i: number) => T) => Array.from({ length }, (_, i) => make(i));

describe('assertModestJson', () => {
  it('takes 32 levels, and refuses 33', () => {
    check(nested(32));
    expect(() => check(nested(33))).toThrow('The JSON nests deeper than 32 levels.');
    expect(() => check('{"a":'.repeat(40))).toThrow(/deeper/);
  });

  it('takes as many values as are allowed, and no more', () => {
    check([1, 'a', {}, null], 5);
    expect(() => check([1, 'a', {}, null, []], 5)).toThrow('The JSON has more than 5 values.');
  });

  it('takes any number of visits alike, with labels of their own', () => {
    const visits = many(50_000, (i) => ({ store_id: `RP${i}`, image_url: [`http://a/${i}`], at: i }));
    check({ count: 50_000, visits, labels: Object.fromEntries(many(500, (i) => [`label ${i}`, 'x'])) });
  });

  it('refuses more different fields than anybody has, in one object or in many', () => {
    const tooMany = 'The JSON has more than 10000 different fields.';
    const fields = (from: number, length: number) =>
      Object.fromEntries(many(length, (i) => [`k${from + i}`, 0]));
    check(fields(0, 10_000));
    expect(() => check(fields(0, 10_001))).toThrow(tooMany);
    expect(() => check(many(101, (i) => fields(100 * i, 100)))).toThrow(tooMany);
  });

  it('refuses few names in ever new orders', () => {
    const mixed = (seed: number) => {
      const rank = (name: string) => Math.sin(seed * Number(name));
      return many(30, (i) => String(i + 100)).sort((a, b) => rank(a) - rank(b));
    };
    const orders = many(1_000, (i) => Object.fromEntries(mixed(i + 1).map((name) => [`k${name}`, 0])));
    expect(() => check(orders)).toThrow(/different fields/);
    check(many(500, () => orders[0]));
  });

  it('does not take brackets in texts for nesting', () => {
    check({ [nested(50)]: `\\"${nested(50)}\\`, b: '"' });
    check(`"${'['.repeat(50)}`);
    check(`["\\`);
    check(`${']'.repeat(5)}{"a":1}`);
  });
});
