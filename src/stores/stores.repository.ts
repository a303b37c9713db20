import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { SomeIds } from './stores.errors.js';

/** Ids that errors name; more would not help anybody. */
const NAMED_IDS = 10;

@Injectable()
export class StoresRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Which of the ids belong to no store, and which to an inactive one; answered by one query. */
  async findUnusableIds(ids: readonly string[]): Promise<{ unknown?: SomeIds; inactive?: SomeIds }> {
    const groups = await this.dataSource.query<{ unknown: boolean; count: number; first: string[] }[]>(
      `SELECT store.id IS NULL AS unknown, count(*)::int AS count,
          (array_agg(wanted.id ORDER BY wanted.position))[1:${NAMED_IDS}] AS first
        FROM unnest($1::text[]) WITH ORDINALITY AS wanted (id, position)
        LEFT JOIN stores store ON store.id = wanted.id
        WHERE store.active IS NOT TRUE
        GROUP BY 1`,
      [ids],
    );
    return {
      unknown: groups.find(({ unknown }) => unknown),
      inactive: groups.find(({ unknown }) => !unknown),
    };
  }
}
