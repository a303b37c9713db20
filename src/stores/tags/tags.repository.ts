import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { betweenImports } from '../import/import-turns.repository.js';
import type { StoreCondition } from '../store-condition.js';
import { changeTags, COUNT_TAGS, MAX_CHANGED, REPLACED, UNDONE } from './tags.sql.js';

export interface TagCount {
  readonly tag: string;
  readonly stores: number;
}

/** What became of a change. */
export interface TagChange {
  /** Null when nothing was changed. */
  readonly id: string | null;
  readonly stores: number;
  /** A store that would have too many tags. */
  readonly fullStore: string | null;
}

/** Tags that stores get and lose. */
export interface TagWish {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

@Injectable()
export class TagsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Changes nothing when it is too much, or a store would have too many. */
  change(which: StoreCondition, { add, remove }: TagWish, by: Caller): Promise<TagChange> {
    const { where, values, bind } = narrowing(which);
    const wanted = `SELECT s.id, ${bind(add)}::text[] AS add, ${bind(remove)}::text[] AS remove
      FROM stores s WHERE ${where} AND (NOT s.tags @> ${bind(add)}::text[] OR s.tags && ${bind(remove)}::text[])
      LIMIT ${MAX_CHANGED + 1}`;
    return this.write(wanted, values, by);
  }

  async count(which: StoreCondition): Promise<number> {
    const { where, values } = narrowing(which);
    const [row] = await this.dataSource.query<[{ stores: number }]>(
      `SELECT count(*)::int AS stores FROM stores s WHERE ${where}`,
      values,
    );
    return row.stores;
  }

  replace(storeId: string, tags: readonly string[], by: Caller): Promise<TagChange> {
    return this.write(REPLACED, [storeId, tags], by);
  }

  undo(changeId: string, by: Caller): Promise<TagChange> {
    return this.write(UNDONE, [changeId], by);
  }

  async hasChange(changeId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM store_tag_changes WHERE change_id = $1 LIMIT 1`,
      [changeId],
    );
    return rows.length > 0;
  }

  /** The most frequent first. */
  list(beginning: string): Promise<TagCount[]> {
    return this.dataSource.query<TagCount[]>(COUNT_TAGS, [beginning]);
  }

  /** @throws ImportRunningError */
  private async write(wanted: string, values: readonly unknown[], by: Caller): Promise<TagChange> {
    const statement = changeTags(wanted, values.length + 1);
    const all = [...values, by.name, ...actorValues(by)];
    return betweenImports(this.dataSource, async (manager) => {
      const [change] = await manager.query<[TagChange]>(statement, all);
      return change;
    });
  }
}

function narrowing(which: StoreCondition) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  return { where: which.ofStore('s', bind), values, bind };
}
