import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { LOCKS } from '../../database/locks.js';
import { keysOf } from './name-keys.js';
import { CODE_BITS } from './spelling-table.js';
import { storeNames } from './store-names.js';

/**
 * Both tables by their keys, from where the last batch ended. Left to itself, each batch would read and sort all that is
 * left. It holds for the write of the batch too, which has to sort: before PostgreSQL 18 what is off costs so much on
 * paper that each batch would be compiled first.
 */
const WALK_IN_ORDER = `SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_sort = off;
  SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off`;

interface StaleName {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
}

/** What one batch did. */
export interface Renewal {
  readonly stores: number;
  readonly lastId: string;
  readonly isBusy: boolean;
}

/**
 * Stores whose keys are missing, or were made by another reading of names; but not by that of a later release, which may
 * run beside this one for a while.
 */
@Injectable()
export class StaleNamesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Makes the keys of some stores anew, in one transaction. No import changes names meanwhile: they take turns.
   *
   * @param afterId where the last call ended
   * @returns how many they were and the id they ended at; `isBusy` when an import is running
   */
  async renew(afterId: string, limit: number): Promise<Renewal> {
    return this.dataSource.transaction(async (manager) => {
      const [lock] = await manager.query<[{ taken: boolean }]>(
        'SELECT pg_try_advisory_xact_lock($1) AS taken',
        [LOCKS.storeImport],
      );
      if (!lock.taken) return { stores: 0, lastId: afterId, isBusy: true };
      const stale = await this.find(manager, afterId, limit);
      if (stale.length > 0) await this.keep(manager, stale);
      return { stores: stale.length, lastId: stale.at(-1)?.id ?? afterId, isBusy: false };
    });
  }

  /** Imports that wait for the keys of their names. */
  async findWaitingImports(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM store_imports WHERE searchable_at IS NULL',
    );
    return rows.map(({ id }) => id);
  }

  /** All names of these imports have their keys now. */
  async endWaiting(importIds: readonly string[]): Promise<void> {
    await this.dataSource.query(
      'UPDATE store_imports SET searchable_at = clock_timestamp() WHERE id = ANY ($1) AND searchable_at IS NULL',
      [importIds],
    );
    // Plans for tables that have grown so much would be guesses until autovacuum comes by.
    await this.dataSource.query('ANALYZE (SKIP_LOCKED) store_names, store_words');
  }

  private async find(manager: EntityManager, afterId: string, limit: number): Promise<StaleName[]> {
    await manager.query(WALK_IN_ORDER);
    return manager.query<StaleName[]>(
      `SELECT store.id, store.name, store.area_code AS "areaCode"
        FROM stores store LEFT JOIN store_names names ON names.store_id = store.id AND names.store_id > $1
        WHERE store.id > $1 AND names.fold_version IS DISTINCT FROM $2
          AND coalesce(names.fold_version, 0) >> ${CODE_BITS} <= $2 >> ${CODE_BITS}
        ORDER BY store.id LIMIT $3`,
      [afterId, storeNames().reader.version, limit],
    );
  }

  private async keep(manager: EntityManager, stale: readonly StaleName[]): Promise<void> {
    const { reader } = storeNames();
    const made = stale.map(({ id, name, areaCode }) => ({ id, keys: keysOf(reader, name, areaCode) }));
    await manager.query(
      `INSERT INTO store_names (store_id, keys, fold_version)
        SELECT id, keys, $2 FROM json_to_recordset($1) AS made (id text, keys text[])
        ON CONFLICT (store_id) DO UPDATE SET keys = excluded.keys, fold_version = excluded.fold_version`,
      [JSON.stringify(made), reader.version],
    );
  }
}
