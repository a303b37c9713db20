import { Injectable } from '@nestjs/common';
import { StoresService } from '../../stores/stores.service.js';
import { SharedAnswers } from '../reading/shared-answers.js';
import type { FiguresRange } from './figures-range.js';
import { StoreFiguresRepository, type StoreFigures } from './store-figures.repository.js';

/** Answers how one store is doing. */
@Injectable()
export class StoreFiguresService {
  private readonly shared = new SharedAnswers<StoreFigures>();

  constructor(
    private readonly figures: StoreFiguresRepository,
    private readonly stores: StoresService,
  ) {}

  /**
   * An answer that took long may be some seconds old.
   *
   * @throws StoreNotFoundError, FiguresTooLargeError
   */
  async sumUp(storeId: string, range: FiguresRange): Promise<StoreFigures> {
    await this.stores.findListed(storeId);
    const question = JSON.stringify([storeId, range]);
    return this.shared.get(question, () => this.figures.sumUp(storeId, range));
  }
}
