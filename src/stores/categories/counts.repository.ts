import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { StoreCondition } from '../store-condition.js';
import type { Category, CategorySource } from './category.js';

/** How many stores are in a category, by where that comes from. */
export interface CategoryCount {
  readonly category: Category;
  readonly source: CategorySource;
  readonly stores: number;
}

/** How many stores there are of each kind. */
@Injectable()
export class CountsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Active stores and inactive ones; of one area, of a group, or of all. */
  async count(areaCode: string | undefined, group: StoreCondition | undefined): Promise<CategoryCount[]> {
    const values: unknown[] = [areaCode ?? null];
    const inGroup = group?.ofStore('s', (value) => `$${values.push(value)}`) ?? 'true';
    return this.dataSource.query(
      `SELECT category, category_source AS source, count(*)::int AS stores FROM stores s
       WHERE ($1::text IS NULL OR area_code = $1) AND ${inGroup} GROUP BY 1, 2`,
      values,
    );
  }
}
