import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import {
  isGroupId,
  type Definition,
  type Group,
  type GroupChanges,
  type GroupFields,
  type GroupRestore,
  type MembersChange,
  type MemberMode,
} from './group.js';
import { GroupWritesRepository, type GroupWriting } from './group-writes.repository.js';
import {
  GroupChangedError,
  GroupCircleError,
  GroupHasRuleError,
  GroupInUseError,
  GroupNameTakenError,
  GroupNotDeletedError,
  GroupNotFoundError,
  GroupTooLargeError,
  GroupVersionNotFoundError,
  TooManyGroupsError,
} from './groups.errors.js';
import {
  directUsers,
  expandedSize,
  findCircle,
  MAX_EXPANDED,
  MAX_NESTED,
  nestingOf,
  type Graph,
} from './rule/group-graph.js';
import { groupsOf } from './rule/rule.js';

/** All of them are looked at when one is changed. */
const MAX_GROUPS = 1_000;

/** Stores on a list: 1 MB of ids, which each version keeps. */
const MAX_MEMBERS = 100_000;

/** Makes groups and changes them, one after another. Each change leaves a version and an entry in the audit log. */
@Injectable()
export class GroupChangesService {
  constructor(private readonly writes: GroupWritesRepository) {}

  /**
   * @returns its id
   * @throws GroupNameTakenError, TooManyGroupsError, GroupTooLargeError, GroupNotFoundError for one the rule names
   */
  create(fields: GroupFields, by: Caller): Promise<string> {
    return this.writes.inTurn(async (groups) => {
      const graph = await groups.graph();
      assertRoomForOne(graph);
      await assertPossible(groups, graph, '0', fields);
      const id = await groups.insert(fields, by);
      await groups.audit(id, 'group.created', {}, by);
      return id;
    });
  }

  /**
   * Changes what is mentioned. Where that is how the group is already, nothing is written.
   *
   * @throws GroupNotFoundError, GroupChangedError, GroupCircleError and those of `create`
   */
  change(id: string, changes: GroupChanges, by: Caller): Promise<void> {
    return this.writes.inTurn(async (groups) => {
      const group = await findLive(groups, id);
      assertSeen(group, changes.seenVersion);
      const { name = group.name, description = group.description } = changes;
      const before = await definitionOf(groups, group);
      const definition = changes.definition ?? before;
      const isSame =
        name === group.name && description === group.description && sameStores(before, definition);
      if (isSame) return;
      await assertPossible(groups, await groups.graph(), id, { name, description, definition });
      await groups.update(id, { name, description, definition }, by);
      await groups.audit(id, 'group.changed', {}, by);
    });
  }

  /**
   * Puts stores on the list of a group, or takes them off. What is so already is left alone.
   *
   * @throws GroupNotFoundError, GroupHasRuleError, GroupTooLargeError
   */
  setMembers(id: string, mode: MemberMode, storeIds: readonly string[], by: Caller): Promise<MembersChange> {
    return this.writes.inTurn(async (groups) => {
      const group = await findLive(groups, id);
      if (group.rule) throw new GroupHasRuleError(group.name);
      const counts = await groups.setMembers(id, mode, storeIds);
      if (counts.added + counts.removed === 0) return { ...counts, version: group.version };
      assertRoom(group.name, await groups.countMembers(id));
      await groups.noteMembers(id, by);
      await groups.audit(id, 'group.changed', counts, by);
      return { ...counts, version: group.version + 1 };
    });
  }

  /**
   * Nothing of it is lost: it can be brought back.
   *
   * @throws GroupNotFoundError, GroupInUseError naming the groups that use it
   */
  delete(id: string, by: Caller): Promise<void> {
    return this.writes.inTurn(async (groups) => {
      const { name } = await findLive(groups, id);
      const users = directUsers(id, await groups.graph());
      if (users.length > 0)
        throw new GroupInUseError(
          name,
          users.map((user) => user.name),
        );
      await groups.setDeleted(id, true, by);
      await groups.audit(id, 'group.deleted', {}, by);
    });
  }

