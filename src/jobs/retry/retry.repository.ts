import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { GroupsService } from '../../groups/groups.service.js';
import type { GroupCondition } from '../../stores/store-condition.js';
import { inGroup } from './in-group.sql.js';
import type { ImageChoice, RetryCounts } from './retry-filter.js';
import { choiceValues, countOne, LOCK_JOB, reopenJob } from './retry.sql.js';

/** Largest number of a run: the column is a smallint. */
const MAX_RUN = 32_767;

/** What became of the wish to reopen a job. */
export type Reopened =
  | { readonly kind: 'reopened'; readonly run: number; readonly images: number }
  | { readonly kind: 'removed'; readonly removedAt: Date }
  | { readonly kind: 'unknown' | 'ongoing' | 'nothing' | 'too-many-runs' };

interface LockedJob {
  readonly run: number;
  readonly settled: boolean;
  readonly removedAt: Date | null;
}

/** Who reopens a job, and why it was asked for. */
export interface Reason {
  readonly by: Caller;
  /** As it was sent; in the job's events. */
  readonly filter: object;
  /** The retry of many jobs that this one is part of. */
  readonly retryId?: string;
}

@Injectable()
export class RetryRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly groups: GroupsService,
  ) {}

  /** @throws DomainError `GROUP_NOT_FOUND` */
  async count(jobId: string, choice: ImageChoice): Promise<RetryCounts> {
    const group = await this.groups.conditionIfNamed(choice.group);
    const { text, values } = inGroup(countOne, [jobId, ...choiceValues(choice)], group);
    const [counts] = await this.dataSource.query<[RetryCounts]>(text, values);
    return counts;
  }

  /** @throws DomainError `GROUP_NOT_FOUND` */
  async reopen(jobId: string, choice: ImageChoice, reason: Reason): Promise<Reopened> {
    const group = await this.groups.conditionIfNamed(choice.group);
    return this.dataSource.transaction((transaction) => reopen(transaction, jobId, choice, group, reason));
  }
}

/** Reopens a job within a transaction; nobody else can settle or reopen it meanwhile. */
export async function reopen(
  transaction: EntityManager,
  jobId: string,
  choice: ImageChoice,
  group: GroupCondition | undefined,
  { by, filter, retryId }: Reason,
): Promise<Reopened> {
  const [job] = await transaction.query<LockedJob[]>(LOCK_JOB, [jobId]);
  if (!job) return { kind: 'unknown' };
  if (!job.settled) return { kind: 'ongoing' };
  if (job.removedAt) return { kind: 'removed', removedAt: job.removedAt };
  if (job.run >= MAX_RUN) return { kind: 'too-many-runs' };
  const given = [
    jobId,
    ...choiceValues(choice),
    job.run,
    ...actorValues(by),
    JSON.stringify(filter),
    retryId ?? null,
  ];
  const { text, values } = inGroup(reopenJob, given, group);
  const [again] = await transaction.query<{ run: number; images: number }[]>(text, values);
  return again ? { kind: 'reopened', ...again } : { kind: 'nothing' };
}
