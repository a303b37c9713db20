import { sharesOf } from './stages.js';

describe('sharesOf', () => {
  it('shows what part of the time each stage took', () => {
    expect(sharesOf([20, 30, null, 0, 50])).toEqual([20, 30, 0, 0, 50]);
  });

  it('leaves a sliver to what took next to nothing, and nothing to nothing', () => {
    expect(sharesOf([1, 100_000])[0]).toBe(0.5);
    expect(sharesOf([null, null])).toEqual([0, 0]);
  });
});
