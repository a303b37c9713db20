import { jest } from '@jest/globals';

/**
 * Real processes, leases and pages have deadlines, and a machine that stands still for a moment misses one. Such a test
 * is asked once more; `npm test` names it in its summary. What fails twice is wrong.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true, waitBeforeRetry: 1_000 });
