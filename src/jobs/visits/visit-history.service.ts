import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import { StoresService } from '../../stores/stores.service.js';
import { VisitHistoryRepository, type VisitedStore, type VisitFilter } from './visit-history.repository.js';

/** Answers what happened at stores. */
@Injectable()
export class VisitHistoryService {
  constructor(
    private readonly history: VisitHistoryRepository,
    private readonly stores: StoresService,
  ) {}

  /** @throws UnknownStoresError when the filter names a store that never was on the list */
  async list(filter: VisitFilter, afterStoreId: string, limit: number): Promise<Page<VisitedStore>> {
    if (filter.storeId !== undefined) await this.stores.assertListed(filter.storeId);
    return this.history.findPage(filter, afterStoreId, limit);
  }
}
