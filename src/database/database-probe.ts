import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { hasAllMigrations } from './migrator.js';

/** Looks whether the database can be used. */
@Injectable()
export class DatabaseProbe {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns whether all migrations are applied; undefined when the database does not answer in time */
  async hasAllMigrations(deadlineMs: number): Promise<boolean | undefined> {
    const late = new Promise<undefined>((resolve) =>
      setTimeout(() => resolve(undefined), deadlineMs).unref(),
    );
    const applied = hasAllMigrations(this.dataSource).catch(() => undefined);
    return Promise.race([applied, late]);
  }
}
