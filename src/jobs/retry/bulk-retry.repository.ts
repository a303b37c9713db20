import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { cutPage, type Page } from '../../common/cursor.js';
import { DomainError } from '../../common/domain-error.js';
import { GroupsService } from '../../groups/groups.service.js';
import type { GroupCondition } from '../../stores/store-condition.js';
import { readBulkFilter, type BulkFilter } from './bulk-retry-request.js';
import {
  countMany,
  filterValues,
  jobValues,
  MARK_DONE,
  MEASURE,
  NEXT_JOB,
  PUT_OFF,
  storeRetry,
  SUMMARIES,
} from './bulk-retry.sql.js';
import { inGroup } from './in-group.sql.js';
import type { RetryCounts } from './retry-filter.js';
import { reopen, type Reopened } from './retry.repository.js';

export interface BulkCounts extends RetryCounts {
  /** Settled jobs with images that fit. */
  readonly jobs: number;
  /** Jobs that fit but are ongoing, of which nothing would be taken. */
  readonly ongoing: number;
}

/** How much a retry is about; no more than one job above the limit is counted. */
export interface BulkSize {
  readonly jobs: number;
  /** Images of these jobs, whatever became of them. */
  readonly total: number;
  /** Of the settled jobs, images that failed or were cancelled. */
  readonly again: number;
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

/** Who belongs to a group may change while its jobs are reopened; it is asked again after so long. */
const GROUP_GOOD_MS = 3_000;

/** What became of a job when it was its turn; after an error its turn comes again, some times. */
export interface Turn {
  readonly retryId: string;
  readonly jobId: string;
  readonly result:
    Reopened | { readonly kind: 'no-group' } | { readonly kind: 'error'; readonly error: unknown };
}

@Injectable()
export class BulkRetryRepository {
  private known?: { readonly group: string; readonly condition: GroupCondition; readonly at: number };

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly groups: GroupsService,
  ) {}

  /** Without a look at any image, and so by the jobs alone. */
  async measure(filter: BulkFilter): Promise<BulkSize> {
    const [size] = await this.dataSource.query<[BulkSize]>(MEASURE, jobValues(filter));
    return size;
  }

  /** @throws DomainError `GROUP_NOT_FOUND` */
  async count(filter: BulkFilter): Promise<BulkCounts> {
    const group = await this.groups.conditionIfNamed(filter.choice.group);
    const { text, values } = inGroup(countMany, filterValues(filter), group);
    const [counts] = await this.dataSource.query<[BulkCounts]>(text, values);
    return counts;
  }

  /** Stores a retry with its jobs; they are reopened one after another later. @returns undefined when no job fits */
  async store(
    filter: BulkFilter,
    sent: object,
    by: Caller,
  ): Promise<{ id: string; jobs: number } | undefined> {
    const given = [...filterValues(filter), ...actorValues(by), JSON.stringify(sent)];
    const group = await this.groups.conditionIfNamed(filter.choice.group);
    const { text, values } = inGroup(storeRetry, given, group);
    const [retry] = await this.dataSource.query<{ id: string; jobs: number }[]>(text, values);
    return retry;
  }

  /**
   * Reopens the next job that waits, in a transaction of its own: a process that dies over it leaves it to the next. A
   * job that cannot be reopened is put off, and does not keep the others waiting.
   *
   * @returns that job, reopened, skipped or put off; undefined when none waits
   */
  async reopenNext(): Promise<Turn | undefined> {
    let taken: WaitingJob | undefined;
    try {
      return await this.dataSource.transaction(async (transaction) => {
        [taken] = await transaction.query<WaitingJob[]>(NEXT_JOB);
        return taken && (await this.takeTurn(transaction, taken));
      });
    } catch (error) {
      if (!taken) throw error;
      const { retryId, jobId } = taken;
      await this.dataSource.query(PUT_OFF, [retryId, jobId, String(error)]);
      return { retryId, jobId, result: { kind: 'error', error } };
    }
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

  /** A job whose group is not there any more is skipped; its turn would come in vain again and again. */
  private async takeTurn(transaction: EntityManager, job: WaitingJob): Promise<Turn> {
    const { retryId, jobId, filter, actor } = job;
    const by = { id: '', name: actor ?? '', scopes: [], address: '', requestId: '' };
    const { choice } = readBulkFilter(filter);
    const group = choice.group === undefined ? undefined : await this.conditionOf(choice.group);
    const result =
      group === 'gone'
        ? ({ kind: 'no-group' } as const)
        : await reopen(transaction, jobId, choice, group, { by, filter, retryId });
    const [run, images, reason] =
      result.kind === 'reopened' ? [result.run, result.images, null] : [null, null, result.kind];
    await transaction.query(MARK_DONE, [retryId, jobId, run, images, reason]);
    return { retryId, jobId, result };
  }

  /** The group as it is, or was some seconds ago: jobs are many, and their transactions wait for it. */
  private async conditionOf(group: string): Promise<GroupCondition | 'gone'> {
    if (this.known?.group === group && performance.now() - this.known.at < GROUP_GOOD_MS)
      return this.known.condition;
    try {
      const condition = await this.groups.conditionOf(group);
      this.known = { group, condition, at: performance.now() };
      return condition;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'GROUP_NOT_FOUND') return 'gone';
      throw error;
    }
  }
}
