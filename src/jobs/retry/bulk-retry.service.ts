import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import type { Page } from '../../common/cursor.js';
import { NothingToRetryError, UnknownRetryError } from '../jobs.errors.js';
import { BulkRetrier } from './bulk-retrier.js';
import type { BulkFilter } from './bulk-retry-request.js';
import { BulkRetryRepository, type BulkCounts, type BulkRetry } from './bulk-retry.repository.js';

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
   * @throws NothingToRetryError
   */
  async retry(
    filter: BulkFilter,
    sent: object,
    by: Caller,
  ): Promise<{ id: string; jobs: number; images: number }> {
    const { images } = await this.retries.count(filter);
    const retry = images > 0 ? await this.retries.store(filter, sent, by) : undefined;
    if (!retry)
      throw new NothingToRetryError('No settled job has a failed or cancelled image that fits the filter.');
    this.retrier.wake();
    return { ...retry, images };
  }

  /** What a retry would take; changes nothing. */
  preview(filter: BulkFilter): Promise<BulkCounts> {
    return this.retries.count(filter);
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
}
