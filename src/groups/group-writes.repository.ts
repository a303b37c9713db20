import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { actorValues, type AuditAction } from '../access/audit/record-by.js';
import type { Caller } from '../access/caller.js';
import { LOCKS } from '../database/locks.js';
import type { Definition, Group, GroupFields, MemberCounts, MemberMode } from './group.js';
import {
  ADD_MEMBERS,
  auditGroup,
  FIND_GROUP,
  FORGET_VERSIONS,
  INSERT_GROUP,
  KEEP_MEMBERS,
  KEEP_VERSION,
  REMOVE_MEMBERS,
  SET_DELETED,
  UPDATE_GROUP,
} from './groups.sql.js';
import type { Graph, GroupNode } from './rule/group-graph.js';
import { groupsOf } from './rule/rule.js';

/** Groups are changed one after another: what each may become depends on all others. */
@Injectable()
export class GroupWritesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Does the work in a transaction that no other change of a group runs beside; an error takes all of it back. */
  inTurn<T>(work: (groups: GroupWriting) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.groups]);
      return work(new GroupWriting(manager));
    });
  }
}

/** What can be done to groups while it is one's turn. */
export class GroupWriting {
  constructor(private readonly manager: EntityManager) {}

  async find(id: string): Promise<Group | undefined> {
    const [group] = await this.manager.query<Group[]>(FIND_GROUP, [id]);
    return group;
  }

  /** All groups that are not deleted. */
  async graph(): Promise<Graph> {
    const nodes = await this.manager.query<GroupNode[]>(
      `SELECT id, name, rule FROM store_groups WHERE deleted_at IS NULL`,
    );
    return new Map(nodes.map((node) => [node.id, node]));
  }

  async hasName(name: string, exceptId: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `SELECT FROM store_groups WHERE lower(name) = lower($1) AND deleted_at IS NULL AND id <> $2`,
      [name, exceptId],
    );
    return rows.length > 0;
  }

  /** The list as it is; for a group with a rule, empty. */
  async listed(id: string): Promise<string[]> {
    const rows = await this.manager.query<{ store_id: string }[]>(
      `SELECT store_id FROM store_group_members WHERE group_id = $1`,
      [id],
    );
    return rows.map(({ store_id }) => store_id);
  }

  async findVersion(id: string, version: number): Promise<GroupFields | undefined> {
    const [row] = await this.manager.query<(GroupFields & { rule: never; storeIds: readonly string[] })[]>(
      `SELECT name, description, rule, store_ids AS "storeIds" FROM store_group_versions
       WHERE group_id = $1 AND version = $2`,
      [id, version],
    );
    if (!row) return undefined;
    const { name, description, rule, storeIds } = row;
    return { name, description, definition: rule ? { rule } : { storeIds } };
  }

  /** @returns its id */
  async insert({ name, description, definition }: GroupFields, by: Caller): Promise<string> {
    const values = [name, description, ...definitionValues(definition), by.name];
    const [{ id }] = await this.manager.query<[{ id: string }]>(INSERT_GROUP, values);
    if ('storeIds' in definition) await this.manager.query(ADD_MEMBERS, [id, definition.storeIds]);
    await this.manager.query(KEEP_VERSION, [id, null, by.name]);
    return id;
  }

  /** @param restoredFrom the version it goes back to, if that is what is done */
  async update(
    id: string,
    { name, description, definition }: GroupFields,
    by: Caller,
    restoredFrom?: number,
  ) {
    await this.manager.query(UPDATE_GROUP, [id, name, description, ...definitionValues(definition), by.name]);
    await this.setMembers(id, 'replace', 'storeIds' in definition ? definition.storeIds : []);
    await this.keepVersion(id, by, restoredFrom);
  }

  async setMembers(id: string, mode: MemberMode, storeIds: readonly string[]): Promise<MemberCounts> {
    const count = async (statement: string) => countOf(await this.manager.query(statement, [id, storeIds]));
    return {
      removed: mode === 'add' ? 0 : await count(mode === 'remove' ? REMOVE_MEMBERS : KEEP_MEMBERS),
      added: mode === 'remove' ? 0 : await count(ADD_MEMBERS),
    };
  }

  /** After the list alone has changed. */
  async noteMembers(id: string, by: Caller): Promise<void> {
    await this.manager.query(
      `UPDATE store_groups SET version = version + 1, updated_by = $2, updated_at = now() WHERE id = $1`,
      [id, by.name],
    );
    await this.keepVersion(id, by);
  }

  async countMembers(id: string): Promise<number> {
    const [{ n }] = await this.manager.query<[{ n: number }]>(
      `SELECT count(*)::int AS n FROM store_group_members WHERE group_id = $1`,
      [id],
    );
    return n;
  }

  async setDeleted(id: string, isDeleted: boolean, by: Caller): Promise<void> {
    await this.manager.query(SET_DELETED, [id, isDeleted, by.name]);
  }

  /** Belongs to each change. */
  async audit(id: string, action: AuditAction, detail: object, by: Caller): Promise<void> {
    await this.manager.query(auditGroup(action), [id, JSON.stringify(detail), ...actorValues(by)]);
  }

  private async keepVersion(id: string, by: Caller, restoredFrom?: number): Promise<void> {
    await this.manager.query(KEEP_VERSION, [id, restoredFrom ?? null, by.name]);
    await this.manager.query(FORGET_VERSIONS, [id]);
  }
}

function definitionValues(definition: Definition): [rule: string | null, uses: string[]] {
  return 'rule' in definition ? [JSON.stringify(definition.rule), groupsOf(definition.rule)] : [null, []];
}

/** TypeORM answers the rows of an INSERT, and of a DELETE the rows with their number. */
function countOf(answer: unknown[]): number {
  return typeof answer[1] === 'number' ? answer[1] : answer.length;
}
