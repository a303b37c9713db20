import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { CANCEL, PAUSE, RECORD_MANY, RESUME } from './job-control.sql.js';

/** What decides whether a job can be cancelled, paused or resumed. */
export interface JobCondition {
  readonly run: number;
  readonly settled: boolean;
  /** Images that were not measured. */
  readonly bad: number;
  readonly cancelled: boolean;
  readonly paused: boolean;
}

/** Between the look at a job and the change it was settled, reopened, paused or resumed by somebody else. */
class ConditionChanged extends Error {}

@Injectable()
export class JobControlRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(jobId: string): Promise<JobCondition | undefined> {
    const [row] = await this.dataSource.query<JobCondition[]>(
      `SELECT run, settled_at IS NOT NULL AS settled, failed + cancelled AS bad,
         cancelled_at IS NOT NULL AS cancelled, paused_at IS NOT NULL AS paused
       FROM jobs WHERE id = $1`,
      [jobId],
    );
    return row;
  }

  /**
   * Settles a job by cancelling all of its newest run that has no result yet. All or nothing.
   *
   * @returns how many images that were; undefined when the job is not in this run, or settled, by now
   */
  cancel(jobId: string, run: number, by: Caller): Promise<number | undefined> {
    return this.change(async (transaction) => {
      // Each statement has to see what was committed while the one before it waited, so they cannot be one.
      await transaction.query(CANCEL.handOut, [jobId, run]);
      await transaction.query(CANCEL.leases, [jobId]);
      await transaction.query(CANCEL.deferred, [jobId]);
      await transaction.query(CANCEL.lock, [jobId]);
      return oneOf<{ cancelled: number }>(transaction, CANCEL.job, [jobId, run, ...actorValues(by)]);
    }).then((row) => row?.cancelled);
  }

  /** Notes which jobs were meant when many were cancelled, and how many that came to. */
  async recordMany(filter: object, counts: object, by: Caller): Promise<void> {
    await this.dataSource.query(RECORD_MANY, [...actorValues(by), JSON.stringify({ filter, ...counts })]);
  }

  /** @returns whether it was paused; not when it is in another run, settled or paused by now */
  pause(jobId: string, run: number, by: Caller): Promise<boolean> {
    return this.change(async (transaction) => {
      await transaction.query(PAUSE.run, [jobId, run, true]);
      await transaction.query(PAUSE.deferred, [jobId, true]);
      return oneOf(transaction, PAUSE.job, [jobId, run, ...actorValues(by)]);
    }).then((row) => row !== undefined);
  }

  /** @returns whether it was resumed; not when it is in another run, settled or not paused by now */
  resume(jobId: string, run: number, by: Caller): Promise<boolean> {
    return this.change(async (transaction) => {
      await transaction.query(PAUSE.run, [jobId, run, false]);
      await transaction.query(PAUSE.deferred, [jobId, false]);
      await transaction.query(RESUME.leases, [jobId]);
      return oneOf(transaction, RESUME.job, [jobId, run, ...actorValues(by)]);
    }).then((row) => row !== undefined);
  }

  /** The last statement of a change says whether the job is still what it was thought to be; else nothing happens. */
  private async change<Row>(
    statements: (transaction: EntityManager) => Promise<Row | undefined>,
  ): Promise<Row | undefined> {
    try {
      return await this.dataSource.transaction(async (transaction) => {
        const row = await statements(transaction);
        if (row === undefined) throw new ConditionChanged();
        return row;
      });
    } catch (error) {
      if (error instanceof ConditionChanged) return undefined;
      throw error;
    }
  }
}

async function oneOf<Row = object>(
  transaction: EntityManager,
  statement: string,
  values: readonly unknown[],
): Promise<Row | undefined> {
  const [row] = await transaction.query<Row[]>(statement, [...values]);
  return row;
}
