import { ALL_STORES, countOf, filterIn, toQuery, withFilter } from './store-filter.js';

const search = (text: string) => new URLSearchParams(text);

describe('The filter of stores', () => {
  it('is read as it was written', () => {
    const filter = {
      q: 'ganesh & sons',
      area_code: '7100015',
      active: 'false',
      category: 'medical',
      tag: 'vip',
      group: '4',
    } as const;
    expect(filterIn(search(withFilter(search(''), filter).toString()))).toEqual(filter);
  });

  it('leaves out of the address and of the question what is not set', () => {
    const filter = { ...ALL_STORES, q: 'ganesh' };
    expect(withFilter(search('area_code=1&active=true'), filter).toString()).toBe('q=ganesh');
    expect(toQuery(filter)).toEqual({ q: 'ganesh' });
  });

  it('takes no state that is none', () => {
    expect(filterIn(search('active=maybe&category=shoes'))).toEqual(ALL_STORES);
  });
});

describe('countOf', () => {
  const areas = [
    { area_code: '1', stores: 10, active_stores: 7 },
    { area_code: '2', stores: 5, active_stores: 5 },
  ];
  const some = { stores: 3, isAll: false };

  it.each([
    [ALL_STORES, 15],
    [{ ...ALL_STORES, area_code: '1' }, 10],
    [{ ...ALL_STORES, active: 'true' as const }, 12],
    [{ ...ALL_STORES, active: 'false' as const, area_code: '1' }, 3],
    [{ ...ALL_STORES, area_code: '9' }, 0],
  ])('knows from the areas how many stores fit %j', (filter, stores) => {
    expect(countOf(filter, areas, some)).toEqual({ stores, isAll: true });
  });

  it('tells of a search what was listed so far', () => {
    expect(countOf({ ...ALL_STORES, q: 'a' }, areas, some)).toEqual(some);
    expect(countOf({ ...ALL_STORES, category: 'medical' }, areas, some)).toEqual(some);
    expect(countOf(ALL_STORES, undefined, undefined)).toBeUndefined();
  });
});
