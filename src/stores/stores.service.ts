import { Injectable } from '@nestjs/common';
import type { Page } from '../common/cursor.js';
import type { StoreChangeEntity } from './store-change.entity.js';
import type { StoreEntity } from './store.entity.js';
import { StoreInactiveError, StoreNotFoundError, UnknownStoresError } from './stores.errors.js';
import { StoresRepository, type AreaCount, type StoreFilter } from './stores.repository.js';

/** Changes shown with a store. */
const SHOWN_CHANGES = 50;

/** What may be asked about stores, also by other modules. */
@Injectable()
export class StoresService {
  constructor(private readonly stores: StoresRepository) {}

  /**
   * Makes sure that every id belongs to an active store. Ids may repeat; one
   * query answers for all of them.
   *
   * @param ids without NUL characters
   * @param categories worth telling
   * @returns the category of each store that has one of these
   * @throws UnknownStoresError naming the first ten unknown ids, and how many there are
   * @throws StoreInactiveError likewise, when all stores are known but some are not active
   */
  async assertKnown(
    ids: readonly string[],
    categories: readonly string[] = [],
  ): Promise<ReadonlyMap<string, string>> {
    const found = await this.stores.lookUpIds([...new Set(ids)], categories);
    if (found.unknown) throw new UnknownStoresError(found.unknown);
    if (found.inactive) throw new StoreInactiveError(found.inactive);
    return found.categories;
  }

  /**
   * Makes sure that a store is or was on the list; an inactive one has a history too.
   *
   * @throws UnknownStoresError
   */
  async assertListed(id: string): Promise<void> {
    const { unknown } = await this.stores.lookUpIds([id], []);
    if (unknown) throw new UnknownStoresError(unknown);
  }

  /** Stores by id, inactive ones too unless the filter says otherwise. */
  async list(filter: StoreFilter, afterId: string, limit: number): Promise<Page<StoreEntity>> {
    return this.stores.findPage(filter, afterId, limit);
  }

  /**
   * One store and its latest 50 changes, newest first.
   *
   * @throws StoreNotFoundError
   */
  async find(id: string): Promise<{ store: StoreEntity; changes: StoreChangeEntity[] }> {
    const store = await this.findListed(id);
    return { store, changes: await this.stores.findChanges(id, SHOWN_CHANGES) };
  }

  /**
   * One store, where a path names it, an inactive one too.
   *
   * @throws StoreNotFoundError
   */
  async findListed(id: string): Promise<StoreEntity> {
    // Postgres cannot be asked for an id with a NUL character, and has none.
    const store = id.includes('\0') ? null : await this.stores.findById(id);
    if (!store) throw new StoreNotFoundError(id);
    return store;
  }

  /** Areas by code, with their numbers of stores. */
  async listAreas(afterCode: string, limit: number): Promise<Page<AreaCount>> {
    return this.stores.countByArea(afterCode, limit);
  }
}
