import { Injectable } from '@nestjs/common';
import { StoreInactiveError, UnknownStoresError } from './stores.errors.js';
import { StoresRepository } from './stores.repository.js';

/** What other modules may ask about stores. */
@Injectable()
export class StoresService {
  constructor(private readonly stores: StoresRepository) {}

  /**
   * Makes sure that every id belongs to an active store. Ids may repeat; one
   * query answers for all of them.
   *
   * @param ids without NUL characters
   * @throws UnknownStoresError naming the first ten unknown ids, and how many there are
   * @throws StoreInactiveError likewise, when all stores are known but some are not active
   */
  async assertKnown(ids: readonly string[]): Promise<void> {
    const { unknown, inactive } = await this.stores.findUnusableIds([...new Set(ids)]);
    if (unknown) throw new UnknownStoresError(unknown);
    if (inactive) throw new StoreInactiveError(inactive);
  }

  /**
   * Makes sure that a store is or was on the list; an inactive one has a history too.
   *
   * @throws UnknownStoresError
   */
  async assertListed(id: string): Promise<void> {
    const { unknown } = await this.stores.findUnusableIds([id]);
    if (unknown) throw new UnknownStoresError(unknown);
  }
}
