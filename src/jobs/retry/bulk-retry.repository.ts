import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { cutPage, type Page } from '../../common/cursor.js';
import { readBulkFilter, type BulkFilter } from './bulk-retry-request.js';
import { COUNT_MANY, filterValues, MARK_DONE, NEXT_JOB, STORE_RETRY, SUMMARIES } from './bulk-retry.sql.js';
import type { RetryCounts } from './retry-filter.js';
import { reopen } from './retry.repository.js';

export interface BulkCounts extends RetryCounts {
  /** Settled jobs with images that fit. */
  readonly jobs: number;
  /** Jobs that fit but are ongoing, of which nothing would be taken. */
  readonly ongoing: number;
}

/** A retry of many jobs, and how far it is. */
export interface BulkRetry {
  readonly id: string;
  readonly filter: Record<string, unknown>;
  readonly actor: string | null;
  readonly createdAt: Date;
  readonly jobs: number;
  readonly waiting: number;
  readonly reopened: number;
  readonly skipped: number;
  readonly images: number;
  readonly settled: number;
  readonly failed: number;
}

interface WaitingJob {
  readonly retryId: string;
  readonly jobId: string;
  readonly filter: Record<string, unknown>;
  readonly actor: string | null;
}

@Injectable()
export class BulkRetryRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async count(filter: BulkFilter): Promise<BulkCounts> {
    const [counts] = await this.dataSource.query<[BulkCounts]>(COUNT_MANY, filterValues(filter));
    return counts;
  }

  /** Stores a retry with its jobs; they are reopened one after another later. @returns undefined when no job fits */
  async store(
    filter: BulkFilter,
    sent: object,
    by: Caller,
  ): Promise<{ id: string; jobs: number } | undefined> {
    const values = [...filterValues(filter), ...actorValues(by), JSON.stringify(sent)];
    const [retry] = await this.dataSource.query<{ id: string; jobs: number }[]>(STORE_RETRY, values);
    return retry;
  }

  /**
   * Reopens the next job that waits, in a transaction of its own: a process that dies over it leaves it to the next.
   *
   * @returns that job, reopened or skipped; undefined when none waits
   */
  reopenNext(): Promise<string | undefined> {
    return this.dataSource.transaction(async (transaction) => {
      const [job] = await transaction.query<WaitingJob[]>(NEXT_JOB);
      if (!job) return undefined;
      const { retryId, jobId, filter, actor } = job;
      const by = { id: '', name: actor ?? '', scopes: [], address: '', requestId: '' };
      const { choice } = readBulkFilter(filter);
      const result = await reopen(transaction, jobId, choice, { by, filter, retryId });
      const { run, images } = result.kind === 'reopened' ? result : { run: null, images: null };
      await transaction.query(MARK_DONE, [retryId, jobId, run, images]);
      return jobId;
    });
  }

  async find(id: string): Promise<BulkRetry | undefined> {
    const [retry] = await this.dataSource.query<BulkRetry[]>(SUMMARIES, [id, null, 1]);
    return retry;
  }

  /** Newest first. */
  async findPage(beforeId: string | undefined, limit: number): Promise<Page<BulkRetry>> {
    const rows = await this.dataSource.query<BulkRetry[]>(SUMMARIES, [null, beforeId ?? null, limit + 1]);
    return cutPage(rows, limit, ({ id }) => [id]);
  }
}
