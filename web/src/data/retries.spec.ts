import { ApiError } from '../api/api-error.js';
import { mayPass, retryDelay, shouldRetry, UnreachableError } from './retries.js';

const refused = (status: number, retryAfterMs?: number) => new ApiError(status, 'CODE', 'No.', retryAfterMs);

describe('shouldRetry', () => {
  it.each([new UnreachableError(), refused(502), refused(503)])(
    'waits for as long as it takes: %#',
    (error) => expect(shouldRetry(1_000, error)).toBe(true),
  );

  it.each([refused(500), refused(429), new SyntaxError('not JSON')])(
    'gives up after some tries, but may look again later: %#',
    (error) =>
      expect([shouldRetry(2, error), shouldRetry(3, error), mayPass(error)]).toEqual([true, false, true]),
  );

  it('does not ask again for what was refused', () => {
    expect([shouldRetry(0, refused(404)), mayPass(refused(404))]).toEqual([false, false]);
  });
});

describe('retryDelay', () => {
  it('grows up to ten seconds, and is what the service asks for where that is longer', () => {
    expect([0, 1, 20].map((failures) => retryDelay(failures, refused(500)))).toEqual([1_000, 1_500, 10_000]);
    expect(retryDelay(0, refused(429, 30_000))).toBe(30_000);
  });
});
