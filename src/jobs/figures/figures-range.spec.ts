import { figuresRangeFrom } from './figures-range.js';

const NOW = new Date('2026-03-10T10:20:30.400Z');
const RULE = { defaultDays: 1, maxDays: 92 };
const range = (query: Record<string, string>) => {
  const { from, before } = figuresRangeFrom(query, RULE, NOW);
  return [from.toISOString(), before.toISOString()];
};

describe('figuresRangeFrom', () => {
  it('means the last day, in whole minutes, when nothing is asked', () => {
    expect(range({})).toEqual(['2026-03-09T10:21:00.000Z', '2026-03-10T10:21:00.000Z']);
  });

  it('takes days as whole days in UTC, and times to their minute', () => {
    expect(range({ from: '2026-03-01', to: '2026-03-02' })).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-03T00:00:00.000Z',
    ]);
    expect(range({ from: '2026-03-01T10:00:59Z' })[0]).toBe('2026-03-01T10:00:00.000Z');
    expect(range({ to: '2026-03-02' })[0]).toBe('2026-03-02T00:00:00.000Z');
  });

  it('tells of 92 days, and refuses more with a way out', () => {
    expect(range({ from: '2026-01-01', to: '2026-04-02' })).toHaveLength(2);
    expect(() => range({ from: '2026-01-01', to: '2026-04-03' })).toThrow(
      /at most 92 days at once; ask for a shorter time by "from" and "to"/,
    );
  });

  it('refuses a time that has not begun', () => {
    expect(() => range({ from: '2026-03-11' })).toThrow('"from" must lie in the past.');
  });
});
