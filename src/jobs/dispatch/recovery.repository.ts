import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Deaths that an image causes all alone before it is given up. */
export const MAX_CHARGES = 3;

/** Lost leases repaired in one statement; more of them wait for the next sweep. */
const PAGE = 500;

/**
 * Replaces the leases of dead workers. The first death of a range charges
 * nobody: it comes back as a suspect. A suspect that dies again is split in
 * half; one that is down to a single image is charged, and condemned at the
 * third charge. New leases have new ids, so whatever the late worker still
 * sends is dropped. The worker is off the list at once, so that nothing is handed out for it;
 * if it was only late, its next sign of life puts it back.
 */
const REPLACE_EXPIRED = `
  WITH dead AS (
    DELETE FROM leases WHERE id IN (
      SELECT id FROM leases WHERE worker_id IS NOT NULL AND expires_at < now()
      ORDER BY id LIMIT ${PAGE} FOR UPDATE SKIP LOCKED)
    RETURNING *, suspect AND open = 1 AS alone, suspect AND open > 1 AS splits, (from_idx + to_idx) / 2 AS middle
  ), gone AS (
    DELETE FROM workers WHERE id IN (SELECT worker_id FROM dead)
  )
  INSERT INTO leases (job_id, run, from_idx, to_idx, open, attempts, throttles, suspect, charges)
  SELECT job_id, run, part.from_idx, part.to_idx, least(open, part.to_idx - part.from_idx), attempts, throttles, true,
    charges + alone::int
  FROM dead CROSS JOIN LATERAL (
    SELECT from_idx, CASE WHEN splits THEN middle ELSE to_idx END AS to_idx
    UNION ALL
    SELECT middle, dead.to_idx WHERE splits
  ) AS part
  RETURNING id, job_id AS "jobId", charges`;

export interface ReplacedLease {
  readonly id: string;
  readonly jobId: string;
  readonly charges: number;
}

@Injectable()
export class RecoveryRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  replaceExpired(): Promise<ReplacedLease[]> {
    return this.dataSource.query<ReplacedLease[]>(REPLACE_EXPIRED);
  }

  /** Ranges of one image that killed its worker too often; nobody is given them any more. */
  findCondemned(): Promise<{ leaseId: string; jobId: string; from: number; to: number }[]> {
    return this.dataSource.query(
      `SELECT id AS "leaseId", job_id AS "jobId", from_idx AS "from", to_idx AS "to"
       FROM leases WHERE worker_id IS NULL AND charges >= ${MAX_CHARGES} ORDER BY id LIMIT ${PAGE}`,
    );
  }

  /**
   * Leases that were made at the very moment their run was cancelled. Nobody can claim
   * them, and what a worker may still send under them is dropped.
   */
  async removeCancelled(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM leases WHERE id IN (
        SELECT l.id FROM leases l JOIN job_runs r USING (job_id, run) WHERE r.cancelled_at IS NOT NULL
        ORDER BY l.id LIMIT ${PAGE} FOR UPDATE OF l SKIP LOCKED)`,
    );
  }

  /** Workers that have not been heard of for an hour, idempotency keys of seven days ago, counts of 90 days ago. */
  async removeOld(): Promise<void> {
    await this.dataSource.query(`DELETE FROM workers WHERE heartbeat_at < now() - interval '1 hour'`);
    await this.dataSource.query(
      `DELETE FROM idempotency_keys WHERE (owner, key) IN (
        SELECT owner, key FROM idempotency_keys WHERE created_at < now() - interval '7 days'
        ORDER BY created_at LIMIT 1000)`,
    );
    await this.dataSource.query(
      `DELETE FROM minute_counts WHERE (minute, code, shard) IN (
        SELECT minute, code, shard FROM minute_counts WHERE minute < now() - interval '90 days'
        ORDER BY minute LIMIT 1000)`,
    );
  }
}
