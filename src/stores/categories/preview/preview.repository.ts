import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { loadCategoriser, type CurrentCategoriser } from '../current-categoriser.js';
import type { CategorisedStore } from '../recategorising/pass.js';

/** Stores that a preview looks at. Of more, it takes so many from everywhere, always the same. */
export const PREVIEW_STORES = 50_000;

const SAMPLE = `
  SELECT id, name, category, category_confidence AS confidence, category_reason AS reason, category_source AS source
  FROM stores TABLESAMPLE BERNOULLI ($1) REPEATABLE (1)`;

/** What a preview needs to know. */
@Injectable()
export class PreviewRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param content a rule file, to go by instead of the rules in force */
  async loadCandidate(content: string): Promise<CurrentCategoriser | undefined> {
    return loadCategoriser((text, values) => this.dataSource.query(text, [...values]), content);
  }

  async sample(): Promise<{ total: number; stores: CategorisedStore[] }> {
    const [{ total }] = await this.dataSource.query<[{ total: number }]>(
      'SELECT count(*)::int AS total FROM stores',
    );
    const percent = Math.min(100, (100 * PREVIEW_STORES) / Math.max(1, total));
    return { total, stores: await this.dataSource.query<CategorisedStore[]>(SAMPLE, [percent]) };
  }
}
