import { filterIn, isNarrowed, queryOf, withFilter, without, wordsOf } from './job-filter.js';

const NOW = Date.parse('2026-03-01T09:30:30Z');
const search = (text: string) => new URLSearchParams(text);

describe('filterIn', () => {
  it('reads what withFilter wrote, and leaves the rest of the address alone', () => {
    const filter = { state: 'failed', store_id: 'RP00001', label: 'team:north', period: '24h' };
    const written = withFilter(search('retry=7&code=HTTP_404&from=x'), filter);
    expect(filterIn(written)).toEqual(filter);
    expect(written.get('retry')).toBe('7');
    expect(written.has('code')).toBe(false);
  });

  it('takes empty values for none, and keeps those that make no sense for the API to refuse', () => {
    expect(filterIn(search('state=&reference=%20&code=%20A%20&from=yesterday'))).toEqual({
      code: 'A',
      from: 'yesterday',
    });
  });
});

describe('queryOf', () => {
  it('asks for a period by its beginning alone', () => {
    expect(queryOf({ state: 'failed', period: '1h' }, NOW)).toEqual({
      state: 'failed',
      from: '2026-03-01T08:31:00.000Z',
    });
  });

  it('leaves out a period that nobody knows, and takes times as they are', () => {
    expect(queryOf({ period: 'toString', from: '2026-03-01' }, NOW)).toEqual({ from: '2026-03-01' });
  });
});

describe('wordsOf', () => {
  it('says in words what can be taken away, the state not among it', () => {
    const filter = { state: 'failed', area_code: '7100015', code: 'HTTP_404', period: '24h' };
    const words = wordsOf(filter);
    expect(words.map(({ text }) => text)).toEqual(['Area 7100015', 'Last 24 hours', 'Failed with HTTP_404']);
    const left = words.reduce((rest, { fields }) => without(rest, ...fields), filter as object);
    expect(left).toEqual({ state: 'failed' });
    expect([isNarrowed(filter), isNarrowed(left)]).toEqual([true, false]);
  });

  it.each([
    [{ from: '2026-03-01' }, 'Since 2026-03-01'],
    [{ to: '2026-03-31' }, 'Until 2026-03-31'],
    [{ from: '2026-03-01', to: 'x' }, 'From 2026-03-01 to x'],
  ])('names the times of %j', (filter, text) => expect(wordsOf(filter)[0]?.text).toBe(text));
});
