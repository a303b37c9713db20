import { timeRangeFrom } from './time-range.js';

const range = (from?: string, to?: string) => timeRangeFrom({ from, to }, 'from', 'to');

describe('timeRangeFrom', () => {
  it('takes whole days, the last one included', () => {
    expect(range('2026-03-01', '2026-03-01')).toEqual({
      from: '2026-03-01T00:00:00.000Z',
      before: '2026-03-02T00:00:00.000Z',
    });
  });

  it('takes times, the last millisecond included', () => {
    expect(range(undefined, '2026-03-01T09:30:00Z')).toEqual({ before: '2026-03-01T09:30:00.001Z' });
  });

  it('is open at the end of all days', () => {
    expect(range('2026-03-01', '9999-12-31')).toEqual({ from: '2026-03-01T00:00:00.000Z' });
  });

  it('is open where nothing is said', () => {
    expect(range('', undefined)).toEqual({});
  });

  it('refuses a range that ends before it begins, and what is no day', () => {
    expect(() => range('2026-03-02', '2026-03-01')).toThrow(/"to" must not be before "from"/);
    expect(() => range('2026-02-30')).toThrow(/"from" must be a date/);
    expect(() => timeRangeFrom({ from: ['a', 'b'] }, 'from', 'to')).toThrow(/only once/);
  });
});
