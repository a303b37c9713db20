import { allDays, sayDay } from './days.js';

const day = (date: string, visits: number) => ({ day: date, visits, measured: visits, failed: 0 });

describe('allDays', () => {
  it('fills the days without visits, over the end of a month', () => {
    const bounds = { from: '2026-02-27T12:00:00.000Z', to: '2026-03-02T00:01:00.000Z' };
    const days = allDays([day('2026-02-27', 2), day('2026-03-01', 1)], bounds);
    expect(days.map(({ day, visits }) => [day, visits])).toEqual([
      ['2026-02-27', 2],
      ['2026-02-28', 0],
      ['2026-03-01', 1],
      ['2026-03-02', 0],
    ]);
  });

  it('ends before a day that only begins at the end', () => {
    const bounds = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' };
    expect(allDays([], bounds)).toHaveLength(1);
  });
});

describe('sayDay', () => {
  it('names the day in UTC, wherever the viewer is', () => expect(sayDay('2026-03-01')).toBe('Mar 1'));
});
