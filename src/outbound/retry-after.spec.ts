import { retryAfterMs } from './retry-after.js';

describe('retryAfterMs', () => {
  const now = Date.parse('2026-03-01T09:30:00Z');
  it.each([
    ['3', 3_000],
    ['Sun, 01 Mar 2026 09:30:20 GMT', 20_000],
    ['Sun, 01 Mar 2026 09:29:00 GMT', 0],
    ['86400', 300_000],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (header, ms) => {
    expect(retryAfterMs(header, now, 300_000)).toBe(ms);
  });
});
