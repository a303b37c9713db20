import { Injectable } from '@nestjs/common';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import type { ImageCounts } from '../visits/store-visits.repository.js';
import type { FiguresRange } from './figures-range.js';
import { STORE_FIGURES } from './store-figures.sql.js';

/** One day in UTC with visits, as 2026-03-01. */
export interface StoreDay {
  readonly day: string;
  readonly visits: number;
  readonly measured: number;
  readonly failed: number;
}

export interface StoreFailure {
  readonly job_id: string;
  readonly idx: number;
  readonly image_url: string;
  readonly code: string;
  readonly error: string;
  readonly visit_time: string;
}

/** What happened at a store in a time. */
export interface StoreFigures extends ImageCounts {
  readonly visits: number;
  readonly images: number;
  readonly lastVisitAt: Date | null;
  /** In their order. */
  readonly days: readonly StoreDay[];
  /** Failed images by code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Those of the newest visits first. */
  readonly latestFailures: readonly StoreFailure[];
}

@Injectable()
export class StoreFiguresRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /** @throws FiguresTooLargeError */
  async sumUp(storeId: string, { from, before }: FiguresRange): Promise<StoreFigures> {
    const values = [storeId, from, before];
    const [figures] = await this.heavyReads.rows<StoreFigures>({
      text: STORE_FIGURES,
      values,
      kind: 'store',
      tooLarge: () => new FiguresTooLargeError(),
    });
    return figures as StoreFigures; // an aggregate always has its row
  }
}
