import { normalizeTag, readTags } from './tag.js';

describe('A tag', () => {
  it.each([
    ['VIP', 'vip'],
    ['  High   Value ', 'high-value'],
    ['route:7', 'route:7'],
    ['ｖｉｐ', 'vip'],
    ['ಅಂಗಡಿ', 'ಅಂಗಡಿ'],
    ['-x', undefined],
    ['', undefined],
    ['a,b', undefined],
    ['a\0', undefined],
    ['\ud800', undefined],
    ['x'.repeat(41), undefined],
  ])('is made of %j as %j', (text, tag) => {
    expect(normalizeTag(text)).toBe(tag);
  });
});

describe('readTags', () => {
  it('answers each tag once, in order', () => {
    expect(readTags(['b', 'A', 'a'], 'tags')).toEqual(['a', 'b']);
  });

  it.each([['vip'], [[7]], [['a b!']], [Array.from({ length: 21 }, (_, n) => `t${n}`)]])(
    'refuses %j in a sentence that names the field',
    (value) => {
      expect(() => readTags(value, 'add')).toThrow(/^"add" /);
    },
  );
});
