import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { StoreNotFoundError } from '../stores.errors.js';
import type { Decision, Verdict } from './clusters.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionNotFoundError, StoresOfManyAreasError } from './duplicates.errors.js';
import { DuplicatesRepository } from './duplicates.repository.js';

/** What people decide about stores that are likely the same. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly duplicates: DuplicatesRepository,
  ) {}

  /**
   * Keeps that stores are the same shop, or that every two of them are different ones.
   *
   * @param storeIds 2 to 50 different ones, without NUL characters
   * @throws StoreNotFoundError, StoresOfManyAreasError
   */
  async decide(verdict: Verdict, storeIds: readonly string[], by: Caller): Promise<Decision> {
    const stores = await this.duplicates.findStores(storeIds);
    const missing = storeIds.find((id) => !stores.some((store) => store.id === id));
    if (missing !== undefined) throw new StoreNotFoundError(missing);
    if (stores.some(({ areaCode }) => areaCode !== stores[0]?.areaCode)) throw new StoresOfManyAreasError();
    return this.decisions.decide(verdict, storeIds, by);
  }

  /**
   * Takes a decision back; what was decided before it counts again.
   *
   * @throws DecisionNotFoundError
   */
  async undo(id: string, by: Caller): Promise<void> {
    const isId = /^\d{1,18}$/.test(id);
    if (!isId || !(await this.decisions.undo(id, by))) throw new DecisionNotFoundError(id);
  }
}
