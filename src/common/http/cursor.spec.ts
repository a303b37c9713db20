import { encodeCursor } from '../cursor.js';
import { parseCursor, parseLimit } from './cursor.js';

describe('parseLimit', () => {
  it.each([
    [undefined, 50],
    ['', 50],
    ['1', 1],
    ['500', 500],
  ])('reads %j as %d', (value, limit) => {
    expect(parseLimit(value)).toBe(limit);
  });

  it.each(['0', '501', '-1', '1.5', '1e2', 'ten', ' 5', ['5', '6']])('refuses %j by its name', (value) => {
    expect(() => parseLimit(value)).toThrow(/^"limit" must be a whole number from 1 to 500/);
  });
});

describe('parseCursor', () => {
  it.each([undefined, ''])('takes %j as the first page', (value) => {
    expect(parseCursor(value, ['text'])).toBeUndefined();
  });

  it('reads the key of an earlier page', () => {
    expect(parseCursor(encodeCursor(['RP00001']), ['text'])).toEqual(['RP00001']);
  });

  it('refuses a cursor that is given twice', () => {
    expect(() => parseCursor(['a', 'b'], ['text'])).toThrow(
      expect.objectContaining({ code: 'INVALID_CURSOR' }) as Error,
    );
  });
});
