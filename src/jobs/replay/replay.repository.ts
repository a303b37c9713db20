import { Injectable } from '@nestjs/common';
import { cutPage, type Page } from '../../common/cursor.js';
import { limitsOf } from '../../rules/judging/breach.sql.js';
import type { ImageFacts } from '../../rules/judging/criteria.js';
import type { RuleSet } from '../../rules/judging/rule-set.js';
import { CATEGORIES } from '../../stores/categories/category.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import { HeavyReadsRepository } from '../reading/heavy-reads.repository.js';
import { COUNT_BREACHES, LIST_BREACHES } from './replay.sql.js';

/** Which images a rule set is tried on. */
export interface ReplayScope {
  /** Times of visits: from this one up to, but not including, the other. */
  readonly from: string;
  readonly before: string;
  readonly category?: string;
  readonly storeId?: string;
  readonly areaCode?: string;
}

/** Images of one category that would have broken the same criteria, as bits. */
export interface BreachCount {
  readonly category: string;
  readonly broken: number;
  /** Those of all criteria of the category that reject. */
  readonly rejects: number;
  readonly images: number;
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
    return this.ask<BreachCount>(COUNT_BREACHES, valuesOf(rules, scope));
  }

  /** Images that would have broken a rule, newest job first, after one of them. @throws FiguresTooLargeError */
  async findPage(
    rules: RuleSet,
    scope: ReplayScope,
    [jobId, idx]: readonly [jobId?: string, idx?: string],
    limit: number,
  ): Promise<Page<BreachingImage>> {
    const values = [...valuesOf(rules, scope), jobId ?? null, idx ?? null, limit + 1];
    const rows = await this.ask<BreachingImage>(LIST_BREACHES, values);
    return cutPage(rows, limit, (row) => [row.jobId, String(row.idx)]);
  }

  private ask<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const tooLarge = () => new FiguresTooLargeError('in this time', 'ask for a shorter time or fewer stores');
    return this.heavyReads.rows<Row>({ text, values, kind: 'replay', tooLarge });
  }
}

function valuesOf(rules: RuleSet, { from, before, category, storeId, areaCode }: ReplayScope): unknown[] {
  const limits = JSON.stringify(limitsOf(rules, CATEGORIES));
  return [limits, from, before, category ?? null, storeId ?? null, areaCode ?? null];
}
