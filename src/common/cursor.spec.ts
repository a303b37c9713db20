import { cutPage, decodeCursor, encodeCursor } from './cursor.js';

describe('cursor', () => {
  it('gives back the key it was made of, whatever characters it has', () => {
    const key = ['2026-01-02T03:04:05.123456Z', '981234567890123456', 'RP "00001", ಅಂಗಡಿ'];
    expect(decodeCursor(encodeCursor(key), ['instant', 'digits', 'text'])).toEqual(key);
  });

  it('is safe in a URL', () => {
    expect(encodeCursor(['~~~???>>>', 'ÿ'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['text that is not base64', '%%%'],
    ['base64 of no JSON', Buffer.from('nope').toString('base64url')],
    ['another shape', Buffer.from('{"id":"1"}').toString('base64url')],
    ['a number where text belongs', Buffer.from('[1]').toString('base64url')],
    ['too many parts', encodeCursor(['1', '2'])],
    ['too few parts', encodeCursor([])],
    ['an id that is no number', encodeCursor(['1; DROP'])],
  ])('refuses %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['digits'])).toThrow(
      expect.objectContaining({ code: 'INVALID_CURSOR' }) as Error,
    );
  });

  it.each(['2147483648', '99999999999', '-1', '1.5'])(
    'refuses %s where an integer is to be counted on',
    (part) => {
      expect(decodeCursor(encodeCursor(['2147483647']), ['count'])).toEqual(['2147483647']);
      expect(() => decodeCursor(encodeCursor([part]), ['count'])).toThrow(/"cursor"/);
    },
  );

  it.each(['a\0b', '\ud800'])('refuses text that Postgres cannot take (%j)', (part) => {
    expect(() => decodeCursor(encodeCursor([part]), ['text'])).toThrow(/"cursor"/);
  });

  it.each(['2026-02', '2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', 'now'])(
    'refuses %s as a point in time',
    (part) => {
      expect(() => decodeCursor(encodeCursor([part]), ['instant'])).toThrow(/"cursor"/);
    },
  );
});

describe('cutPage', () => {
  const keyOf = (id: string) => [id];

  it('ends the list when no row is left over', () => {
    expect(cutPage(['a', 'b'], 2, keyOf)).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(cutPage([], 2, keyOf)).toEqual({ items: [], nextCursor: null });
  });

  it('points behind the last row shown when there are more', () => {
    const page = cutPage(['a', 'b', 'c'], 2, keyOf);
    expect(page.items).toEqual(['a', 'b']);
    expect(decodeCursor(page.nextCursor ?? '', ['text'])).toEqual(['b']);
  });
});
