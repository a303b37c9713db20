import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import type { DueDelivery, Outcome, Recorded } from './delivery.js';
import { ABANDON, CLAIM, RECORD, RELEASE, SWEEP } from './delivery.sql.js';
import { SLOTS_PER_HOST } from './host-slots.js';

/** The log is kept so long. */
const KEPT_DAYS = 30;

/** Rows that one statement removes or gives up at the most. */
const PAGE = 1_000;

@Injectable()
export class DeliveriesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Takes deliveries that are due, for the time of the lease.
   *
   * @param after the host to begin behind
   * @param rooms how many more may go to a host, where that is not the usual number
   */
  claim(
    limit: number,
    after: string,
    rooms: ReadonlyMap<string, number>,
    leaseMs: number,
  ): Promise<DueDelivery[]> {
    const values = [after, limit, [...rooms.keys()], [...rooms.values()], SLOTS_PER_HOST, leaseMs];
    return runPrepared<DueDelivery>(this.dataSource, { name: 'claim-deliveries', text: CLAIM }, values);
  }

  async record(
    { id, tries }: Pick<DueDelivery, 'id' | 'tries'>,
    outcome: Outcome,
  ): Promise<Recorded | undefined> {
    const { delivered, status, error, pauseMs, startedAt, ms, answer, isGone } = outcome;
    const values = [id, delivered, status, error, pauseMs, startedAt, Math.round(ms), answer, isGone, tries];
    const [recorded] = await this.dataSource.query<Recorded[]>(RECORD, values);
    return recorded;
  }

  /** Makes it due at once, without an attempt. */
  async release(id: string): Promise<void> {
    await this.dataSource.query(RELEASE, [id]);
  }

  /** What waits for an endpoint that is not enabled has failed, for this reason. */
  async abandon(endpointId: string, reason: string): Promise<void> {
    let abandoned = PAGE;
    while (abandoned === PAGE) {
      const [row] = await this.dataSource.query<[{ deliveries: number }]>(ABANDON, [
        endpointId,
        reason,
        PAGE,
      ]);
      abandoned = row.deliveries;
    }
  }

  /** Removes a page of the log that is too old. @returns whether there may be more */
  async sweep(): Promise<boolean> {
    const [row] = await this.dataSource.query<[{ deliveries: number }]>(SWEEP, [KEPT_DAYS, PAGE]);
    return row.deliveries === PAGE;
  }

  /** Deliveries that wait, also those whose time is yet to come. */
  async countWaiting(): Promise<number> {
    const [row] = await this.dataSource.query<[{ waiting: number }]>(
      `SELECT count(*)::int AS waiting FROM webhook_deliveries WHERE state = 'pending'`,
    );
    return row.waiting;
  }
}
