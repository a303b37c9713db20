import { countsText } from './progress-text.js';

const COUNTS = { total: 200, processed: 100, failed: 0, cancelled: 0, pending: 100, percent: 50 };

/** What is said of the time left. */
function timeLeft(earliest: number, latest: number): string | undefined {
  const eta = { seconds: earliest, earliest_seconds: earliest, latest_seconds: latest };
  return countsText({ ...COUNTS, images_per_second: 48.5, eta })
    .split(', ')
    .at(-1);
}

describe('countsText', () => {
  it('tells how fast it goes and how long it takes, where that is known', () => {
    const eta = { seconds: 16, earliest_seconds: 14, latest_seconds: 21 };
    expect(countsText({ ...COUNTS, images_per_second: 48.5, eta })).toBe(
      '50 %, 100 of 200, 48.5 images/s, 14 s to 21 s left',
    );
    expect(countsText({ ...COUNTS, images_per_second: null, eta: null })).toBe('50 %, 100 of 200');
  });

  it('tells the time left no finer than it is known', () => {
    expect(timeLeft(99, 99)).toBe('99 s left');
    expect(timeLeft(100, 110)).toBe('2 min left');
    expect(timeLeft(100, 600)).toBe('2 min to 10 min left');
    expect(timeLeft(7_200, 20_000)).toBe('2 h to 6 h left');
  });

  it('names what failed and what was cancelled', () => {
    const counts = { ...COUNTS, processed: 90, failed: 7, cancelled: 3 };
    expect(countsText({ ...counts, images_per_second: null, eta: null })).toBe(
      '50 %, 100 of 200, 7 failed, 3 cancelled',
    );
  });
});
