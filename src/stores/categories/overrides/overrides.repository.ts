import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues, recordBy } from '../../../access/audit/record-by.js';
import type { Caller } from '../../../access/caller.js';
import { WANT_SOON } from '../category-work.sql.js';
import type { Category } from '../category.js';
import { loadCategoriser } from '../current-categoriser.js';

/** The store's row is held first, then that of the work, as a pass does: so they cannot wait for each other. */
const SET = `
  WITH before AS MATERIALIZED (
    SELECT id, category FROM stores WHERE id = $1 FOR UPDATE
  ), store AS (
    UPDATE stores SET category = $2, category_confidence = 1, category_reason = $3, category_source = 'hand'
    FROM before WHERE stores.id = before.id
  ), kept AS (
    INSERT INTO category_overrides (store_id, category, set_by) SELECT id, $2, $5 FROM before
    ON CONFLICT (store_id) DO UPDATE SET category = excluded.category, set_by = excluded.set_by, set_at = now()
  ), asked AS (
    ${WANT_SOON} WHERE EXISTS (SELECT FROM before)
  ), audit AS (
    ${recordBy(4, 'store.categorised')}, id, jsonb_build_object('category', $2, 'before', category) FROM before
  )
  SELECT id FROM before`;

const TAKE_BACK = `
  WITH gone AS (
    DELETE FROM category_overrides WHERE store_id = $1 RETURNING store_id, category
  ), asked AS (
    ${WANT_SOON} WHERE EXISTS (SELECT FROM gone)
  ), audit AS (
    ${recordBy(2, 'store.uncategorised')}, store_id, jsonb_build_object('before', category) FROM gone
  )
  SELECT store_id FROM gone`;

/** Categories that somebody has set by hand. The rows of `stores` have them too, for all who read. */
@Injectable()
export class OverridesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns whether there is such a store */
  async set(storeId: string, category: Category, reason: string, by: Caller): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(SET, [storeId, category, reason, ...actorValues(by)]);
    return rows.length > 0;
  }

  /** Gives the store back to the rules, and to what the other corrections teach; does nothing where nothing was set. */
  async takeBack(storeId: string, by: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [store] = await manager.query<{ name: string }[]>(
        'SELECT name FROM stores WHERE id = $1 FOR UPDATE',
        [storeId],
      );
      const gone = await manager.query<unknown[]>(TAKE_BACK, [storeId, ...actorValues(by)]);
      if (store && gone.length > 0) await categorise(manager, storeId, store.name);
    });
  }
}

async function categorise(manager: EntityManager, storeId: string, name: string): Promise<void> {
  const current = await loadCategoriser((text, values) => manager.query(text, [...values]));
  const { category, confidence, reason, source } = current?.categoriser.categorise(name) ?? {
    category: 'unknown',
    confidence: 0,
    reason: '',
    source: 'none',
  };
  await manager.query(
    `UPDATE stores SET category = $2, category_confidence = $3, category_reason = $4, category_source = $5 WHERE id = $1`,
    [storeId, category, confidence, reason, source],
  );
}
