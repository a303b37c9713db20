import { Injectable } from '@nestjs/common';
import { cutPage, type Page } from '../../common/cursor.js';
import { limitsOf } from '../../rules/judging/breach.sql.js';
import type { ImageFacts } from '../../rules/judging/criteria.js';
import type { RuleSet } from '../../rules/judging/rule-set.js';
import { CATEGORIES } from '../../stores/categories/category.js';
import type { Bind, GroupCondition } from '../../stores/store-condition.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { countBreaches, listBreaches, type ReplayedEffect } from './replay.sql.js';

/** Which images a rule set is tried on. */
export interface ReplayScope {
  /** Times of visits: from this one up to, but not including, the other. */
  readonly from: string;
  readonly before: string;
  readonly category?: string;
  readonly storeId?: string;
  readonly areaCode?: string;
  /** Stores that belong to it now. */
  readonly group?: GroupCondition;
}

/** Which page of the images that would have broken a rule. */
export interface ReplayPage {
  /** What would have become of them; either of both, when none is named. */
  readonly effect?: ReplayedEffect;
  /** Where the page before ended; empty at the first. */
  readonly after: readonly [jobId?: string, idx?: string];
  readonly limit: number;
}

/** Images of one category that would have broken the same criteria, as bits. */
export interface BreachCount {
  readonly category: string;
  readonly broken: number;
  /** Those of all criteria of the category that reject. */
  readonly rejects: number;
  readonly images: number;
  /** Those of which something is not known that the rules ask for. */
  readonly notJudged: number;
  readonly rejectedThen: number;
}

/** An image that would have broken a rule. */
export interface BreachingImage extends ImageFacts {
  readonly jobId: string;
  readonly idx: number;
  readonly run: number;
  readonly url: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly category: string;
  readonly visitTime: Date;
  /** Why it failed when it was measured; null when it passed. */
  readonly code: string | null;
  readonly broken: number;
  readonly rejects: number;
}

@Injectable()
export class ReplayRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /** @throws FiguresTooLargeError */
  count(rules: RuleSet, scope: ReplayScope): Promise<BreachCount[]> {
    const values = valuesOf(rules, scope);
    return this.ask<BreachCount>(countBreaches(scope.group, binding(values)), values);
  }

  /** Images that would have broken a rule, newest job first, after one of them. @throws FiguresTooLargeError */
  async findPage(
    rules: RuleSet,
    scope: ReplayScope,
    { effect, after, limit }: ReplayPage,
  ): Promise<Page<BreachingImage>> {
    const [jobId = null, idx = null] = after;
    const values = [...valuesOf(rules, scope), jobId, idx, limit + 1];
    const text = listBreaches(effect, scope.group, binding(values));
    const rows = await this.ask<BreachingImage>(text, values);
    return cutPage(rows, limit, (row) => [row.jobId, String(row.idx)]);
  }

  private ask<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const tooLarge = () => new FiguresTooLargeError('in this time', 'ask for a shorter time or fewer stores');
    return this.heavyReads.rows<Row>({ text, values, kind: 'replay', tooLarge });
  }
}

function binding(values: unknown[]): Bind {
  return (value) => `$${values.push(value)}`;
}

function valuesOf(rules: RuleSet, { from, before, category, storeId, areaCode }: ReplayScope): unknown[] {
  const limits = JSON.stringify(limitsOf(rules, CATEGORIES));
  return [limits, from, before, category ?? null, storeId ?? null, areaCode ?? null];
}
