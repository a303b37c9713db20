import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { isStatementTimeout } from '../export/export-session.repository.js';
import type { ImageCounts } from '../visits/store-visits.repository.js';
import { AREA_FIGURES } from './area-figures.sql.js';
import { FiguresTooLargeError } from './figures.errors.js';
import type { FiguresRange } from './figures-range.js';

/** What happened in an area: the visits of the jobs that were submitted in a time, with the area of the store at each. */
export interface AreaFigures extends ImageCounts {
  readonly areaCode: string;
  readonly stores: number;
  readonly activeStores: number;
  readonly storesVisited: number;
  readonly visits: number;
  readonly images: number;
  /** Failed images by code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly lastVisitAt: Date | null;
}

@Injectable()
export class AreaFiguresRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Areas that have stores or visits; most failed images first, then by code.
   *
   * @throws FiguresTooLargeError
   */
  findAll({ from, before }: FiguresRange): Promise<AreaFigures[]> {
    const answer = this.dataSource.transaction(async (manager) => {
      // Postgres takes the look-ups for dear and would compile them: a second for nothing.
      await manager.query(`SET LOCAL jit = off`);
      return manager.query<AreaFigures[]>(AREA_FIGURES, [from, before]);
    });
    return answer.catch((error: unknown) => {
      throw isStatementTimeout(error) ? new FiguresTooLargeError() : error;
    });
  }
}
