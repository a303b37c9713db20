import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { narrowing } from '../store-search.sql.js';
import type { StoreFilter } from '../stores.repository.js';
import type { Decision, Verdict } from './clusters.js';

const COLUMNS = `id, verdict, store_ids AS "storeIds", decided_by AS "decidedBy", decided_at AS "decidedAt"`;

/** What people decided about stores, wherever these are now. What was taken back is kept, and does not count. */
@Injectable()
export class DecisionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Decisions about stores that the pairs of an area speak of, from the oldest to the newest. */
  async findAbout(areaCode: string): Promise<Decision[]> {
    return this.dataSource.query<Decision[]>(
      `WITH paired (id) AS (
        SELECT store_a FROM duplicate_pairs WHERE area_code = $1
        UNION SELECT store_b FROM duplicate_pairs WHERE area_code = $1
      )
      SELECT ${COLUMNS} FROM duplicate_decisions WHERE id IN (
        SELECT decision.id FROM paired JOIN duplicate_decisions decision
          ON decision.store_ids @> ARRAY[paired.id] AND decision.undone_at IS NULL)
      ORDER BY id`,
      [areaCode],
    );
  }

  /** Decisions in force about stores that fit, the newest first, those before `beforeId`. */
  async findPage(
    verdict: Verdict,
    { areaCode, ...filter }: StoreFilter,
    beforeId: string | undefined,
    limit: number,
  ): Promise<Decision[]> {
    const values: unknown[] = [verdict, beforeId ?? null, limit];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const ofStore = narrowing(filter, 'store', bind);
    if (areaCode !== undefined) ofStore.push(`store.area_code = ${bind(areaCode)}`);
    // One about the same stores and perhaps more, and later, has taken its place.
    return this.dataSource.query<Decision[]>(
      `SELECT ${COLUMNS} FROM duplicate_decisions decision
        WHERE verdict = $1 AND undone_at IS NULL AND ($2::bigint IS NULL OR id < $2)
          AND NOT EXISTS (SELECT FROM duplicate_decisions newer WHERE newer.id > decision.id
            AND newer.undone_at IS NULL AND newer.store_ids @> decision.store_ids)
          AND EXISTS (SELECT FROM stores store
            WHERE ${['store.id = ANY (decision.store_ids)', ...ofStore].join(' AND ')})
        ORDER BY id DESC LIMIT $3`,
      values,
    );
  }

  /** Keeps a decision, and who made it. */
  async decide(verdict: Verdict, storeIds: readonly string[], by: Caller): Promise<Decision> {
    const [decision] = await this.dataSource.query<[Decision]>(
      `WITH decision AS (
        INSERT INTO duplicate_decisions (verdict, store_ids, decided_by) VALUES ($1, $2, $3) RETURNING *
      ), audited AS (
        ${recordBy(4, 'duplicates.decided')}, id::text, jsonb_build_object('verdict', verdict, 'store_ids', store_ids)
        FROM decision
      )
      SELECT ${COLUMNS} FROM decision`,
      [verdict, [...storeIds].sort(), by.name, ...actorValues(by)],
    );
    return decision;
  }

  /** @returns whether there was such a decision in force */
  async undo(id: string, by: Caller): Promise<boolean> {
    const [{ undone }] = await this.dataSource.query<[{ undone: number }]>(
      `WITH decision AS (
        UPDATE duplicate_decisions SET undone_at = now(), undone_by = $2 WHERE id = $1 AND undone_at IS NULL RETURNING *
      ), audited AS (
        ${recordBy(3, 'duplicates.undone')}, id::text, jsonb_build_object('verdict', verdict, 'store_ids', store_ids)
        FROM decision
      )
      SELECT count(*)::int AS undone FROM decision`,
      [id, by.name, ...actorValues(by)],
    );
    return undone > 0;
  }
}
