import fc from 'fast-check';
import { progressOf, stateOf, statusOf } from './job-status.js';

const counters = fc
  .record({ processed: fc.nat(50), failed: fc.nat(50), cancelled: fc.nat(50), pending: fc.nat(50) })
  .map(({ pending, ...settled }) => ({
    ...settled,
    total: pending + settled.processed + settled.failed + settled.cancelled,
  }))
  .filter(({ total }) => total > 0);

describe('progressOf', () => {
  it('always adds up to the total', () => {
    fc.assert(
      fc.property(counters, (job) => {
        const { processed, failed, cancelled, pending, total } = progressOf(job);
        expect(processed + failed + cancelled + pending).toBe(total);
      }),
    );
  });

  it('says 100 percent only when nothing is pending', () => {
    fc.assert(
      fc.property(counters, (job) => (progressOf(job).percent === 100) === (progressOf(job).pending === 0)),
    );
  });

  it('rounds down, so that one image of 100,000 left is not 100 percent', () => {
    expect(progressOf({ total: 100_000, processed: 99_999, failed: 0, cancelled: 0 }).percent).toBe(99.9);
  });
});

describe('statusOf', () => {
  it.each([
    ['ongoing', { total: 2, processed: 1, failed: 0, cancelled: 0 }],
    ['ongoing', { total: 2, processed: 0, failed: 1, cancelled: 0 }],
    ['completed', { total: 2, processed: 2, failed: 0, cancelled: 0 }],
    ['failed', { total: 2, processed: 1, failed: 1, cancelled: 0 }],
    ['failed', { total: 2, processed: 1, failed: 0, cancelled: 1 }],
  ])('is %s for %j', (status, job) => {
    expect(statusOf(job)).toBe(status);
  });
});

describe('stateOf', () => {
  const ongoing = { total: 2, processed: 1, failed: 0, cancelled: 0 };
  const none = { startedAt: null, pausedAt: null, cancelledAt: null };
  const at = new Date();

  it.each([
    ['queued', { ...ongoing, ...none }],
    ['running', { ...ongoing, ...none, startedAt: at }],
    ['paused', { ...ongoing, ...none, startedAt: at, pausedAt: at }],
    ['completed', { ...ongoing, ...none, processed: 2, pausedAt: at }],
    ['failed', { ...ongoing, ...none, failed: 1 }],
    ['cancelled', { ...ongoing, ...none, cancelled: 1, cancelledAt: at }],
  ])('is %s for %j', (state, job) => {
    expect(stateOf(job)).toBe(state);
  });
});
