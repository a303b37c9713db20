import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import { PUBLISH } from './publish.sql.js';

/** Events at once; with ten endpoints that are 2,000 rows at the most. */
const PAGE = 100;

@Injectable()
export class OutboxRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Makes deliveries of what has happened and nobody has been told.
   *
   * @returns whether there may be more
   */
  async publish(): Promise<boolean> {
    const statement = { name: 'publish-events', text: PUBLISH };
    const [row] = await runPrepared<{ events: number }>(this.dataSource, statement, [PAGE]);
    return row?.events === PAGE;
  }
}