  /**
   * Brings a deleted group back, or makes a group what it was, as a new version.
   *
   * @throws GroupNotFoundError, GroupVersionNotFoundError, GroupNotDeletedError, TooManyGroupsError and those of `change`
   */
  restore(id: string, { version, seenVersion }: GroupRestore, by: Caller): Promise<void> {
    return this.writes.inTurn(async (groups) => {
      const group = await find(groups, id);
      assertSeen(group, seenVersion);
      if (version === undefined && !group.deletedAt) throw new GroupNotDeletedError(group.name);
      const fields = await groups.findVersion(id, version ?? group.version);
      if (!fields) throw new GroupVersionNotFoundError(id, version ?? group.version);
      const graph = await groups.graph();
      if (group.deletedAt) assertRoomForOne(graph);
      await assertPossible(groups, graph, id, fields);
      await groups.setDeleted(id, false, by);
      if (version !== undefined && version !== group.version) await groups.update(id, fields, by, version);
      await groups.audit(id, 'group.restored', version === undefined ? {} : { from: version }, by);
    });
  }
}

async function findLive(groups: GroupWriting, id: string): Promise<Group> {
  const group = await find(groups, id);
  if (group.deletedAt) throw new GroupNotFoundError(id);
  return group;
}

async function find(groups: GroupWriting, id: string): Promise<Group> {
  const group = isGroupId(id) ? await groups.find(id) : undefined;
  if (!group) throw new GroupNotFoundError(id);
  return group;
}

function assertRoomForOne(graph: Graph): void {
  if (graph.size >= MAX_GROUPS) throw new TooManyGroupsError(MAX_GROUPS);
}

/** Whether the group may become so, as all others are. @param id `0` for one that is not there yet */
async function assertPossible(
  groups: GroupWriting,
  before: Graph,
  id: string,
  fields: GroupFields,
): Promise<void> {
  const { name, definition } = fields;
  if (await groups.hasName(name, id)) throw new GroupNameTakenError(name);
  if ('storeIds' in definition) return assertRoom(name, definition.storeIds.length);
  const { rule } = definition;
  const graph: Graph = new Map([...before, [id, { id, name, rule }]]);
  const missing = groupsOf(rule).find((named) => !graph.has(named));
  if (missing !== undefined) throw new GroupNotFoundError(missing, 'invalid');
  const circle = findCircle(id, graph);
  if (circle) throw new GroupCircleError(circle);
  assertSmall(graph);
}

/** Of all groups: those that use a group grow with it. */
function assertSmall(graph: Graph): void {
  for (const { id, name } of graph.values()) {
    const size = expandedSize(id, graph);
    if (size > MAX_EXPANDED) {
      throw new GroupTooLargeError(
        name,
        `${size} conditions with the groups it uses; at most ${MAX_EXPANDED} are possible`,
      );
    }
    if (nestingOf(id, graph) > MAX_NESTED) {
      throw new GroupTooLargeError(name, `more than ${MAX_NESTED} groups one inside the other`);
    }
  }
}

function assertRoom(name: string, members: number): void {
  if (members > MAX_MEMBERS)
    throw new GroupTooLargeError(name, `more than ${MAX_MEMBERS} stores on its list`);
}

function assertSeen({ name, version, updatedBy }: Group, seenVersion: number | undefined): void {
  if (seenVersion !== undefined && seenVersion !== version)
    throw new GroupChangedError(name, version, updatedBy);
}

async function definitionOf(groups: GroupWriting, { id, rule }: Group): Promise<Definition> {
  return rule ? { rule } : { storeIds: await groups.listed(id) };
}

function sameStores(one: Definition, other: Definition): boolean {
  if ('rule' in one || 'rule' in other) return JSON.stringify(one) === JSON.stringify(other);
  const ids = new Set(one.storeIds);
  return ids.size === other.storeIds.length && other.storeIds.every((id) => ids.has(id));
}
