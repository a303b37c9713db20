import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';

export interface DispatchPause {
  readonly pausedAt: Date | null;
  /** Name of the key, or what stands for one. */
  readonly pausedBy: string | null;
}

const PAUSE = `
  WITH pause AS (
    UPDATE dispatch_pause SET paused_at = now(), paused_by = $2 WHERE paused_at IS NULL RETURNING id
  ), audit AS (
    ${recordBy(1, 'dispatch.paused')}, 'all', NULL::jsonb FROM pause
  )
  SELECT id FROM pause`;

/** Messages of leases that could not be claimed meanwhile led to nothing, so all are announced again. */
const RESUME = `
  WITH pause AS (
    UPDATE dispatch_pause SET paused_at = NULL, paused_by = NULL WHERE paused_at IS NOT NULL RETURNING id
  ), audit AS (
    ${recordBy(1, 'dispatch.resumed')}, 'all', NULL::jsonb FROM pause
  ), waiting AS MATERIALIZED (
    SELECT leases.id FROM leases, pause WHERE worker_id IS NULL ORDER BY leases.id FOR UPDATE OF leases
  ), again AS (
    UPDATE leases SET queued_at = NULL FROM waiting WHERE leases.id = waiting.id
  )
  SELECT id FROM pause`;

@Injectable()
export class DispatchPauseRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(): Promise<DispatchPause> {
    const [row] = await this.dataSource.query<[DispatchPause]>(
      `SELECT paused_at AS "pausedAt", paused_by AS "pausedBy" FROM dispatch_pause`,
    );
    return row;
  }

  /** @returns whether it was not paused before */
  async pause(by: Caller): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(PAUSE, actorValues(by));
    return rows.length > 0;
  }

  /** @returns whether it was paused before */
  async resume(by: Caller): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(RESUME, actorValues(by));
    return rows.length > 0;
  }
}
