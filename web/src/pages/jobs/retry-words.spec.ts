import { isThrough, sayRetry, sayRetryFilter, shareThrough, type Retry } from './retry-words.js';

const retry = (jobs: Partial<Retry['jobs']>): Retry =>
  ({
    images: 340,
    jobs: { total: 12, waiting: 0, reopened: 11, skipped: 1, settled: 11, failed: 0, ...jobs },
  }) as Retry;

describe('A retry of many jobs', () => {
  it('is through when no job waits, and all that were reopened have ended', () => {
    const waiting = retry({ waiting: 3, reopened: 8, settled: 8 });
    const running = retry({ settled: 8 });
    expect([retry({}), waiting, running].map(isThrough)).toEqual([true, false, false]);
    expect([retry({}), waiting, running].map(shareThrough)).toEqual([100, 75, 75]);
  });

  it('is told in a sentence', () => {
    expect(sayRetry(retry({ settled: 8, skipped: 0 }))).toBe('8 of 12 jobs are through, 340 images');
    expect(sayRetry(retry({ failed: 2 }))).toBe(
      '12 jobs are through, 340 images; 2 have failures again, 1 was skipped',
    );
  });

  it('tells what was asked for', () => {
    expect(sayRetryFilter({ job_ids: ['1', '2', '3', '4'], codes: ['HTTP_503'] })).toBe(
      '4 chosen jobs, HTTP_503',
    );
    expect(sayRetryFilter({ status: 'failed', label: 'team:north' })).toBe('failed jobs, label team:north');
  });
});
