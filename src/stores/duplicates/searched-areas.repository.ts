import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { AreaStore } from './area-blocks.js';
import type { LikelyPair } from './likely-same.js';

/** An area as it looks now, so that a later look can tell whether it has changed. */
export interface AreaLook {
  readonly areaCode: string;
  /** Of its active stores and their names, and of the way they are read. */
  readonly fingerprint: string;
  /** Of the categories of its stores. */
  readonly categories: string;
}

/** What a search of an area found. */
export interface AreaSearch {
  readonly pairs: readonly LikelyPair[];
  /** Stores that were looked at. */
  readonly stores: number;
  /** Whether that was all of it: all stores, all pairs worth it, all that was found. */
  readonly isComplete: boolean;
}

/** A new category says little about duplicates: for it alone an area is not searched more often. */
const CATEGORIES_WAIT = '1 hour';

@Injectable()
export class SearchedAreasRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Areas that look different from when they were searched. @param version of the reading of names */
  async findChanged(version: number): Promise<AreaLook[]> {
    return this.dataSource.query<AreaLook[]>(
      `SELECT look.area_code AS "areaCode", look.fingerprint, look.categories FROM (
          SELECT area_code, concat_ws(' ', $1::text, count(*), extract(epoch FROM max(updated_at))) AS fingerprint,
            sum(hashtext(category)::bigint) AS categories
          FROM stores WHERE active GROUP BY area_code
        ) AS look LEFT JOIN duplicate_areas known ON known.area_code = look.area_code
        WHERE known.fingerprint IS DISTINCT FROM look.fingerprint OR (known.categories <> look.categories
          AND known.searched_at < now() - interval '${CATEGORIES_WAIT}')
        ORDER BY 1`,
      [version],
    );
  }

  /** Forgets areas that have no active stores any more, with what was found in them. */
  async forgetVanished(): Promise<void> {
    await this.dataSource.query(
      `WITH vanished AS (
        DELETE FROM duplicate_areas area
        WHERE NOT EXISTS (SELECT FROM stores WHERE area_code = area.area_code AND active) RETURNING area_code
      )
      DELETE FROM duplicate_pairs pair USING vanished WHERE pair.area_code = vanished.area_code`,
    );
  }

  async findActiveStores(areaCode: string, limit: number): Promise<AreaStore[]> {
    return this.dataSource.query<AreaStore[]>(
      'SELECT id, name, category FROM stores WHERE area_code = $1 AND active ORDER BY id LIMIT $2',
      [areaCode, limit],
    );
  }

  /** Puts what a search of an area found in the place of what the one before found. */
  async keep({ areaCode, fingerprint, categories }: AreaLook, found: AreaSearch): Promise<void> {
    await this.dataSource.transaction(async (manager: EntityManager) => {
      await manager.query('DELETE FROM duplicate_pairs WHERE area_code = $1', [areaCode]);
      await manager.query(
        `INSERT INTO duplicate_pairs (area_code, store_a, store_b, confidence, reason)
          SELECT $1, "storeA", "storeB", confidence, reason
          FROM json_to_recordset($2) AS pair ("storeA" text, "storeB" text, confidence real, reason text)`,
        [areaCode, JSON.stringify(found.pairs)],
      );
      await manager.query(
        `INSERT INTO duplicate_areas (area_code, fingerprint, categories, stores_searched, is_complete)
          VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (area_code) DO UPDATE SET fingerprint = excluded.fingerprint, categories = excluded.categories,
            stores_searched = excluded.stores_searched, is_complete = excluded.is_complete, searched_at = now()`,
        [areaCode, fingerprint, categories, found.stores, found.isComplete],
      );
    });
  }
}
