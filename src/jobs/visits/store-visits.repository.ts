import { Injectable } from '@nestjs/common';
import { cutPage, type Page } from '../../common/cursor.js';
import type { TimeRange } from '../../common/http/time-range.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { VISIT_COUNTS, VISIT_IMAGES } from './visit-images.sql.js';
import type { VisitedImage } from './visit-history.repository.js';

/** What became of images; the five add up to all of them. */
export interface ImageCounts {
  readonly measured: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly pending: number;
  /** Removed by retention, out of a job in which not all were measured. */
  readonly removed: number;
}

/** A visit of a store that is known from the question. */
export interface CountedVisit extends ImageCounts {
  readonly jobId: string;
  readonly visitNo: number;
  readonly visitTime: Date;
  readonly areaCode: string;
  readonly imageCount: number;
  readonly imagesRemovedAt: Date | null;
  /** The first ones; none once they were removed. */
  readonly images: readonly VisitedImage[];
}

/** Time, job and number of a visit, which together are one of a kind. */
export type VisitKey = readonly [visitTime: string, jobId: string, visitNo: string];

/** A page is read off `visits_store_time_idx`, backwards from where the last one ended. */
const STORE_VISITS = `
  SELECT v.job_id::text AS "jobId", v.visit_no AS "visitNo", v.visit_time AS "visitTime",
    store_area_at(v.store_id, v.visit_time) AS "areaCode", v.image_count AS "imageCount",
    j.images_removed_at AS "imagesRemovedAt", coalesce(photo.images, '[]') AS images, counted.*
  FROM (
    SELECT * FROM visits v
    WHERE v.store_id = $1 AND ($2::timestamptz IS NULL OR v.visit_time >= $2)
      AND ($3::timestamptz IS NULL OR v.visit_time < $3)
      AND ($4::timestamptz IS NULL OR (v.visit_time, v.job_id, v.visit_no) < ($4::timestamptz, $5::bigint, $6::bigint))
    ORDER BY v.visit_time DESC, v.job_id DESC, v.visit_no DESC LIMIT $7
  ) AS v
  CROSS JOIN LATERAL (SELECT * FROM jobs j WHERE j.id = v.job_id OFFSET 0) AS j
  CROSS JOIN LATERAL (${VISIT_IMAGES}) AS photo
  CROSS JOIN LATERAL (${VISIT_COUNTS}) AS counted
  ORDER BY v.visit_time DESC, v.job_id DESC, v.visit_no DESC`;

@Injectable()
export class StoreVisitsRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /**
   * Visits of a store, newest first, those before one of them.
   *
   * @throws FiguresTooLargeError
   */
  async findPage(
    storeId: string,
    { from, before }: TimeRange,
    last: VisitKey | undefined,
    limit: number,
  ): Promise<Page<CountedVisit>> {
    const [time = null, jobId = null, visitNo = null] = last ?? [];
    const values = [storeId, from ?? null, before ?? null, time, jobId, visitNo, limit + 1];
    const rows = await this.heavyReads.rows<CountedVisit>({
      text: STORE_VISITS,
      values,
      kind: 'store',
      tooLarge: () => new FiguresTooLargeError('in these visits', 'ask for fewer visits by "limit"'),
    });
    return cutPage(rows, limit, (row) => [row.visitTime.toISOString(), row.jobId, String(row.visitNo)]);
  }
}
