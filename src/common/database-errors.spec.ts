import { isDatabaseOutage, isDataRefused } from './database-errors.js';

describe('isDatabaseOutage', () => {
  it.each(['ECONNREFUSED', '57P01', '57P03', '08006', '53300'])('sees one in %s', (code) => {
    expect(isDatabaseOutage(Object.assign(new Error('x'), { code }))).toBe(true);
    expect(
      isDatabaseOutage(
        Object.assign(new Error('x'), { driverError: Object.assign(new Error('y'), { code }) }),
      ),
    ).toBe(true);
  });

  it('sees none in a statement that was refused', () => {
    expect(isDatabaseOutage(Object.assign(new Error('x'), { code: '23505' }))).toBe(false);
  });
});

describe('isDataRefused', () => {
  it('sees a refusal in values and constraints only', () => {
    expect(['22003', '23505'].every((code) => isDataRefused(Object.assign(new Error('x'), { code })))).toBe(
      true,
    );
    expect(
      ['57P01', 'ECONNRESET', '40P01'].some((code) => isDataRefused(Object.assign(new Error('x'), { code }))),
    ).toBe(false);
  });
});
