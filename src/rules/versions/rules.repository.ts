import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { cutPage, type Page } from '../../common/cursor.js';
import { runPrepared } from '../../database/prepared.js';
import type { RuleSet } from '../judging/rule-set.js';
import { RuleVersionEntity } from './rule-version.entity.js';

/** A rule set that is to follow a version, and why. */
export interface NewRules {
  readonly rules: RuleSet;
  readonly comment: string;
  /** The version it was made from; it must still be the newest. */
  readonly basedOn: number;
  readonly restoredFrom?: number;
}

/** The key keeps two who save at once from doing both: the next number is taken only once. */
const ADD = `
  WITH added AS (
    INSERT INTO rule_versions (version, rules, comment, restored_from, actor)
    SELECT $1::int + 1, $2::jsonb, $3, $4::int, $6::text
    WHERE (SELECT max(version) FROM rule_versions) = $1::int
    ON CONFLICT DO NOTHING
    RETURNING version, comment, restored_from
  ), audit AS (
    ${recordBy(5, 'rules.changed')}, version::text,
      jsonb_strip_nulls(jsonb_build_object('comment', nullif(comment, ''), 'restored_from', restored_from)) FROM added
  )
  SELECT version FROM added`;

@Injectable()
export class RulesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async newestVersion(): Promise<number> {
    const newest = { name: 'rules_newest', text: 'SELECT max(version) AS version FROM rule_versions' };
    const [row] = await runPrepared<{ version: number }>(this.dataSource, newest, []);
    return (row as { version: number }).version;
  }

  find(version: number): Promise<RuleVersionEntity | null> {
    return this.dataSource.getRepository(RuleVersionEntity).findOneBy({ version });
  }

  /** Versions, newest first, those before one of them. */
  async findPage(before: number | undefined, limit: number): Promise<Page<RuleVersionEntity>> {
    const query = this.dataSource
      .createQueryBuilder(RuleVersionEntity, 'rules')
      .orderBy('rules.version', 'DESC')
      .limit(limit + 1);
    if (before !== undefined) query.where('rules.version < :before', { before });
    return cutPage(await query.getMany(), limit, ({ version }) => [String(version)]);
  }

  /** @returns the number of the new version; undefined when another one came first */
  async add({ rules, comment, basedOn, restoredFrom }: NewRules, by: Caller): Promise<number | undefined> {
    const values = [basedOn, JSON.stringify(rules), comment, restoredFrom ?? null, ...actorValues(by)];
    const [row] = await this.dataSource.query<{ version: number }[]>(ADD, values);
    return row?.version;
  }
}
