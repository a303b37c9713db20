import { Injectable } from '@nestjs/common';
import { StoresService } from '../../stores/stores.service.js';
import type { FiguresRange } from './figures-range.js';
import { StoreFiguresRepository, type StoreFigures } from './store-figures.repository.js';

/** Answers how one store is doing. */
@Injectable()
export class StoreFiguresService {
  constructor(
    private readonly figures: StoreFiguresRepository,
    private readonly stores: StoresService,
  ) {}

  /** @throws StoreNotFoundError */
  async sumUp(storeId: string, range: FiguresRange): Promise<StoreFigures> {
    await this.stores.assertFound(storeId);
    return this.figures.sumUp(storeId, range);
  }
}
