import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { WORKER_ALIVE_MS } from '../queue/lease-times.js';
import type { Period } from './period.js';

/** Images settled in a step of time; the code is empty for those that were measured. */
export interface StepCount {
  readonly at: Date;
  readonly code: string;
  readonly images: number;
}

export interface Backlog {
  readonly jobs: number;
  /** Images of these jobs that are not settled. */
  readonly images: number;
}

/** A worker process, and what it has in its hands. */
export interface Worker {
  readonly id: string;
  readonly hostname: string;
  readonly pid: number;
  readonly role: string;
  readonly imagesInFlight: number;
  readonly leases: number;
  /** Images under these leases that have no result yet. */
  readonly images: number;
  readonly startedAt: Date;
  readonly heartbeatAt: Date;
  readonly alive: boolean;
}

/** Far more than one database can serve. */
const MAX_WORKERS = 1_000;

/** What all jobs together are doing; nothing here looks at single images. */
@Injectable()
export class FiguresRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** In the order of time and code; steps in which nothing was settled have no row. */
  countSteps({ from, before, step }: Period): Promise<StepCount[]> {
    return this.dataSource.query<StepCount[]>(
      `SELECT date_trunc($3::text, minute, 'UTC') AS at, code, sum(images)::float8 AS images
       FROM minute_counts WHERE minute >= $1 AND minute < $2
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [from, before, step],
    );
  }

  async backlog(): Promise<Backlog> {
    const [row] = await this.dataSource.query<[Backlog]>(
      `SELECT count(*)::int AS jobs, coalesce(sum(total - processed - failed - cancelled), 0)::float8 AS images
       FROM jobs WHERE settled_at IS NULL`,
    );
    return row;
  }

  /** Oldest first. Those that were not heard of for an hour are forgotten, those that stopped in order at once. */
  findWorkers(): Promise<Worker[]> {
    return this.dataSource.query<Worker[]>(
      `SELECT w.id, w.hostname, w.pid, w.role, w.images_in_flight AS "imagesInFlight",
        count(l.id)::int AS leases, coalesce(sum(l.open), 0)::int AS images,
        w.started_at AS "startedAt", w.heartbeat_at AS "heartbeatAt",
        w.heartbeat_at > now() - ${WORKER_ALIVE_MS} * interval '1 ms' AS alive
       FROM workers w LEFT JOIN leases l ON l.worker_id = w.id
       GROUP BY w.id ORDER BY w.started_at, w.id LIMIT ${MAX_WORKERS}`,
    );
  }
}
