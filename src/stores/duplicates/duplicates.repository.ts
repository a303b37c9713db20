import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import type { Category } from '../categories/category.js';
import type { Decision, Verdict } from './clusters.js';
import type { LikelyPair } from './likely-same.js';

/** A store as a cluster shows it. */
export interface ClusterStore {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly active: boolean;
  readonly category: Category;
}

/** Most pairs of an area that are read; more are not worked through by hand. */
const MAX_PAIRS = 20_000;
const MAX_DECISIONS = 20_000;

@Injectable()
export class DuplicatesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Areas behind `afterArea` that have anything to show, by code. */
  async findAreas(afterArea: string, areaCode: string | undefined, limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ area: string }[]>(
      `SELECT area_code AS area FROM duplicate_areas area
        WHERE area_code > $1 AND ($2::text IS NULL OR area_code = $2) AND (
          EXISTS (SELECT FROM duplicate_pairs pair WHERE pair.area_code = area.area_code)
          OR EXISTS (SELECT FROM duplicate_decisions decision WHERE decision.area_code = area.area_code))
        ORDER BY area_code LIMIT $3`,
      [afterArea, areaCode ?? null, limit],
    );
    return rows.map(({ area }) => area);
  }

  async findPairs(areaCode: string): Promise<LikelyPair[]> {
    return this.dataSource.query<LikelyPair[]>(
      `SELECT store_a AS "storeA", store_b AS "storeB", confidence, reason FROM duplicate_pairs
        WHERE area_code = $1 ORDER BY confidence DESC, store_a, store_b LIMIT ${MAX_PAIRS}`,
      [areaCode],
    );
  }

  /** Decisions of an area, from the oldest to the newest. */
  async findDecisions(areaCode: string): Promise<Decision[]> {
    return this.dataSource.query<Decision[]>(
      `SELECT id, verdict, store_ids AS "storeIds", decided_by AS "decidedBy", decided_at AS "decidedAt"
        FROM duplicate_decisions WHERE area_code = $1 ORDER BY id LIMIT ${MAX_DECISIONS}`,
      [areaCode],
    );
  }

  async findStores(ids: readonly string[]): Promise<ClusterStore[]> {
    return this.dataSource.query<ClusterStore[]>(
      `SELECT id, name, area_code AS "areaCode", active, category FROM stores WHERE id = ANY ($1) ORDER BY id`,
      [ids],
    );
  }

  /** How much of the Store Master was searched, and when last. */
  async findProgress(): Promise<{ areas: number; searchedAt: Date | null }> {
    const [row] = await this.dataSource.query<[{ areas: number; searchedAt: Date | null }]>(
      `SELECT count(*)::int AS areas, max(searched_at) AS "searchedAt" FROM duplicate_areas`,
    );
    return row;
  }

  /** Keeps a decision, and who made it. */
  async decide(verdict: Verdict, stores: readonly ClusterStore[], by: Caller): Promise<Decision> {
    const ids = stores.map(({ id }) => id).sort();
    const [decision] = await this.dataSource.query<[Decision]>(
      `WITH decision AS (
        INSERT INTO duplicate_decisions (verdict, store_ids, area_code, decided_by) VALUES ($1, $2, $3, $4) RETURNING *
      ), audited AS (
        ${recordBy(5, 'duplicates.decided')}, id::text, jsonb_build_object('verdict', verdict, 'store_ids', store_ids)
        FROM decision
      )
      SELECT id, verdict, store_ids AS "storeIds", decided_by AS "decidedBy", decided_at AS "decidedAt" FROM decision`,
      [verdict, ids, stores[0]?.areaCode, by.name, ...actorValues(by)],
    );
    return decision;
  }

  /** @returns whether there was such a decision */
  async undo(id: string, by: Caller): Promise<boolean> {
    const [{ undone }] = await this.dataSource.query<[{ undone: number }]>(
      `WITH decision AS (DELETE FROM duplicate_decisions WHERE id = $1 RETURNING *), audited AS (
        ${recordBy(2, 'duplicates.undone')}, id::text, jsonb_build_object('verdict', verdict, 'store_ids', store_ids)
        FROM decision
      )
      SELECT count(*)::int AS undone FROM decision`,
      [id, ...actorValues(by)],
    );
    return undone > 0;
  }

  /** Areas that look different from when they were searched, and how they look now. */
  async findChangedAreas(version: number): Promise<{ areaCode: string; fingerprint: string }[]> {
    return this.dataSource.query<{ areaCode: string; fingerprint: string }[]>(
      `SELECT now.area_code AS "areaCode", now.fingerprint FROM (
          SELECT area_code, concat_ws(' ', $1::text, count(*), extract(epoch FROM max(updated_at)),
            sum(hashtext(category)::bigint)) AS fingerprint
          FROM stores WHERE active GROUP BY area_code
        ) AS now LEFT JOIN duplicate_areas known ON known.area_code = now.area_code
        WHERE known.fingerprint IS DISTINCT FROM now.fingerprint ORDER BY 1`,
      [version],
    );
  }

  async findActiveStores(
    areaCode: string,
    limit: number,
  ): Promise<{ id: string; name: string; category: Category }[]> {
    return this.dataSource.query<{ id: string; name: string; category: Category }[]>(
      'SELECT id, name, category FROM stores WHERE area_code = $1 AND active ORDER BY id LIMIT $2',
      [areaCode, limit],
    );
  }

  /** Puts what a search of an area found in the place of what the one before found. */
  async keepPairs(areaCode: string, fingerprint: string, pairs: readonly LikelyPair[]): Promise<void> {
    await this.dataSource.transaction(async (manager: EntityManager) => {
      await manager.query('DELETE FROM duplicate_pairs WHERE area_code = $1', [areaCode]);
      await manager.query(
        `INSERT INTO duplicate_pairs (area_code, store_a, store_b, confidence, reason)
          SELECT $1, "storeA", "storeB", confidence, reason
          FROM json_to_recordset($2) AS pair ("storeA" text, "storeB" text, confidence real, reason text)`,
        [areaCode, JSON.stringify(pairs)],
      );
      await manager.query(
        `INSERT INTO duplicate_areas (area_code, fingerprint) VALUES ($1, $2)
          ON CONFLICT (area_code) DO UPDATE SET fingerprint = excluded.fingerprint, searched_at = now()`,
        [areaCode, fingerprint],
      );
    });
  }
}
