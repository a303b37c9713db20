import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import type { RangeMessage } from '../queue/range-queue.js';
import type { DueRun, Portion } from './fair-rounds.js';
import { HAND_OUT, HAND_OUT_AGAIN, HAND_OUT_DEFERRED } from './hand-out.sql.js';
import { MAX_CHARGES } from './recovery.repository.js';
import { RESEND_MS, WORKER_ALIVE_MS } from '../queue/lease-times.js';
import type { WindowState } from './window.js';

/** Runs looked at in one go; with more of them due, the next call goes on where this one stopped. */
const MAX_DUE = 1_000;

const WINDOW = `
  WITH held AS (
    SELECT r.main_host AS host, sum(l.open)::int AS images,
      coalesce(sum(l.open) FILTER (WHERE l.attempts + l.throttles > 0), 0)::int AS deferred,
      count(*) FILTER (WHERE l.suspect AND (l.worker_id IS NOT NULL OR l.queued_at IS NOT NULL))::int AS suspects
    FROM leases l JOIN job_runs r USING (job_id, run)
    WHERE NOT r.paused OR l.worker_id IS NOT NULL GROUP BY r.main_host
  ), live AS (
    SELECT count(*)::int AS workers, coalesce(sum(images_in_flight), 0)::int AS capacity
    FROM workers WHERE heartbeat_at > now() - ${WORKER_ALIVE_MS} * interval '1 ms'
  )
  SELECT live.workers AS "liveWorkers", live.capacity,
    EXISTS (SELECT FROM dispatch_pause WHERE paused_at IS NOT NULL) AS paused,
    (SELECT coalesce(sum(images), 0)::int FROM held) AS outstanding,
    (SELECT coalesce(sum(deferred), 0)::int FROM held) AS "deferredOut",
    (SELECT coalesce(sum(suspects), 0)::int FROM held) AS "suspectsOut",
    (SELECT coalesce(json_agg(json_build_array(host, images)), '[]') FROM held WHERE host IS NOT NULL) AS hosts
  FROM live`;

const DUE = `
  SELECT job_id AS "jobId", run, coalesce(images_left, end_idx - next_idx) AS remaining, priority, main_host AS host
  FROM job_runs WHERE next_idx < end_idx AND NOT paused AND job_id`;
const DUE_FROM = `${DUE} >= $1 ORDER BY job_id, run LIMIT $2`;
const DUE_BEFORE = `${DUE} < $1 ORDER BY job_id, run LIMIT $2`;

const UNANNOUNCED = `
  SELECT id AS "leaseId", job_id AS "jobId", from_idx AS "from", to_idx AS "to" FROM (
    SELECT leases.*, CASE WHEN suspect THEN row_number() OVER (PARTITION BY suspect ORDER BY id) ELSE 0 END AS place
    FROM leases JOIN job_runs r USING (job_id, run)
    WHERE worker_id IS NULL AND queued_at IS NULL AND charges < $2 AND NOT r.paused AND r.cancelled_at IS NULL
  ) AS waiting WHERE place <= $1 ORDER BY id`;

/** Whoever locks several leases does it by id: in another order two of them would wait for each other. */
const MARK_ANNOUNCED = `
  UPDATE leases SET queued_at = now()
  WHERE id IN (SELECT id FROM leases WHERE id = ANY ($1) AND worker_id IS NULL ORDER BY id FOR UPDATE)`;

@Injectable()
export class DispatchRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async window(): Promise<WindowState> {
    type Row = Omit<WindowState, 'outstandingByHost'> & { hosts: [string, number][] };
    const [{ hosts, ...state }] = (await this.run<Row>('window', WINDOW)) as [Row];
    return { ...state, outstandingByHost: new Map(hosts) };
  }

  /** Images of accepted jobs that are not settled. */
  async backlog(): Promise<number> {
    const [row] = await this.dataSource.query<[{ images: number }]>(
      `SELECT coalesce(sum(total - processed - failed - cancelled), 0)::float8 AS images
       FROM jobs WHERE settled_at IS NULL`,
    );
    return row.images;
  }

  /** Runs with images to hand out, by job, beginning with a given one and going round. */
  async dueRuns(startJobId = '0'): Promise<DueRun[]> {
    const after = await this.run<DueRun>('due_from', DUE_FROM, [startJobId, MAX_DUE]);
    if (after.length === MAX_DUE || startJobId === '0') return after.map(withoutNullHost);
    const before = await this.run<DueRun>('due_before', DUE_BEFORE, [startJobId, MAX_DUE - after.length]);
    return [...after, ...before].map(withoutNullHost);
  }

  async handOut(portions: readonly Portion[], rangeSize: number): Promise<void> {
    const [first, again] = [portions.filter(({ run }) => run === 0), portions.filter(({ run }) => run > 0)];
    if (first.length > 0) await this.run('hand_out', HAND_OUT, [...columnsOf(first), rangeSize]);
    if (again.length > 0) await this.run('hand_out_again', HAND_OUT_AGAIN, [...columnsOf(again), rangeSize]);
  }

  /** Hands out images whose wait is over, each as a range of one. @returns how many */
  async handOutDeferred(limit: number): Promise<number> {
    const leases = await this.run('hand_out_deferred', HAND_OUT_DEFERRED, [limit]);
    return leases.length;
  }

  /** Leases that nobody holds and no message announces yet; of suspects, at most `maxSuspects`. */
  async findUnannounced(maxSuspects: number): Promise<RangeMessage[]> {
    return this.run('unannounced', UNANNOUNCED, [maxSuspects, MAX_CHARGES]);
  }

  async markAnnounced(messages: readonly RangeMessage[]): Promise<void> {
    await this.run('mark_announced', MARK_ANNOUNCED, [messages.map(({ leaseId }) => leaseId)]);
  }

  /** Leases whose message may be lost are announced again. */
  async forgetStaleAnnouncements(): Promise<void> {
    await this.dataSource.query(
      `UPDATE leases SET queued_at = NULL WHERE id IN (
         SELECT id FROM leases WHERE worker_id IS NULL AND queued_at < now() - ${RESEND_MS} * interval '1 ms'
         ORDER BY id FOR UPDATE SKIP LOCKED)`,
    );
  }

  /** The statements of every look, dozens of times a second. */
  private run<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return runPrepared<Row>(this.dataSource, { name, text }, values);
  }
}

function columnsOf(portions: readonly Portion[]): unknown[][] {
  return [
    portions.map(({ jobId }) => jobId),
    portions.map(({ run }) => run),
    portions.map(({ images }) => images),
  ];
}

function withoutNullHost({ host, ...run }: DueRun): DueRun {
  return host === null || host === undefined ? run : { ...run, host };
}
