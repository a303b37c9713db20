import { Injectable } from '@nestjs/common';
import type { Page } from '../common/cursor.js';
import type { Bind, GroupCondition, StoreCondition } from '../stores/store-condition.js';
import { StoreConditionsService } from '../stores/store-conditions.service.js';
import {
  isGroupId,
  type Definition,
  type Group,
  type GroupPreview,
  type GroupSize,
  type GroupVersion,
  type NamedGroup,
} from './group.js';
import { GroupNotFoundError } from './groups.errors.js';
import {
  GroupsRepository,
  type GroupFilter,
  type GroupKey,
  type RuledCondition,
} from './groups.repository.js';
import { groupsOf, hearsNames, type Rule } from './rule/rule.js';
import { groupCondition, ruleCondition, type EvaluatedGroup } from './rule/rule.sql.js';

/** Stores of a group that are looked up by their ids; of more, each visit is asked whether its store belongs to the group. */
const FEW = 1_000;

/** Named sets of stores, evaluated when they are asked for: who belongs to one follows from the stores as they are now. */
@Injectable()
export class GroupsService extends StoreConditionsService {
  constructor(private readonly groups: GroupsRepository) {
    super();
  }

  /** By name. */
  list(filter: GroupFilter, last: GroupKey | undefined, limit: number): Promise<Page<Group>> {
    return this.groups.findPage(filter, last, limit);
  }

  /** A group, also a deleted one. @throws GroupNotFoundError */
  async find(id: string): Promise<Group> {
    const group = isGroupId(id) ? await this.groups.find(id) : undefined;
    if (!group) throw new GroupNotFoundError(id);
    return group;
  }

  /** A group that is not deleted. @throws GroupNotFoundError */
  async findLive(id: string): Promise<Group> {
    const group = await this.find(id);
    if (group.deletedAt) throw new GroupNotFoundError(id);
    return group;
  }

  /** Groups whose rules name this one. */
  findUsers(id: string): Promise<NamedGroup[]> {
    return this.groups.findUsers(id);
  }

  /** As it was, newest first. @throws GroupNotFoundError */
  async listVersions(id: string, before: string | undefined, limit: number): Promise<Page<GroupVersion>> {
    await this.find(id);
    return this.groups.findVersions(id, before, limit);
  }

  /** How many stores a group has right now; none, when it is deleted. */
  async sizeOf({ id, deletedAt }: Group): Promise<GroupSize> {
    if (deletedAt) return { stores: 0, activeStores: 0, isComplete: true };
    const known = await this.evaluate(id);
    return this.groups.count({
      ofStore: (store, bind) => groupCondition(id, store, bind, known),
      hearsNames: hearsNames(rulesOf(known)),
    });
  }

  /**
   * What a group would be that nobody has kept.
   *
   * @throws GroupNotFoundError as `invalid`, when it names one that is not there
   */
  async preview(definition: Definition, shown: number): Promise<GroupPreview> {
    const which = await this.conditionOfDraft(definition);
    const [size, first] = await Promise.all([this.groups.count(which), this.groups.findFirst(which, shown)]);
    return { ...size, first };
  }

  /**
   * The stores of a group as a condition, for whatever lists stores, visits or jobs. Good for one question: who asks again
   * gets it anew.
   *
   * @throws GroupNotFoundError as `invalid`
   */
  async conditionOf(id: string): Promise<GroupCondition> {
    const known = await this.evaluate(id);
    const ofStore = (store: string, bind: Bind) => groupCondition(id, store, bind, known);
    const ids = await this.groups.findIds({ ofStore }, FEW + 1);
    const versions = [...known.values()].map((group) => `${group.id}.${group.version}`).sort();
    return {
      key: [id, ...versions].join(' '),
      ofStore,
      ...byId(ofStore, ids.length > FEW ? undefined : ids),
    };
  }

  private async conditionOfDraft(definition: Definition): Promise<RuledCondition> {
    if ('storeIds' in definition) {
      const ofStore = (store: string, bind: Bind) =>
        `${store}.id = ANY (${bind(definition.storeIds)}::text[])`;
      return { ofStore, hearsNames: false };
    }
    const { rule } = definition;
    const named = groupsOf(rule);
    const evaluated: EvaluatedGroup[] = named.length > 0 ? await this.groups.findEvaluated(named) : [];
    const known = new Map(evaluated.map((group) => [group.id, group]));
    const missing = named.find((id) => !known.has(id));
    if (missing !== undefined) throw new GroupNotFoundError(missing, 'invalid');
    return {
      ofStore: (store, bind) => ruleCondition(rule, store, bind, known),
      hearsNames: hearsNames([rule, ...rulesOf(known)]),
    };
  }

  /** The same where a filter may name a group. @throws GroupNotFoundError as `invalid` */
  async conditionIfNamed(id: string | undefined): Promise<GroupCondition | undefined> {
    return id === undefined ? undefined : this.conditionOf(id);
  }

  /** A group with all that it names. */
  private async evaluate(id: string) {
    const evaluated = isGroupId(id) ? await this.groups.findEvaluated([id]) : [];
    const known = new Map(evaluated.map((group) => [group.id, group]));
    if (!known.has(id)) throw new GroupNotFoundError(id, 'invalid');
    return known;
  }
}

function rulesOf(known: ReadonlyMap<string, EvaluatedGroup>): (Rule | null)[] {
  return [...known.values()].map(({ rule }) => rule);
}

/** OFFSET 0: a look-up by key for each store that is asked about, and never all stores joined with all visits. */
function byId(
  ofStore: StoreCondition['ofStore'],
  few: readonly string[] | undefined,
): Pick<GroupCondition, 'ofStoreId' | 'few'> {
  if (few) return { few, ofStoreId: (storeId, bind) => `${storeId} = ANY (${bind(few)}::text[])` };
  return {
    ofStoreId: (storeId, bind) =>
      `EXISTS (SELECT FROM stores member WHERE member.id = ${storeId} AND ${ofStore('member', bind)} OFFSET 0)`,
  };
}
