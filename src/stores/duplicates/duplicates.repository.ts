import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Category } from '../categories/category.js';
import type { GroupCondition } from '../store-condition.js';
import { narrowing } from '../store-search.sql.js';
import type { LikelyPair } from './likely-same.js';

/** A store as a cluster shows it. */
export interface ClusterStore {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly active: boolean;
  readonly category: Category;
}

/** How much of the Store Master was searched, and when last. */
export interface SearchProgress {
  readonly areas: number;
  readonly stores: number;
  /** Whether all was looked at in the areas that were searched. */
  readonly isComplete: boolean;
  readonly searchedAt: Date | null;
}

@Injectable()
export class DuplicatesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Areas from `fromCode` on that have pairs, by code. */
  async findAreas(fromCode: string, areaCode: string | undefined, limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ area: string }[]>(
      `SELECT area_code AS area FROM duplicate_areas area
        WHERE area_code >= $1 AND ($2::text IS NULL OR area_code = $2)
          AND EXISTS (SELECT FROM duplicate_pairs pair WHERE pair.area_code = area.area_code)
        ORDER BY area_code LIMIT $3`,
      [fromCode, areaCode ?? null, limit],
    );
    return rows.map(({ area }) => area);
  }

  async findPairs(areaCode: string): Promise<LikelyPair[]> {
    return this.dataSource.query<LikelyPair[]>(
      `SELECT store_a AS "storeA", store_b AS "storeB", confidence, reason FROM duplicate_pairs WHERE area_code = $1`,
      [areaCode],
    );
  }

  async findStores(ids: readonly string[]): Promise<ClusterStore[]> {
    return this.dataSource.query<ClusterStore[]>(
      `SELECT id, name, area_code AS "areaCode", active, category FROM stores WHERE id = ANY ($1) ORDER BY id`,
      [ids],
    );
  }

  /** Those of the stores that belong to a group. */
  async findInGroup(ids: readonly string[], group: GroupCondition): Promise<Set<string>> {
    const values: unknown[] = [ids];
    const conditions = narrowing({ group }, 'store', (value) => `$${values.push(value)}`);
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM stores store WHERE ${['id = ANY ($1)', ...conditions].join(' AND ')}`,
      values,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async findProgress(areaCode: string | undefined): Promise<SearchProgress> {
    const [progress] = await this.dataSource.query<[SearchProgress]>(
      `SELECT count(*)::int AS areas, coalesce(sum(stores_searched), 0)::int AS stores,
          coalesce(bool_and(is_complete), true) AS "isComplete", max(searched_at) AS "searchedAt"
        FROM duplicate_areas WHERE $1::text IS NULL OR area_code = $1`,
      [areaCode ?? null],
    );
    return progress;
  }
}
