import { Injectable } from '@nestjs/common';
import { prioritised } from '../../rules/judging/rule-set.js';
import { RulesService } from '../../rules/rules.service.js';
import { StoresService } from '../../stores/stores.service.js';
import type { SubmittedVisit } from './submission.js';

/** What the stores of a job have to say to it. */
@Injectable()
export class VisitedStores {
  constructor(
    private readonly stores: StoresService,
    private readonly rules: RulesService,
  ) {}

  /**
   * Makes sure that all stores can be visited.
   *
   * @returns the dispatch priority of each visit, by the rules in force and the category of its store
   * @throws UnknownStoresError, StoreInactiveError
   */
  async check(visits: readonly SubmittedVisit[]): Promise<number[]> {
    const { rules } = await this.rules.current();
    const priorities = prioritised(rules);
    const ids = visits.map(({ storeId }) => storeId);
    // Only the few stores that do not wait with the others are named.
    const categories = await this.stores.assertKnown(ids, [...priorities.keys()]);
    return ids.map((id) => priorities.get(categories.get(id) ?? '') ?? rules.default.priority);
  }
}
