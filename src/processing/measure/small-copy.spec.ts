import { copySides } from './small-copy.js';

describe('copySides', () => {
  it.each([
    [64, 48, { width: 64, height: 48 }],
    [1_280, 960, { width: 256, height: 192 }],
    [4_000, 3_000, { width: 333, height: 250 }],
    [9_000, 6_000, { width: 750, height: 500 }],
    [300, 8, undefined],
    [7, 7, undefined],
  ])('of %i x %i', (width, height, sides) => {
    expect(copySides({ width, height })).toEqual(sides);
  });
});
