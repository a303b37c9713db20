import { insider } from '../../access/caller.js';
import { JobSettledError } from '../jobs.errors.js';
import type { JobListRepository } from '../reading/job-list.repository.js';
import { BulkCancelService } from './bulk-cancel.service.js';
import type { JobControlRepository } from './job-control.repository.js';
import type { JobControlService } from './job-control.service.js';

const by = insider('cli');
const FILTER = { status: 'ongoing' as const, created: {} };

/** Twelve jobs, of which some cannot be cancelled. */
function house(errors: Readonly<Record<string, Error>> = {}) {
  const told = { recorded: [] as object[], atOnce: 0, atOnceMost: 0 };
  const items = Array.from({ length: 12 }, (_, n) => ({ id: String(12 - n), settledAt: null }));
  const list = { findPage: () => Promise.resolve({ items, nextCursor: null }) };
  const control = {
    cancel: async (id: string) => {
      told.atOnceMost = Math.max(told.atOnceMost, (told.atOnce += 1));
      await new Promise(setImmediate);
      told.atOnce -= 1;
      if (errors[id]) throw errors[id];
      return 10;
    },
  };
  const log = {
    recordMany: (_: object, counts: object) => Promise.resolve(void told.recorded.push({ ...counts })),
  };
  const service = new BulkCancelService(
    list as unknown as JobListRepository,
    control as unknown as JobControlService,
    log as unknown as JobControlRepository,
  );
  return { told, cancel: () => service.cancel(FILTER, {}, by) };
}

describe('BulkCancelService', () => {
  it('records once what was cancelled and what was skipped', async () => {
    const { told, cancel } = house({ 7: new JobSettledError('7', 'completed') });
    const counts = { jobs: 11, images: 110, skipped: 1 };
    expect(await cancel()).toEqual(counts);
    expect(told.recorded).toEqual([counts]);
  });

  it('records what was done when the database fails in the middle, and begins no other', async () => {
    const { told, cancel } = house({ 7: new Error('away') });
    await expect(cancel()).rejects.toThrow('away');
    expect(told.recorded).toEqual([{ jobs: 7, images: 70, skipped: 0 }]);
  });

  it('cancels no more jobs at once for many callers than for one', async () => {
    const { told, cancel } = house();
    await cancel();
    const alone = told.atOnceMost;
    await Promise.all([cancel(), cancel(), cancel()]);
    expect([alone, told.atOnceMost]).toEqual([4, 4]);
  });
});
