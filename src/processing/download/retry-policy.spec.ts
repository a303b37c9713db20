import { ImageError, type Retry } from '../image-error.js';
import { statusError } from './download-error.js';
import { retryDelayMs } from './retry-policy.js';

const error = (retry: Retry, retryAfter?: number) => new ImageError('CODE', 'reason', retry, retryAfter);
const least = () => 0;

describe('retryDelayMs', () => {
  it('gives up at once what cannot heal', () => {
    expect(retryDelayMs(error('never'), { attempts: 1, throttles: 0 }, 3)).toBeUndefined();
  });

  it('doubles the pause from try to try, and gives up after the last', () => {
    const pauses = [1, 2, 3].map((attempts) =>
      retryDelayMs(error('charged'), { attempts, throttles: 0 }, 3, least),
    );
    expect(pauses).toEqual([200, 400, undefined]);
  });

  it('charges no try to an image whose host asked to come back later', () => {
    expect(retryDelayMs(error('throttled', 10_000), { attempts: 0, throttles: 9 }, 3, least)).toBe(51_200);
    expect(retryDelayMs(error('throttled', 60_000), { attempts: 0, throttles: 1 }, 3, least)).toBe(60_000);
  });

  it('waits five minutes at the most', () => {
    expect(retryDelayMs(error('throttled'), { attempts: 0, throttles: 30 }, 3, () => 1)).toBe(300_000);
  });
});

describe('statusError', () => {
  it.each([
    [404, 'never'],
    [403, 'never'],
    [204, 'never'],
    [501, 'never'],
    [408, 'charged'],
    [500, 'charged'],
    [503, 'charged'],
    [429, 'throttled'],
  ])('treats %d as %s', (status, retry) => {
    expect(statusError(status, undefined)).toMatchObject({ code: `HTTP_${status}`, retry });
  });

  it('waits no longer than five minutes for a host that asks for more', () => {
    expect(statusError(503, '86400')).toMatchObject({ retryAfterMs: 300_000 });
  });

  it('says the status in words', () => {
    expect(statusError(404, undefined).reason).toBe(
      'could not be downloaded: its server answered 404 (Not Found).',
    );
  });
});
