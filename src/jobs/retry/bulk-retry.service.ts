import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import type { Page } from '../../common/cursor.js';
import { NothingToRetryError, RetryTooLargeError, UnknownRetryError } from '../jobs.errors.js';
import { BulkRetrier } from './bulk-retrier.js';
import type { BulkFilter } from './bulk-retry-request.js';
import {
  BulkRetryRepository,
  type BulkCounts,
  type BulkRetry,
  type BulkSize,
} from './bulk-retry.repository.js';
import { MAX_IMAGES, MAX_JOBS } from './bulk-retry.sql.js';
import { choosesAll } from './retry-filter.js';

/** Runs failed and cancelled images of many jobs again. */
@Injectable()
export class BulkRetryService {
  constructor(
    private readonly retries: BulkRetryRepository,
    private readonly retrier: BulkRetrier,
  ) {}

  /**
   * Stores which jobs are meant; they are reopened one after another after the answer, whatever dies meanwhile.
   *
   * @param sent the filter as it was sent
   * @throws NothingToRetryError, RetryTooLargeError
   */
  async retry(
    filter: BulkFilter,
    sent: object,
    by: Caller,
  ): Promise<{ id: string; jobs: number; images: number }> {
    const size = await this.measure(filter);
    const images = choosesAll(filter.choice) ? size.again : (await this.search(filter, size)).images;
    const retry = images > 0 ? await this.retries.store(filter, sent, by) : undefined;
    if (!retry)
      throw new NothingToRetryError('No settled job has a failed or cancelled image that fits the filter.');
    this.retrier.wake();
    return { ...retry, images };
  }

  /**
   * What a retry would take; changes nothing.
   *
   * @throws RetryTooLargeError
   */
  async preview(filter: BulkFilter): Promise<BulkCounts> {
    return this.search(filter, await this.measure(filter));
  }

  /** @throws UnknownRetryError */
  async find(id: string): Promise<BulkRetry> {
    const retry = /^\d{1,18}$/.test(id) ? await this.retries.find(id) : undefined;
    if (!retry) throw new UnknownRetryError(id);
    return retry;
  }

  list(beforeId: string | undefined, limit: number): Promise<Page<BulkRetry>> {
    return this.retries.findPage(beforeId, limit);
  }

  private async measure(filter: BulkFilter): Promise<BulkSize> {
    const size = await this.retries.measure(filter);
    if (size.jobs > MAX_JOBS) throw new RetryTooLargeError(`more than ${MAX_JOBS} jobs`);
    return size;
  }

  /** Looks for images that fit, which takes as long as the jobs are large. */
  private async search(filter: BulkFilter, { total }: BulkSize): Promise<BulkCounts> {
    if (total > MAX_IMAGES) {
      throw new RetryTooLargeError(`jobs with more than ${MAX_IMAGES} images to look through`);
    }
    return this.retries.count(filter);
  }
}
