import { nextSort, sortAreas, sortingIn, WORST_FIRST, type Area } from './area-order.js';

const area = (area_code: string, measured: number, failed: number) => {
  const images = measured + failed;
  const success_percent = images === 0 ? null : (100 * measured) / images;
  return { area_code, images, measured, failed, success_percent } as Area;
};
const AREAS = [area('calm', 90, 0), area('bad', 50, 50), area('none', 0, 0), area('unlucky', 0, 1)];
const codes = (areas: readonly Area[]) => areas.map(({ area_code }) => area_code);

describe('sortAreas', () => {
  it('puts first what is surely in trouble, and last what nobody visited', () => {
    expect(codes(sortAreas(AREAS, WORST_FIRST))).toEqual(['bad', 'unlucky', 'calm', 'none']);
  });

  it('keeps areas without a value last, whichever way', () => {
    const sorted = (isUp: boolean) => codes(sortAreas(AREAS, { by: 'success', isUp }));
    expect(sorted(true)).toEqual(['unlucky', 'bad', 'calm', 'none']);
    expect(sorted(false)).toEqual(['calm', 'bad', 'unlucky', 'none']);
  });
});

describe('nextSort', () => {
  it('begins with what one looks for, then turns round', () => {
    expect(nextSort(WORST_FIRST, 'failed')).toBe('-failed');
    expect(nextSort(WORST_FIRST, 'success')).toBe('success');
    const sorting = sortingIn(new URLSearchParams('sort=-failed'));
    expect(sorting).toEqual({ by: 'failed', isUp: false });
    expect(nextSort(sorting, 'failed')).toBe('failed');
  });

  it.each(['', 'sort=nonsense', 'sort=-'])('is by trouble where the address says "%s"', (text) => {
    expect(sortingIn(new URLSearchParams(text))).toEqual(WORST_FIRST);
  });
});
