import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LOCKS } from '../../../database/locks.js';
import { loadCategoriser, type CurrentCategoriser } from '../current-categoriser.js';
import type { Change, CategorisedStore, Pass } from './pass.js';

const COLUMNS = `served, version_id AS "versionId", after_id AS "afterId", stores, checked, changed,
  started_at AS "startedAt", finished_at AS "finishedAt", wanted <> served AS "isOutdated",
  version_id IS DISTINCT FROM (SELECT max(id) FROM category_rule_versions) AS "hasOtherRules"`;

const IS_DUE = `SELECT 1 FROM category_work
  WHERE (wanted <> served OR finished_at IS NULL) AND due_at <= now()
    AND EXISTS (SELECT FROM category_rule_versions)`;

const BEGIN = `
  UPDATE category_work SET served = $1, version_id = $2, after_id = '', checked = 0, changed = 0,
    stores = (SELECT count(*) FROM stores), started_at = clock_timestamp(), finished_at = NULL
  RETURNING ${COLUMNS}`;

/** Only where the store is still as it was read: another name has another category, and one by hand stays. */
const CHANGE = `
  UPDATE stores SET category = change.category, category_confidence = change.confidence,
    category_reason = change.reason, category_source = change.source
  FROM unnest($1::text[], $2::text[], $3::text[], $4::real[], $5::text[], $6::text[])
    AS change (id, name, category, confidence, reason, source)
  WHERE stores.id = change.id AND stores.name = change.name AND stores.category_source <> 'hand'`;

/** Of two that walk the same way, the second finds that the pass has moved on. */
const MOVE_ON = `
  UPDATE category_work SET after_id = $3, checked = checked + $4, changed = changed + $5
  WHERE served = $1 AND after_id = $2 RETURNING ${COLUMNS}`;

/** Passes over all stores, and how far the newest has come. */
@Injectable()
export class PassesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Whether there is something to do now. Asked all the time, so it costs next to nothing. */
  async isDue(): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>(IS_DUE)).length > 0;
  }

  async load(): Promise<CurrentCategoriser | undefined> {
    return loadCategoriser((text, values) => this.dataSource.query(text, [...values]));
  }

  async find(): Promise<Pass> {
    const [pass] = await this.dataSource.query<[Pass]>(`SELECT ${COLUMNS} FROM category_work`);
    return pass;
  }

  async begin({ wanted, versionId }: CurrentCategoriser): Promise<Pass> {
    const [[pass]] = await this.dataSource.query<[[Pass]]>(BEGIN, [wanted, versionId]);
    return pass;
  }

  async findStores(afterId: string, limit: number): Promise<CategorisedStore[]> {
    return this.dataSource.query(
      `SELECT id, name, category, category_confidence AS confidence, category_reason AS reason, category_source AS source
       FROM stores WHERE id > $1 ORDER BY id LIMIT $2`,
      [afterId, limit],
    );
  }

  /**
   * Stores what is other than before, and moves the pass on, in one transaction. Never while an import merges: both
   * hold many rows, and would wait for each other.
   *
   * @returns the pass, `busy` when an import is merging, or undefined when the pass is no longer ours
   */
  async step(
    { served, afterId }: Pass,
    lastId: string,
    checked: number,
    changes: readonly Change[],
  ): Promise<Pass | 'busy' | undefined> {
    const step = this.dataSource.transaction<Pass | 'busy'>(async (manager) => {
      const [lock] = await manager.query<[{ free: boolean }]>(
        'SELECT pg_try_advisory_xact_lock($1) AS free',
        [LOCKS.storeImport],
      );
      if (!lock.free) return 'busy';
      const [, changed] =
        changes.length > 0 ? await manager.query<[unknown, number]>(CHANGE, columnsOf(changes)) : [[], 0];
      const [[moved]] = await manager.query<[Pass[]]>(MOVE_ON, [served, afterId, lastId, checked, changed]);
      // What was changed meanwhile is undone: whoever took over may go by newer rules.
      if (!moved) throw new MovedOnError();
      return moved;
    });
    return step.catch((error: unknown) => {
      if (error instanceof MovedOnError) return undefined;
      throw error;
    });
  }

  async finish({ served }: Pass): Promise<void> {
    await this.dataSource.query(
      'UPDATE category_work SET finished_at = clock_timestamp() WHERE served = $1 AND finished_at IS NULL',
      [served],
    );
  }
}

/** The pass is somebody else's by now. */
class MovedOnError extends Error {}

function columnsOf(changes: readonly Change[]): unknown[][] {
  return [
    changes.map(({ id }) => id),
    changes.map(({ name }) => name),
    changes.map(({ category }) => category),
    changes.map(({ confidence }) => confidence),
    changes.map(({ reason }) => reason),
    changes.map(({ source }) => source),
  ];
}
