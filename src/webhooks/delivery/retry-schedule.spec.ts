import { MAX_TRIES, pauseAfter } from './retry-schedule.js';

const middle = () => 0.5;
const pauses = (baseMs: number, random = middle) =>
  Array.from({ length: MAX_TRIES }, (_, n) => pauseAfter(n + 1, baseMs, 0, random));

describe('pauseAfter', () => {
  it('grows from seconds to hours, and ends after about a day', () => {
    const [first, second, ...rest] = pauses(5_000);
    expect([first, second, rest.at(-2), rest.at(-1)]).toEqual([5_000, 30_000, 21_600_000, undefined]);
    const hours = pauses(5_000).reduce<number>((sum, ms) => sum + (ms ?? 0), 0) / 3_600_000;
    expect(hours).toBeCloseTo(23.7, 1);
  });

  it('follows the base', () => {
    expect(pauses(10).slice(0, 3)).toEqual([10, 60, 240]);
  });

  it('differs by a tenth to both sides', () => {
    expect(pauseAfter(1, 5_000, 0, () => 0)).toBeCloseTo(4_500);
    expect(pauseAfter(1, 5_000, 0, () => 1)).toBeCloseTo(5_500);
  });

  it('waits as long as the receiver asks, but no more than an hour for that', () => {
    expect(pauseAfter(1, 5_000, 60_000, middle)).toBe(60_000);
    expect(pauseAfter(1, 5_000, 86_400_000, middle)).toBe(3_600_000);
    expect(pauseAfter(8, 5_000, 60_000, middle)).toBe(14_400_000);
  });
});
