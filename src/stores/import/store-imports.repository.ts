import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, LessThan } from 'typeorm';
import { cutPage, type Page } from '../../common/cursor.js';
import { StoreImportEntity } from '../store-import.entity.js';

/** The imports there have been. */
@Injectable()
export class StoreImportsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Imports before `beforeId`, newest first. */
  async findPage(beforeId: string | undefined, limit: number): Promise<Page<StoreImportEntity>> {
    const rows = await this.dataSource.getRepository(StoreImportEntity).find({
      where: beforeId === undefined ? {} : { id: LessThan(beforeId) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    return cutPage(rows, limit, ({ id }) => [id]);
  }

  async findById(id: string): Promise<StoreImportEntity | null> {
    return this.dataSource.getRepository(StoreImportEntity).findOneBy({ id });
  }

  async hasStores(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ found: boolean }[]>(
      'SELECT EXISTS (SELECT FROM stores) AS found',
    );
    return row?.found ?? false;
  }
}
