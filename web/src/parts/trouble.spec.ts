import { inTrouble } from './trouble.js';

const area = (area_code: string, measured: number, failed: number) => ({ area_code, measured, failed });

describe('inTrouble', () => {
  it('puts the worst rate first, but not for a single bad photo', () => {
    const areas = [area('one bad', 0, 1), area('some', 90, 10), area('many', 60, 40), area('none', 500, 0)];
    expect(inTrouble(areas).map(({ area_code }) => area_code)).toEqual(['many', 'one bad', 'some']);
  });
});
