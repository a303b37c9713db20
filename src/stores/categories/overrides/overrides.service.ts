import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../access/caller.js';
import type { StoreEntity } from '../../store.entity.js';
import { StoreNotFoundError } from '../../stores.errors.js';
import { StoresService } from '../../stores.service.js';
import type { Category } from '../category.js';
import { OverridesRepository } from './overrides.repository.js';

/** Categories by hand: they go before all rules, and teach. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly overrides: OverridesRepository,
    private readonly stores: StoresService,
  ) {}

  /** @throws StoreNotFoundError */
  async set(storeId: string, category: Category, by: Caller): Promise<StoreEntity> {
    await this.stores.findListed(storeId);
    const day = new Date().toISOString().slice(0, 10);
    const isThere = await this.overrides.set(storeId, category, `Set by hand by ${by.name} on ${day}.`, by);
    if (!isThere) throw new StoreNotFoundError(storeId);
    return this.stores.findListed(storeId);
  }

  /** @throws StoreNotFoundError */
  async takeBack(storeId: string, by: Caller): Promise<StoreEntity> {
    await this.stores.findListed(storeId);
    await this.overrides.takeBack(storeId, by);
    return this.stores.findListed(storeId);
  }
}
