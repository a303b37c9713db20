import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { cutPage, type Page } from '../../common/cursor.js';
import type { TimeRange } from '../../common/http/time-range.js';
import type { GroupCondition } from '../../stores/store-condition.js';
import type { ImageState } from '../reading/image-list.repository.js';
import { VISIT_IMAGES } from './visit-images.sql.js';

export interface VisitFilter {
  readonly storeId?: string;
  /** The area a store was in when it was visited. */
  readonly areaCode?: string;
  /** Stores that belong to it now. */
  readonly group?: GroupCondition;
  readonly visited: TimeRange;
}

export interface VisitedImage {
  readonly image_url: string;
  readonly state: ImageState;
  readonly perimeter: number | null;
}

export interface StoreVisit {
  readonly job_id: string;
  readonly visit_time: string;
  /** The area of the store at that time. */
  readonly area_code: string;
  readonly image_count: number;
  /** When retention removed the images; null while they are there. */
  readonly images_removed_at: string | null;
  /** The first ones; none once they were removed. */
  readonly images: readonly VisitedImage[];
}

export interface VisitedStore {
  readonly storeId: string;
  readonly storeName: string;
  readonly areaCode: string;
  readonly visitCount: number;
  /** Newest first. */
  readonly visits: readonly StoreVisit[];
}

/** Visits shown per store; the others are found by a narrower time range. */
const MAX_VISITS_PER_STORE = 50;

const MATCHES = `v.store_id = s.id
  AND ($2::timestamptz IS NULL OR v.visit_time >= $2) AND ($3::timestamptz IS NULL OR v.visit_time < $3)
  AND ($4::text IS NULL OR store_area_at(s.id, v.visit_time) = $4)`;

/** @param group whether the row `s` of a store belongs to it, as SQL */
const history = (group: string) => `
  WITH store AS (
    SELECT s.id, s.name, s.area_code FROM stores s
    WHERE s.id > $1 AND ($5::text IS NULL OR s.id = $5) AND ${group} AND EXISTS (SELECT FROM visits v WHERE ${MATCHES})
    ORDER BY s.id LIMIT $6
  )
  SELECT s.id AS "storeId", s.name AS "storeName", s.area_code AS "areaCode",
    (SELECT count(*)::int FROM visits v WHERE ${MATCHES}) AS "visitCount", history.visits
  FROM store s CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('job_id', v.job_id::text, 'visit_time', v.visit_time,
      'area_code', store_area_at(s.id, v.visit_time), 'image_count', v.image_count,
      'images_removed_at', j.images_removed_at, 'images', coalesce(photo.images, '[]')) ORDER BY v.visit_time DESC, v.job_id DESC
    ) AS visits
    FROM (
      SELECT * FROM visits v WHERE ${MATCHES} ORDER BY v.visit_time DESC, v.job_id DESC LIMIT ${MAX_VISITS_PER_STORE}
    ) AS v
    JOIN jobs j ON j.id = v.job_id
    CROSS JOIN LATERAL (${VISIT_IMAGES}) AS photo
  ) AS history
  ORDER BY s.id`;

@Injectable()
export class VisitHistoryRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Stores with visits that match, by id, each with its newest visits and what was measured. */
  async findPage(filter: VisitFilter, afterStoreId: string, limit: number): Promise<Page<VisitedStore>> {
    const { storeId, areaCode, group, visited } = filter;
    const values: unknown[] = [
      afterStoreId,
      visited.from ?? null,
      visited.before ?? null,
      areaCode ?? null,
      storeId ?? null,
      limit + 1,
    ];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const belongs = group?.few ? `s.id = ANY (${bind(group.few)}::text[])` : group?.ofStore('s', bind);
    const rows = await this.dataSource.query<VisitedStore[]>(history(belongs ?? 'true'), values);
    return cutPage(rows, limit, (row) => [row.storeId]);
  }
}
