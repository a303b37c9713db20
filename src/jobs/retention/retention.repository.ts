import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Portion, Removal } from './portions.js';

/** Jobs, and their images by the counters. */
export interface Extent {
  readonly jobs: number;
  readonly images: number;
}

const IS_DUE = `settled_at < now() - $1 * interval '1 day' AND images_removed_at IS NULL`;

/**
 * Marks jobs before any of their rows goes, and notes what is to be done. A job
 * somebody holds, to run it again for example, is passed over: nobody waits for it,
 * and a job that was reopened is not due any more when its row is free.
 */
const MARK_DUE = `
  WITH due AS MATERIALIZED (
    SELECT id FROM jobs WHERE ${IS_DUE} ORDER BY settled_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ), marked AS (
    UPDATE jobs SET images_removed_at = now() FROM due WHERE jobs.id = due.id RETURNING jobs.id, jobs.total
  ), noted AS (
    INSERT INTO image_removals (job_id, end_idx) SELECT id, total FROM marked
  ), event AS (
    INSERT INTO job_events (job_id, kind, detail)
    SELECT id, 'images_removed', jsonb_build_object('images', total) FROM marked
  )
  SELECT count(*)::int AS jobs, coalesce(sum(total), 0)::float8 AS images FROM marked`;

/**
 * Removes some images with the results of all their runs, and moves on, in one
 * statement: after a kill the next step does exactly what is left. Of two that
 * remove the same, the second finds the job moved on. Rows are found by their keys
 * (OFFSET 0 keeps that so, however wrong the statistics) and removed by their place.
 */
const REMOVE = `
  WITH portion AS MATERIALIZED (
    SELECT p.* FROM image_removals r
    JOIN unnest($1::bigint[], $2::int[], $3::int[]) AS p (job_id, from_idx, to_idx)
      ON r.job_id = p.job_id AND r.next_idx = p.from_idx
    ORDER BY r.job_id FOR UPDATE OF r
  ), result AS (
    DELETE FROM image_results WHERE ctid = ANY (ARRAY(
      SELECT found.place FROM portion p CROSS JOIN LATERAL (
        SELECT r.ctid AS place FROM image_results r
        WHERE r.job_id = p.job_id AND r.idx >= p.from_idx AND r.idx < p.to_idx OFFSET 0
      ) AS found))
  ), image AS (
    DELETE FROM images WHERE ctid = ANY (ARRAY(
      SELECT found.place FROM portion p CROSS JOIN LATERAL (
        SELECT i.ctid AS place FROM images i
        WHERE i.job_id = p.job_id AND i.idx >= p.from_idx AND i.idx < p.to_idx OFFSET 0
      ) AS found))
    RETURNING 1
  ), moved AS (
    UPDATE image_removals r SET next_idx = p.to_idx FROM portion p
    WHERE r.job_id = p.job_id AND p.to_idx < r.end_idx
  ), ended AS (
    DELETE FROM image_removals r USING portion p WHERE r.job_id = p.job_id AND p.to_idx >= r.end_idx
  )
  SELECT count(*)::int AS images FROM image`;

@Injectable()
export class RetentionRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** How much became older than it is kept. */
  async countDue(days: number): Promise<Extent> {
    const [row] = await this.dataSource.query<[Extent]>(
      `SELECT count(*)::int AS jobs, coalesce(sum(total), 0)::float8 AS images FROM jobs WHERE ${IS_DUE}`,
      [days],
    );
    return row;
  }

  /** Takes on jobs that are due, oldest first. From now on they have no images for anybody. */
  async markDue(days: number, jobs: number): Promise<Extent> {
    const [row] = await this.dataSource.query<[Extent]>(MARK_DUE, [days, jobs]);
    return row;
  }

  /** Jobs that were taken on and have rows left. */
  findRemovals(jobs: number): Promise<Removal[]> {
    return this.dataSource.query<Removal[]>(
      `SELECT job_id AS "jobId", next_idx AS "nextIdx", end_idx AS "endIdx"
       FROM image_removals ORDER BY job_id LIMIT $1`,
      [jobs],
    );
  }

  /** @returns how many images this call removed */
  async remove(portions: readonly Portion[]): Promise<number> {
    const [row] = await this.dataSource.query<[{ images: number }]>(REMOVE, [
      portions.map(({ jobId }) => jobId),
      portions.map(({ fromIdx }) => fromIdx),
      portions.map(({ toIdx }) => toIdx),
    ]);
    return row.images;
  }
}
