import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { Page } from '../common/cursor.js';
import type { RuleSet } from './judging/rule-set.js';
import { RulesChangedError, RuleVersionNotFoundError } from './rules.errors.js';
import type { RuleVersionEntity } from './versions/rule-version.entity.js';
import { RulesRepository, type NewRules } from './versions/rules.repository.js';

/** Versions kept in memory: the one in force, and those that ranges under way were claimed with. */
const KEPT = 8;

/** The rules in force, those that were, and how they change. */
@Injectable()
export class RulesService {
  /** A version never changes, so it is read once. */
  private readonly kept = new Map<number, RuleVersionEntity>();

  constructor(private readonly versions: RulesRepository) {}

  /** The version in force right now: asked of the database each time, so that a change holds for all that comes after. */
  async current(): Promise<RuleVersionEntity> {
    return this.find(await this.versions.newestVersion());
  }

  /** @throws RuleVersionNotFoundError */
  async find(version: number): Promise<RuleVersionEntity> {
    const kept = this.kept.get(version);
    if (kept) return kept;
    const found = await this.versions.find(version);
    if (!found) throw new RuleVersionNotFoundError(version);
    this.kept.set(version, found);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return found;
  }

  /** The rules of a version, for those who judge by them. @throws RuleVersionNotFoundError */
  async rulesOf(version: number): Promise<RuleSet> {
    return (await this.find(version)).rules;
  }

  /** Versions, newest first. */
  list(before: number | undefined, limit: number): Promise<Page<RuleVersionEntity>> {
    return this.versions.findPage(before, limit);
  }

  /**
   * Makes a rule set the one in force. Work that is claimed from now on is judged by it, jobs that are submitted from now on
   * are ordered by it.
   *
   * @throws RulesChangedError when it was made from a version that is not the newest any more
   */
  async save(change: NewRules, by: Caller): Promise<RuleVersionEntity> {
    const version = await this.versions.add(change, by);
    if (version === undefined) {
      throw new RulesChangedError(change.basedOn, await this.versions.newestVersion());
    }
    return this.find(version);
  }

  /**
   * Makes an old version current again, as a new one.
   *
   * @throws RuleVersionNotFoundError, RulesChangedError
   */
  async restore(
    version: number,
    { basedOn, comment }: Pick<NewRules, 'basedOn' | 'comment'>,
    by: Caller,
  ): Promise<RuleVersionEntity> {
    const { rules } = await this.find(version);
    return this.save({ rules, basedOn, comment, restoredFrom: version }, by);
  }
}
