import { daysOf } from './days.js';

const day = (name: string, measured: number) => ({
  day: name,
  visits: 1,
  images: measured,
  measured,
  failed: 0,
  cancelled: 0,
  pending: 0,
  removed: 0,
  success_percent: 100,
});

describe('The days of a group', () => {
  it('are all from the first with visits to the last', () => {
    const days = daysOf({ days: [day('2026-02-28', 3), day('2026-03-02', 4)] });
    expect(days.map(({ measured }) => measured)).toEqual([3, 0, 4]);
  });

  it('are none without visits', () => {
    expect(daysOf({ days: [] })).toEqual([]);
  });
});
