import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import type { ImageChoice, RetryCounts } from './retry-filter.js';
import { choiceValues, COUNT_ONE, LOCK_JOB, REOPEN } from './retry.sql.js';

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
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async count(jobId: string, choice: ImageChoice): Promise<RetryCounts> {
    const values = [jobId, ...choiceValues(choice)];
    const [counts] = await this.dataSource.query<[RetryCounts]>(COUNT_ONE, values);
    return counts;
  }

  reopen(jobId: string, choice: ImageChoice, reason: Reason): Promise<Reopened> {
    return this.dataSource.transaction((transaction) => reopen(transaction, jobId, choice, reason));
  }
}

/** Reopens a job within a transaction; nobody else can settle or reopen it meanwhile. */
export async function reopen(
  transaction: EntityManager,
  jobId: string,
  choice: ImageChoice,
  { by, filter, retryId }: Reason,
): Promise<Reopened> {
  const [job] = await transaction.query<LockedJob[]>(LOCK_JOB, [jobId]);
  if (!job) return { kind: 'unknown' };
  if (!job.settled) return { kind: 'ongoing' };
  if (job.removedAt) return { kind: 'removed', removedAt: job.removedAt };
  if (job.run >= MAX_RUN) return { kind: 'too-many-runs' };
  const [again] = await transaction.query<{ run: number; images: number }[]>(REOPEN, [
    jobId,
    ...choiceValues(choice),
    job.run,
    ...actorValues(by),
    JSON.stringify(filter),
    retryId ?? null,
  ]);
  return again ? { kind: 'reopened', ...again } : { kind: 'nothing' };
}
