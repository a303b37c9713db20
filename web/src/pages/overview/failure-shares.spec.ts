import { failureShares, sayShares } from './failure-shares.js';

describe('failureShares', () => {
  it('puts the most frequent codes first', () => {
    expect(sayShares(failureShares({ TLS_FAILED: 1, HTTP_404: 3 }))).toBe('HTTP_404 75 %, TLS_FAILED 25 %');
  });

  it('puts what is rare together, so that nothing is lost', () => {
    const codes = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`HTTP_50${n}`, 10 - n]));
    const shares = failureShares(codes);
    expect(shares).toHaveLength(7);
    expect(shares[6]).toMatchObject({ name: '3 other reasons', code: null, images: 4 + 3 + 2 });
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
  });

  it('has no rows where nothing failed', () => expect(failureShares({})).toEqual([]));
});
