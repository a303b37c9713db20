import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { cutPage, type Page } from '../common/cursor.js';
import { named } from '../database/named-values.js';
import type { Category, CategorySource } from './categories/category.js';
import { StoreChangeEntity } from './store-change.entity.js';
import { StoreEntity } from './store.entity.js';
import type { GroupCondition } from './store-condition.js';
import { narrowing, storeSearch, type Search } from './store-search.sql.js';
import type { SomeIds } from './stores.errors.js';

/** Ids that errors name; more would not help anybody. */
const NAMED_IDS = 10;

export interface StoreFilter {
  /** Part of the name or the id, in any case. */
  readonly text?: string;
  readonly areaCode?: string;
  readonly active?: boolean;
  /** Stores with this tag. */
  readonly tag?: string;
  /** Stores of a group. */
  readonly group?: GroupCondition;
  readonly category?: Category;
  readonly categorySource?: CategorySource;
}

/** An area and how many stores it has. */
export interface AreaCount {
  readonly areaCode: string;
  readonly stores: number;
  readonly activeStores: number;
}

/** What is to be known of stores before they are visited. */
export interface LookedUp {
  readonly unknown?: SomeIds;
  readonly inactive?: SomeIds;
  /** By id, of the active stores that have one of the categories that were asked for. */
  readonly categories: ReadonlyMap<string, string>;
}

@Injectable()
export class StoresRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Which of the ids belong to no store, which to an inactive one, and which to one of these categories; in one query. */
  async lookUpIds(ids: readonly string[], categories: readonly string[]): Promise<LookedUp> {
    type Group = SomeIds & { readonly active: boolean | null; readonly category: string | null };
    const groups = await this.dataSource.query<Group[]>(
      `SELECT store.active, CASE WHEN store.active THEN store.category END AS category, count(*)::int AS count,
          CASE WHEN store.active THEN array_agg(wanted.id)
            ELSE (array_agg(wanted.id ORDER BY wanted.position))[1:${NAMED_IDS}] END AS first
        FROM unnest($1::text[]) WITH ORDINALITY AS wanted (id, position)
        LEFT JOIN stores store ON store.id = wanted.id
        WHERE store.active IS NOT TRUE OR store.category = ANY ($2)
        GROUP BY 1, 2`,
      [ids, categories],
    );
    return {
      unknown: groups.find(({ active }) => active === null),
      inactive: groups.find(({ active }) => active === false),
      categories: new Map(
        groups.flatMap(({ category, first }) => (category === null ? [] : first.map((id) => [id, category]))),
      ),
    };
  }

  /** Those of the ids that belong to a store. */
  async findKnownIds(ids: readonly string[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM stores WHERE id = ANY ($1::text[])`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Stores by id, those behind `afterId`. */
  async findPage(filter: StoreFilter, afterId: string, limit: number): Promise<Page<StoreEntity>> {
    const query = this.dataSource
      .createQueryBuilder(StoreEntity, 'store')
      .where('store.id > :afterId', { afterId })
      .orderBy('store.id')
      .limit(limit + 1);
    const { text, areaCode, active } = filter;
    if (areaCode !== undefined) query.andWhere('store.areaCode = :areaCode', { areaCode });
    if (active !== undefined) query.andWhere('store.active = :active', { active });
    for (const condition of narrowing(filter, 'store', named(query))) query.andWhere(condition);
    if (text !== undefined) {
      const ids = await this.search(filter, afterId, limit + 1);
      query.andWhere('store.id = ANY (:ids)', { ids });
    }
    return cutPage(await query.getMany(), limit, ({ id }) => [id]);
  }

  private async search(filter: StoreFilter, afterId: string, limit: number): Promise<string[]> {
    const { nearby, everywhere } = storeSearch(filter, afterId, limit);
    const ask = async ({ text, values }: Search) =>
      (await this.dataSource.query<{ id: string }[]>(text, [...values])).map(({ id }) => id);
    const found = await ask(nearby);
    return found.length === limit ? found : ask(everywhere);
  }

  async findById(id: string): Promise<StoreEntity | null> {
    return this.dataSource.getRepository(StoreEntity).findOneBy({ id });
  }

  /** What imports changed of a store, newest first. */
  async findChanges(storeId: string, limit: number): Promise<StoreChangeEntity[]> {
    const changes = this.dataSource.getRepository(StoreChangeEntity);
    return changes.find({ where: { storeId }, order: { changedAt: 'DESC', id: 'DESC' }, take: limit });
  }

  /** Areas by code, those behind `afterCode`. */
  async countByArea(afterCode: string, limit: number): Promise<Page<AreaCount>> {
    const areas = await this.dataSource.query<AreaCount[]>(
      `SELECT area_code AS "areaCode", count(*)::int AS stores,
          (count(*) FILTER (WHERE active))::int AS "activeStores"
        FROM stores WHERE area_code > $1
        GROUP BY area_code ORDER BY area_code LIMIT $2`,
      [afterCode, limit + 1],
    );
    return cutPage(areas, limit, ({ areaCode }) => [areaCode]);
  }
}
