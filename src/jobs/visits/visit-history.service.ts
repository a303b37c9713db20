import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import type { TimeRange } from '../../common/http/time-range.js';
import { StoresService } from '../../stores/stores.service.js';
import { SharedAnswers } from '../reading/shared-answers.js';
import { StoreVisitsRepository, type CountedVisit, type VisitKey } from './store-visits.repository.js';
import { VisitHistoryRepository, type VisitedStore, type VisitFilter } from './visit-history.repository.js';

/** Answers what happened at stores. */
@Injectable()
export class VisitHistoryService {
  private readonly shared = new SharedAnswers<Page<CountedVisit>>();

  constructor(
    private readonly history: VisitHistoryRepository,
    private readonly storeVisits: StoreVisitsRepository,
    private readonly stores: StoresService,
  ) {}

  /** @throws UnknownStoresError when the filter names a store that never was on the list */
  async list(filter: VisitFilter, afterStoreId: string, limit: number): Promise<Page<VisitedStore>> {
    if (filter.storeId !== undefined) await this.stores.assertListed(filter.storeId);
    return this.history.findPage(filter, afterStoreId, limit);
  }

  /**
   * Visits of one store, newest first, those before `last`. A page that took long may be some seconds old.
   *
   * @throws StoreNotFoundError, FiguresTooLargeError
   */
  async listOfStore(
    storeId: string,
    visited: TimeRange,
    last: VisitKey | undefined,
    limit: number,
  ): Promise<Page<CountedVisit>> {
    await this.stores.findListed(storeId);
    const question = JSON.stringify([storeId, visited, last, limit]);
    return this.shared.get(question, () => this.storeVisits.findPage(storeId, visited, last, limit));
  }
}
