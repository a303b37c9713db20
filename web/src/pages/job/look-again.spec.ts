import { pauseAfter } from './look-again.js';

describe('pauseAfter', () => {
  it('is longer after each failure, and half a minute at the most', () =>
    expect([0, 1, 2, 5, 2_000].map(pauseAfter)).toEqual([1_500, 3_000, 6_000, 30_000, 30_000]));
});
