import type { GroupCondition } from './store-condition.js';

/** What stores have to know of groups, which know stores: the condition behind the id of one. Groups provide it. */
export abstract class StoreConditionsService {
  /** @throws DomainError `GROUP_NOT_FOUND`, as `invalid` */
  abstract conditionOf(groupId: string): Promise<GroupCondition>;
}
