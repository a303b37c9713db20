import { Injectable } from '@nestjs/common';
import type { GroupCondition } from '../../stores/store-condition.js';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import type { ImageCounts } from '../visits/store-visits.repository.js';
import { areaFigures, MAX_AREAS } from './area-figures.sql.js';
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

/** The first areas, those with the most failed images, and whether there are others. */
export interface ListedAreas {
  readonly areas: readonly AreaFigures[];
  readonly more: boolean;
}

@Injectable()
export class AreaFiguresRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /**
   * Areas that have stores or visits; most failed images first, then by code.
   *
   * @throws FiguresTooLargeError
   */
  async findWorst({ from, before }: FiguresRange, group?: GroupCondition): Promise<ListedAreas> {
    const values: unknown[] = [from, before];
    const text = areaFigures(group, (value) => `$${values.push(value)}`);
    const rows = await this.heavyReads.rows<AreaFigures>({
      text,
      values,
      kind: 'areas',
      tooLarge: () => new FiguresTooLargeError(),
    });
    return { areas: rows.slice(0, MAX_AREAS), more: rows.length > MAX_AREAS };
  }
}
