import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../../access/audit/record-by.js';
import type { Caller } from '../../../access/caller.js';
import { betweenImports } from '../../import/import-turns.repository.js';
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

/** Nothing is known of the store for a moment. Should the process end in it, the pass that is asked for goes on. */
const TAKE_BACK = `
  WITH store AS MATERIALIZED (
    SELECT id, name FROM stores WHERE id = $1 FOR UPDATE
  ), gone AS MATERIALIZED (
    DELETE FROM category_overrides USING store WHERE store_id = store.id RETURNING store_id, name, category
  ), freed AS (
    UPDATE stores SET category = 'unknown', category_confidence = 0, category_reason = '', category_source = 'none'
    FROM gone WHERE stores.id = gone.store_id
  ), asked AS (
    ${WANT_SOON} WHERE EXISTS (SELECT FROM gone)
  ), audit AS (
    ${recordBy(2, 'store.uncategorised')}, store_id, jsonb_build_object('before', category) FROM gone
  )
  SELECT name FROM gone`;

/** Unless somebody was quicker: by hand, by a new name, or in a pass. */
const CATEGORISE = `
  UPDATE stores SET category = $3, category_confidence = $4, category_reason = $5, category_source = $6
  WHERE id = $1 AND name = $2 AND category_source = 'none'`;

/** Categories that somebody has set by hand. The rows of `stores` have them too, for all who read. */
@Injectable()
export class OverridesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @returns whether there is such a store
   * @throws ImportRunningError
   */
  async set(storeId: string, category: Category, reason: string, by: Caller): Promise<boolean> {
    const values = [storeId, category, reason, ...actorValues(by)];
    const rows = await betweenImports(this.dataSource, (manager) => manager.query<unknown[]>(SET, values));
    return rows.length > 0;
  }

  /**
   * Gives the store back to the rules, and to what the other corrections teach; does nothing where nothing was set.
   *
   * @throws ImportRunningError
   */
  async takeBack(storeId: string, by: Caller): Promise<void> {
    const [store] = await betweenImports(this.dataSource, (manager) =>
      manager.query<{ name: string }[]>(TAKE_BACK, [storeId, ...actorValues(by)]),
    );
    if (!store) return;
    // Learning takes a second: no row is held meanwhile.
    const current = await loadCategoriser((text, values) => this.dataSource.query(text, [...values]));
    if (!current) return;
    const { category, confidence, reason, source } = current.categoriser.categorise(store.name);
    await this.dataSource.query(CATEGORISE, [storeId, store.name, category, confidence, reason, source]);
  }
}
