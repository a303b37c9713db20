import type { ImageListRepository, NumberedFailure } from '../reading/image-list.repository.js';
import { FailureReader } from './failure-reader.js';

/** Failures of a job that change when it runs again, and how often they were read. */
function house() {
  const failed = [1, 2, 3];
  let reads = 0;
  const findFailures = (_: string, limit: number, after: number) => {
    reads += 1;
    const numbers = failed.filter((failureNo) => failureNo > after).slice(0, limit);
    return Promise.resolve(numbers.map((failureNo) => ({ failureNo }) as NumberedFailure));
  };
  const reader = new FailureReader({ findFailures } as unknown as ImageListRepository);
  return { reader, failed, reads: () => reads };
}

describe('FailureReader', () => {
  it('reads once for all who are at the same place', async () => {
    const { reader, reads } = house();
    const job = { id: '1', run: 0, lastFailureNo: 3 };
    const batches = await Promise.all([reader.read(job, 0), reader.read(job, 0)]);
    expect([batches.map((batch) => batch?.lastNo), reads()]).toEqual([[3, 3], 1]);
    expect((await reader.read({ ...job, lastFailureNo: 4 }, 0))?.lastNo).toBe(3);
    expect(reads()).toBe(2);
  });

  it('tells no failure of the run before, though a retry leaves the newest number as it is', async () => {
    const { reader, failed } = house();
    expect((await reader.read({ id: '1', run: 0, lastFailureNo: 3 }, 0))?.lastNo).toBe(3);
    failed.length = 0;
    expect(await reader.read({ id: '1', run: 1, lastFailureNo: 3 }, 0)).toBeUndefined();
  });
});
