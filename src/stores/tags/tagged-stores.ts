import { Injectable } from '@nestjs/common';
import { StoreListsService } from '../lists/store-lists.service.js';
import type { Bind, StoreCondition } from '../store-condition.js';
import { StoreConditionsService } from '../store-conditions.service.js';
import type { TaggedStores as Named } from './tag-request.js';

/** Finds out which stores a change of tags is about. */
@Injectable()
export class TaggedStores {
  constructor(
    private readonly lists: StoreListsService,
    private readonly groups: StoreConditionsService,
  ) {}

  /** @throws InvalidInputError, DomainError `GROUP_NOT_FOUND`, `UNKNOWN_STORE` */
  async conditionOf({ storeIds, group, areaCode }: Named): Promise<StoreCondition> {
    const ids = storeIds === undefined ? undefined : await this.lists.readKnown(storeIds, 'store_ids');
    const inGroup = group === undefined ? undefined : await this.groups.conditionOf(group);
    const conditions = (store: string, bind: Bind) => [
      ...(ids ? [`${store}.id = ANY (${bind(ids)}::text[])`] : []),
      ...(inGroup ? [inGroup.ofStore(store, bind)] : []),
      ...(areaCode === undefined ? [] : [`${store}.area_code = ${bind(areaCode)}`]),
    ];
    return { ofStore: (store, bind) => conditions(store, bind).join(' AND ') };
  }
}
