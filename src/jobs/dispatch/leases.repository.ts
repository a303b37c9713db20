import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import type { RangeMessage } from '../queue/range-queue.js';
import type { ImageTask, LeasedImages, WorkerIdentity } from '../queue/lease.js';
import { LEASE_MS } from '../queue/lease-times.js';

const LEASE = `${LEASE_MS} * interval '1 ms'`;

/**
 * Nothing begins in a run that is cancelled or paused, whatever lease or message of it is still about. Whoever claims a
 * range judges it by the rules that are in force now.
 */
const CLAIM = `
  UPDATE leases l SET worker_id = $2, expires_at = now() + ${LEASE}
  FROM job_runs r
  WHERE l.id = $1 AND l.worker_id IS NULL AND r.job_id = l.job_id AND r.run = l.run
    AND r.cancelled_at IS NULL AND NOT r.paused
    AND NOT EXISTS (SELECT FROM dispatch_pause WHERE paused_at IS NOT NULL)
  RETURNING l.run, l.suspect, l.attempts, l.throttles, l.open, (SELECT max(version) FROM rule_versions) AS "rulesVersion",
    (extract(epoch FROM now() - r.created_at) * 1000)::float8 AS "queuedMs"`;

/**
 * Images of a range that are still to be measured. One that was deferred, or is
 * handed out again alone, belongs to its own lease; of two such, to the older one.
 *
 * It costs as much as the range is long, whatever statistics say: what is elsewhere is read once, by place,
 * and OFFSET 0 keeps each look from an image one look-up by key. Joined as the planner likes, each image met all visits
 * of the job, or all leases it had had: in a job of 100,000 images 155 us of Postgres for each (387 us in one of
 * 20,000 after a small one), and now 11.
 */
const LOAD = `
  WITH elsewhere AS MATERIALIZED (
    SELECT idx FROM deferred_images WHERE job_id = $1 AND run = $4 AND idx >= $2 AND idx < $3
    UNION ALL
    SELECT from_idx FROM leases
    WHERE job_id = $1 AND run = $4 AND from_idx >= $2 AND from_idx < $3 AND to_idx = from_idx + 1
      AND id <> $5 AND (id < $5 OR $3 - $2 > 1)
  )
  SELECT i.idx, i.url, v.store_id AS "storeId", v.image_count AS "visitImages",
    coalesce((SELECT category FROM stores WHERE id = v.store_id), 'unknown') AS category
  FROM images i
  CROSS JOIN LATERAL (
    SELECT store_id, image_count FROM visits WHERE job_id = i.job_id AND visit_no = i.visit_no OFFSET 0
  ) AS v
  WHERE i.job_id = $1 AND i.idx >= $2 AND i.idx < $3 AND i.run = $4
    AND NOT EXISTS (SELECT FROM image_results r
      WHERE r.job_id = i.job_id AND r.idx = i.idx AND r.run = i.run OFFSET 0)
    AND i.idx NOT IN (SELECT idx FROM elsewhere)
  ORDER BY i.idx`;

/**
 * A lease that is given back is replaced by a new one: under another id nothing that
 * is still on its way for the old one, a message or a result, can meet it.
 */
const giveBack = (which: string) => `
  WITH held AS MATERIALIZED (
    SELECT id FROM leases WHERE ${which} ORDER BY id FOR UPDATE
  ), given AS (
    DELETE FROM leases USING held WHERE leases.id = held.id RETURNING leases.*
  )
  INSERT INTO leases (job_id, run, from_idx, to_idx, open, attempts, throttles, suspect, charges)
  SELECT job_id, run, from_idx, to_idx, open, attempts, throttles, suspect, charges FROM given`;

@Injectable()
export class LeasesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Claims a range for a worker.
   *
   * @returns the images still to be measured, or undefined when the range is claimed, done or gone
   */
  async claim(
    { leaseId, jobId, from, to }: RangeMessage,
    workerId: string,
  ): Promise<LeasedImages | undefined> {
    const [lease] = await runPrepared<Omit<LeasedImages, 'images'> & { open: number }>(
      this.dataSource,
      { name: 'claim', text: CLAIM },
      [leaseId, workerId],
    );
    if (!lease) return undefined;
    const load = { name: 'load', text: LOAD };
    const images = await runPrepared<ImageTask>(this.dataSource, load, [jobId, from, to, lease.run, leaseId]);
    if (images.length === 0) {
      await this.dataSource.query(`DELETE FROM leases WHERE id = $1 AND worker_id = $2`, [leaseId, workerId]);
      return undefined;
    }
    if (images.length !== lease.open) {
      await this.dataSource.query(`UPDATE leases SET open = $3 WHERE id = $1 AND worker_id = $2`, [
        leaseId,
        workerId,
        images.length,
      ]);
    }
    const { run, suspect, attempts, throttles, queuedMs, rulesVersion } = lease;
    return { leaseId, jobId, run, suspect, attempts, throttles, queuedMs, rulesVersion, images };
  }

  /**
   * A sign of life: registers the worker or refreshes it, and renews its leases.
   *
   * @returns the leases it still holds
   */
  async renew(worker: WorkerIdentity): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `WITH alive AS (
        INSERT INTO workers (id, hostname, pid, role, images_in_flight) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET heartbeat_at = now()
      ), held AS MATERIALIZED (
        SELECT id FROM leases WHERE worker_id = $1 ORDER BY id FOR UPDATE
      ), renewed AS (
        UPDATE leases SET expires_at = now() + ${LEASE} FROM held WHERE leases.id = held.id
      )
      SELECT id FROM held`,
      [worker.id, worker.hostname, worker.pid, worker.role, worker.imagesInFlight],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Gives a lease back unharmed that the worker holds or was told of; it is handed out again at once. */
  async handBack(leaseId: string, workerId: string): Promise<void> {
    await this.dataSource.query(giveBack('id = $1 AND (worker_id = $2 OR worker_id IS NULL)'), [
      leaseId,
      workerId,
    ]);
  }

  /** Gives everything back that a worker holds, and takes the worker off the list. */
  async resign(workerId: string): Promise<void> {
    await this.dataSource.query(giveBack('worker_id = $1'), [workerId]);
    await this.dataSource.query(`DELETE FROM workers WHERE id = $1`, [workerId]);
  }
}
