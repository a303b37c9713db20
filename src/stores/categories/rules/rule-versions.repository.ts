import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../../access/audit/record-by.js';
import type { Caller } from '../../../access/caller.js';
import { cutPage, type Page } from '../../../common/cursor.js';
import { RulesMovedOnError } from '../categories.errors.js';
import { WANT_NOW } from '../category-work.sql.js';
import type { NewRules, RuleVersion, RuleVersionContent } from './rule-version.js';

const COLUMNS = `id, rules, comment, copy_of AS "copyOf", made_by AS "madeBy", made_at AS "madeAt"`;

const INSERT = `
  WITH version AS (
    INSERT INTO category_rule_versions (content, rules, comment, copy_of, made_by) VALUES ($1, $2, $3, $4, $5) RETURNING *
  ), audit AS (
    ${recordBy(6, 'category_rules.changed')}, id::text,
      jsonb_build_object('rules', rules, 'comment', comment, 'copy_of', copy_of) FROM version
  )
  SELECT ${COLUMNS}, content FROM version`;

/** All versions of the rules there have been. */
@Injectable()
export class RuleVersionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The version in force; undefined before the first. */
  async findCurrent(): Promise<RuleVersionContent | undefined> {
    return this.one(`SELECT ${COLUMNS}, content FROM category_rule_versions ORDER BY id DESC LIMIT 1`, []);
  }

  async find(id: string): Promise<RuleVersionContent | undefined> {
    return this.one(`SELECT ${COLUMNS}, content FROM category_rule_versions WHERE id = $1`, [id]);
  }

  /** Versions before one of them, newest first. */
  async findPage(beforeId: string | undefined, limit: number): Promise<Page<RuleVersion>> {
    const rows = await this.dataSource.query<RuleVersion[]>(
      `SELECT ${COLUMNS} FROM category_rule_versions WHERE id < coalesce($1::bigint, 9223372036854775807)
       ORDER BY id DESC LIMIT $2`,
      [beforeId ?? null, limit + 1],
    );
    return cutPage(rows, limit, ({ id }) => [id]);
  }

  /**
   * Puts new rules in force and asks for a pass over the stores. Changes take turns.
   *
   * @param basedOn the version whoever wrote them had seen; `0` for none at all, undefined if it does not matter
   * @throws RulesMovedOnError when another one is in force by now
   */
  async append(
    { content, rules, comment }: NewRules,
    by: Caller,
    { basedOn, copyOf = null }: { readonly basedOn?: string; readonly copyOf?: string | null },
  ): Promise<RuleVersionContent> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(WANT_NOW);
      const [newest] = await manager.query<[{ id: string }]>(
        'SELECT coalesce(max(id), 0)::text AS id FROM category_rule_versions',
      );
      if (basedOn !== undefined && basedOn !== newest.id) throw new RulesMovedOnError(basedOn, newest.id);
      const values = [content, rules, comment, copyOf, by.name, ...actorValues(by)];
      const [version] = await manager.query<[RuleVersionContent]>(INSERT, values);
      return version;
    });
  }

  private async one(statement: string, values: readonly unknown[]): Promise<RuleVersionContent | undefined> {
    const [version] = await this.dataSource.query<RuleVersionContent[]>(statement, [...values]);
    return version;
  }
}
