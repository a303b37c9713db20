import { jest } from '@jest/globals';
import { insider } from '../../../src/access/caller.js';
import type { BulkRetrier } from '../../../src/jobs/retry/bulk-retrier.js';
import { readBulkFilter } from '../../../src/jobs/retry/bulk-retry-request.js';
import { BulkRetryRepository } from '../../../src/jobs/retry/bulk-retry.repository.js';
import { BulkRetryService } from '../../../src/jobs/retry/bulk-retry.service.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { groupsOn } from '../../support/groups.js';

describe('A retry of many jobs', () => {
  const wake = jest.fn();
  const sent = (name: string, more = {}) => ({ reference: name, ...more });
  let database: TestDatabase;
  let service: BulkRetryService;

  beforeAll(async () => {
    database = await createTestDatabase();
    const retrier: Pick<BulkRetrier, 'wake'> = { wake };
    const retries = new BulkRetryRepository(database.dataSource, groupsOn(database.dataSource));
    service = new BulkRetryService(retries, retrier as BulkRetrier);
  });
  afterAll(() => database?.drop());

  /** Jobs of so many images each, all failed, without rows for them. */
  const settledJobs = (name: string, jobs: number, images: number) =>
    database.dataSource.query(
      `INSERT INTO jobs (reference, visit_count, total, failed, settled_at)
       SELECT $1, 1, $3, $3, now() FROM generate_series(1, $2::int)`,
      [name, jobs, images],
    );

  const retry = (filter: object) => service.retry(readBulkFilter({ ...filter }), filter, insider('cli'));

  it('may be about 10,000 jobs, and not one more', async () => {
    await settledJobs('many', 10_001, 1);
    const tooLarge = { code: 'RETRY_TOO_LARGE' };
    await expect(retry(sent('many'))).rejects.toMatchObject(tooLarge);
    await expect(service.preview(readBulkFilter(sent('many')))).rejects.toMatchObject(tooLarge);
    expect(wake).not.toHaveBeenCalled();
    await database.dataSource.query(
      `DELETE FROM jobs WHERE id = (SELECT max(id) FROM jobs WHERE reference = 'many')`,
    );
    expect(await retry(sent('many'))).toMatchObject({ jobs: 10_000, images: 10_000 });
    expect(wake).toHaveBeenCalled();
  });

  it('looks through a million images for some, and takes all of more without a look', async () => {
    await settledJobs('vast', 2, 500_001);
    await expect(retry(sent('vast', { codes: ['HTTP_404'] }))).rejects.toMatchObject({
      code: 'RETRY_TOO_LARGE',
    });
    expect(await retry(sent('vast'))).toMatchObject({ jobs: 2, images: 1_000_002 });
    await settledJobs('large', 2, 500_000);
    await expect(retry(sent('large', { codes: ['HTTP_404'] }))).rejects.toMatchObject({
      code: 'NOTHING_TO_RETRY',
    });
  });
});
