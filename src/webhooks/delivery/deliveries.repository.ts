import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import type { DueDelivery, Outcome, Recorded } from './delivery.js';
import { ABANDON, CLAIM, RECORD, RELEASE, SWEEP } from './delivery.sql.js';

/** The log is kept so long. */
const KEPT_DAYS = 30;

/** Rows that one statement removes or gives up at the most. */
const PAGE = 1_000;

/** What to take of what is due. */
export interface Look {
  readonly limit: number;
  /** Of them, to hosts without a room of their own; one each. */
  readonly limitOfOthers: number;
  /** The host to begin behind. */
  readonly after: string;
  /** How many more may go to a host, where that is not one. */
  readonly rooms: ReadonlyMap<string, number>;
  readonly leaseMs: number;
}

export interface Claim {
  readonly due: DueDelivery[];
  /** The host behind which the next look goes on; empty when all have had their turn. */
  readonly visitedTo: string;
}

type ClaimRow = (DueDelivery | { id: null }) & { visitedTo: string | null };

@Injectable()
export class DeliveriesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Takes deliveries that are due, for the time of the lease. */
  async claim({ limit, limitOfOthers, after, rooms, leaseMs }: Look): Promise<Claim> {
    const values = [after, limit, [...rooms.keys()], [...rooms.values()], limitOfOthers, leaseMs];
    const statement = { name: 'claim-deliveries', text: CLAIM };
    const rows = await runPrepared<ClaimRow>(this.dataSource, statement, values);
    return { due: rows.filter((row) => row.id !== null), visitedTo: rows[0]?.visitedTo ?? '' };
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
