import { periodFrom } from './period.js';

const NOW = new Date('2026-03-10T10:20:30.400Z');
const period = (query: Record<string, string>) => {
  const { from, before, step } = periodFrom(query, NOW);
  return [from.toISOString(), before.toISOString(), step];
};

describe('periodFrom', () => {
  it('means the last hour, in whole minutes, when nothing is asked', () => {
    expect(period({})).toEqual(['2026-03-10T09:20:00.000Z', '2026-03-10T10:21:00.000Z', 'minute']);
  });

  it('takes days as whole days in UTC', () => {
    expect(period({ from: '2026-03-01', to: '2026-03-02' })).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-03T00:00:00.000Z',
      'hour',
    ]);
  });

  it.each([
    ['2026-03-10', '2026-03-10', 'minute'],
    ['2026-03-01', '2026-03-10', 'hour'],
    ['2026-01-01', '2026-03-10', 'day'],
  ])('chooses a step that fits: %s to %s by the %s', (from, to, step) => {
    expect(periodFrom({ from, to }, NOW).step).toBe(step);
  });

  it('tells minutes of seven days, and refuses more with a way out', () => {
    expect(periodFrom({ from: '2026-03-04', to: '2026-03-10', step: 'minute' }, NOW).step).toBe('minute');
    expect(() => periodFrom({ from: '2026-03-03', to: '2026-03-10', step: 'minute' }, NOW)).toThrow(
      /at most 7 days at once; ask for "step=hour"/,
    );
    expect(periodFrom({ from: '2026-03-03', to: '2026-03-10', step: 'hour' }, NOW).step).toBe('hour');
  });

  it('refuses a time that has not begun', () => {
    expect(() => periodFrom({ from: '2026-03-11' }, NOW)).toThrow('"from" must lie in the past.');
  });
});
