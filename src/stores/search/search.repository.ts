import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Category } from '../categories/category.js';
import { areaKey } from '../names/name-keys.js';
import { candidatePlan, type WordCounts } from './candidate-plan.js';
import { SearchTooSlowError } from './search.errors.js';
import { candidatesSql, KNOWN_WORDS, type SearchFilter } from './search.sql.js';
import { wantedWords } from './wanted-words.js';
import { NAMES_ARE_READ } from '../names/spelled.sql.js';
import { storeNames } from '../names/store-names.js';
import type { NameWord } from '../names/name-reader.js';
import { GENERAL } from './name-match.js';

/** A store that may be an answer. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly active: boolean;
  readonly category: Category;
}

/** What somebody looks for. */
export interface CandidateQuery {
  readonly text: string;
  /** Those of the text. */
  readonly words: readonly NameWord[];
  /** Ids that the text itself may be. */
  readonly ids: readonly string[];
  /** Whether the last word may be unfinished. */
  readonly isTyping: boolean;
  readonly filter: SearchFilter;
}

/** For each of the two statements of a search. A million stores take some 20 ms. */
const LIMIT_MS = 2_000;

@Injectable()
export class SearchRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Stores to compare with what is looked for, at most some 650 of them, and how many stores have its words.
   *
   * @throws SearchTooSlowError
   */
  async findCandidates(query: CandidateQuery): Promise<{ candidates: Candidate[]; known: WordCounts }> {
    const { words, isTyping, filter } = query;
    const { areaCode } = filter;
    const { exact, near, skeletons, beginning } = wantedWords(words, storeNames().reader, isTyping);
    const counted = areaCode === undefined ? ['*'] : ['*', areaKey(areaCode)];
    try {
      return await this.dataSource.transaction(async (manager) => {
        // An index scan that brings little is better than reading all stores in the hope that many fit; and others
        // have something to do, too.
        await manager.query(`SET LOCAL statement_timeout = ${LIMIT_MS};
          SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0`);
        const rows = await manager.query<{ word: string; stores: number }[]>(KNOWN_WORDS, [
          [...exact, ...counted],
          near,
          skeletons,
          beginning,
        ]);
        const known = new Map(rows.map(({ word, stores }) => [word, stores]));
        const plan = candidatePlan(words, known, storeNames(), { isTyping, areaCode });
        const { text, values } = candidatesSql(plan, { ...query, kinds: kindsOf(words) });
        return { candidates: await manager.query<Candidate[]>(text, values), known };
      });
    } catch (error) {
      throw (error as { code?: unknown }).code === '57014' ? new SearchTooSlowError() : error;
    }
  }

  /** Whether the names of all imports have been read. */
  async isComplete(): Promise<boolean> {
    const [row] = await this.dataSource.query<[{ isComplete: boolean }]>(
      `SELECT ${NAMES_ARE_READ} AS "isComplete"`,
    );
    return row.isComplete;
  }
}

/** What is asked for when nothing else tells the shop from others: PAN CORNER. */
function kindsOf(words: readonly NameWord[]): Category[] {
  const special = words.flatMap(({ category }) => (category && !GENERAL.has(category) ? [category] : []));
  return words.some(({ role }) => role === 'telling' || role === 'initials')
    ? []
    : [...new Set(special)].slice(0, 2);
}
