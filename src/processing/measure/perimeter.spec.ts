import { perimeterPx } from './perimeter.js';

describe('perimeterPx', () => {
  it.each([
    [{ width: 1, height: 1 }, 4],
    [{ width: 1200, height: 900 }, 4200],
    [{ width: 20_000, height: 2 }, 40_004],
  ])('of %j is %d', (size, expected) => {
    expect(perimeterPx(size)).toBe(expected);
  });

  it.each([0, -1, 1.5, NaN])('refuses a side of %d', (side) => {
    expect(() => perimeterPx({ width: side, height: 1 })).toThrow(RangeError);
    expect(() => perimeterPx({ width: 1, height: side })).toThrow(RangeError);
  });
});
