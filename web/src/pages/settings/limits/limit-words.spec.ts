import { grouped, sayExactly, sayValue } from './limit-words.js';

const limit = (name: string, value: number | string, unit: string | null = null) =>
  ({ name, value, unit, description: '' }) as Parameters<typeof sayValue>[0];

describe('the words for limits', () => {
  it.each([
    [33_554_432, 'bytes', '33.6 MB'],
    [300_000, 'ms', '5 min'],
    [60_000_000, 'pixels', '60 megapixels'],
    [0, 'per minute', 'no limit'],
    [600, 'per minute', '600 per minute'],
    [0, 'days', 'for ever'],
    [3, 'tries', '3 tries'],
  ])('says %i %s as %s', (value, unit, words) => expect(sayValue(limit('X', value, unit))).toBe(words));

  it('keeps words as they are', () => expect(sayValue(limit('AUTH', 'open'))).toBe('open'));

  it('has the exact number at hand where it was made readable', () => {
    expect(sayExactly(limit('X', 33_554_432, 'bytes'))).toBe('33,554,432 bytes');
    expect(sayExactly(limit('X', 3, 'tries'))).toBeUndefined();
  });

  it('loses no limit, also none that it has never heard of', () => {
    const limits = [limit('NEW_THING', 1), limit('SUBMIT_MAX_BYTES', 1), limit('JOB_MAX_IMAGES', 1)];
    expect(grouped(limits).map(({ title, limits: own }) => [title, own.length])).toEqual([
      ['Handing in jobs', 2],
      ['Other', 1],
    ]);
  });
});
