import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { escapeLike } from '../common/like.js';
import { cutPage, type Page } from '../common/cursor.js';
import { HeavyReadsRepository } from '../database/heavy-reads.repository.js';
import { NAMES_ARE_READ } from '../stores/names/spelled.sql.js';
import type { StoreCondition } from '../stores/store-condition.js';
import type { Group, GroupSize, GroupStore, GroupVersion, NamedGroup } from './group.js';
import { GroupTooSlowError } from './groups.errors.js';
import { EVALUATED, FIND_GROUP, LIST_GROUPS, LIST_VERSIONS, USERS } from './groups.sql.js';
import type { EvaluatedGroup } from './rule/rule.sql.js';

export interface GroupFilter {
  /** Part of the name or the description, in any case. */
  readonly text?: string;
  readonly deleted: boolean;
}

/** Stores by rules, of which one may ask how names sound. */
export interface RuledCondition extends StoreCondition {
  readonly hearsNames: boolean;
}

/** Name and id of the last group of a page. */
export type GroupKey = readonly [sortName: string, id: string];

@Injectable()
export class GroupsRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly heavyReads: HeavyReadsRepository,
  ) {}

  async find(id: string): Promise<Group | undefined> {
    const [group] = await this.dataSource.query<Group[]>(FIND_GROUP, [id]);
    return group;
  }

  /** By name. */
  async findPage(
    { text, deleted }: GroupFilter,
    last: GroupKey | undefined,
    limit: number,
  ): Promise<Page<Group>> {
    const pattern = text === undefined ? null : `%${escapeLike(text)}%`;
    const rows = await this.dataSource.query<(Group & { sortName: string })[]>(LIST_GROUPS, [
      deleted,
      pattern,
      last?.[0] ?? null,
      last?.[1] ?? null,
      limit + 1,
    ]);
    return cutPage(rows, limit, ({ sortName, id }) => [sortName, id]);
  }

  /** These groups with all that they name; those that are deleted are left out. */
  findEvaluated(ids: readonly string[]): Promise<(EvaluatedGroup & { readonly version: number })[]> {
    return this.dataSource.query(EVALUATED, [ids]);
  }

  /** By name. */
  findUsers(id: string): Promise<NamedGroup[]> {
    return this.dataSource.query<NamedGroup[]>(USERS, [id]);
  }

  /** Newest first. */
  async findVersions(id: string, before: string | undefined, limit: number): Promise<Page<GroupVersion>> {
    const rows = await this.dataSource.query<GroupVersion[]>(LIST_VERSIONS, [id, before ?? null, limit + 1]);
    return cutPage(rows, limit, ({ version }) => [String(version)]);
  }

  /** @throws GroupTooSlowError */
  async count(which: RuledCondition): Promise<GroupSize> {
    const { where, values } = conditionOf(which);
    const [size] = await this.findStores<GroupSize>(
      `SELECT count(*)::int AS stores, (count(*) FILTER (WHERE active))::int AS "activeStores",
        ${which.hearsNames ? NAMES_ARE_READ : 'true'} AS "isComplete"
       FROM stores s WHERE ${where}`,
      values,
    );
    return size as GroupSize; // an aggregate always has its row
  }

  /** By id. @throws GroupTooSlowError */
  findFirst(which: StoreCondition, limit: number): Promise<GroupStore[]> {
    const { where, values, bind } = conditionOf(which);
    return this.findStores<GroupStore>(
      `SELECT s.id, s.name, s.area_code AS "areaCode", s.active, s.category, s.tags
       FROM stores s WHERE ${where} ORDER BY s.id LIMIT ${bind(limit)}`,
      values,
    );
  }

  /**
   * Ids of stores that fit, in no particular order. OFFSET 0: found by an index where there is one, and not by reading on and
   * on in the hope that many fit.
   *
   * @throws GroupTooSlowError
   */
  async findIds(which: StoreCondition, limit: number): Promise<string[]> {
    const { where, values, bind } = conditionOf(which);
    const rows = await this.findStores<{ id: string }>(
      `SELECT id FROM (SELECT s.id FROM stores s WHERE ${where} OFFSET 0) AS found LIMIT ${bind(limit)}`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  /** What a rule asks of a million stores may take long. */
  private findStores<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.heavyReads.rows<Row>({
      text,
      values,
      kind: 'stores',
      tooLarge: () => new GroupTooSlowError(),
    });
  }
}

function conditionOf(which: StoreCondition) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  return { where: which.ofStore('s', bind), values, bind };
}
