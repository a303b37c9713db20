import { boundsOf, periodIn, periodOfFields, sayPeriod, toField, withPeriod } from './period.js';

const search = (text: string) => new URLSearchParams(text);
const MARCH = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' };

describe('periodIn', () => {
  it('reads what withPeriod wrote, and leaves the rest of the address alone', () => {
    for (const period of [{ last: '7d' } as const, MARCH]) {
      const written = withPeriod(search('area=1&period=1h&from=x&to=y'), period);
      expect(written.get('area')).toBe('1');
      expect(periodIn(written, '24h')).toEqual(period);
    }
  });

  it.each([
    '',
    'period=9y',
    'period=toString',
    'from=2026-03-01',
    'from=2026-03-02&to=2026-03-01',
    'from=x&to=y',
  ])('falls back where "%s" is no period', (text) =>
    expect(periodIn(search(text), '24h')).toEqual({ last: '24h' }),
  );
});

describe('boundsOf', () => {
  const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

  it('includes the running minute, and stays the same within it', () => {
    const bounds = boundsOf({ last: '1h' }, at('09:30:01'));
    expect(bounds).toEqual({ from: '2026-03-01T08:31:00.000Z', to: '2026-03-01T09:31:00.000Z' });
    expect(boundsOf({ last: '1h' }, at('09:30:59'))).toEqual(bounds);
    expect(boundsOf({ last: '1h' }, at('09:31:01'))).not.toEqual(bounds);
  });

  it('takes times as they are', () => expect(boundsOf(MARCH, at('09:30:00'))).toEqual(MARCH));
});

describe('periodOfFields', () => {
  it('takes what toField shows', () => {
    expect(periodOfFields(toField(MARCH.from), toField(MARCH.to), 1)).toEqual(MARCH);
  });

  it.each([
    ['', '2026-03-01T00:00', 'Fill in both times.'],
    ['2026-03-01T00:00', '2026-03-01T00:00', 'The end must come after the beginning.'],
    ['2026-03-01T00:00', '2026-03-03T00:01', 'A period has at most 2 days.'],
  ])('says why it cannot take %s to %s', (from, to, sentence) => {
    expect(periodOfFields(from, to, 2)).toBe(sentence);
  });
});

describe('sayPeriod', () => {
  it('names periods that end now, and both ends of others', () => {
    expect(sayPeriod({ last: '24h' })).toBe('Last 24 hours');
    expect(sayPeriod(MARCH)).toMatch(/Mar.*2026.*2026/);
  });
});
