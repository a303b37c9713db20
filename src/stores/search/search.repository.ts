import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Category } from '../categories/category.js';
import { areaKey } from '../names/name-keys.js';
import { candidateArms, type WordCounts } from './candidate-plan.js';
import { SearchTooSlowError } from './search.errors.js';
import { candidatesSql, KNOWN_WORDS } from './search.sql.js';
import { wantedWords } from './wanted-words.js';
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

export interface Question {
  readonly words: readonly NameWord[];
  /** Ids that the text itself may be. */
  readonly ids: readonly string[];
  readonly isTyping: boolean;
  readonly areaCode?: string;
  readonly category?: Category;
}

/** For each of the two statements of a search. A million stores take some 20 ms. */
const LIMIT_MS = 2_000;

@Injectable()
export class SearchRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Stores to compare with the question, at most some hundred of them, and how many stores have its words.
   *
   * @throws SearchTooSlowError
   */
  async findCandidates(question: Question): Promise<{ candidates: Candidate[]; known: WordCounts }> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        // An index scan that brings little is better than reading all stores in the hope that many fit.
        await manager.query(`SET LOCAL statement_timeout = ${LIMIT_MS}; SET LOCAL enable_seqscan = off`);
        const known = new Map<string, number>();
        const { exact, near, skeletons, beginning } = wantedWords(
          question.words,
          storeNames().reader,
          question.isTyping,
        );
        const counted = question.areaCode === undefined ? ['*'] : ['*', areaKey(question.areaCode)];
        const rows = await manager.query<{ word: string; stores: number }[]>(KNOWN_WORDS, [
          [...exact, ...counted],
          near,
          skeletons,
          beginning,
        ]);
        for (const { word, stores } of rows) known.set(word, stores);
        const arms = candidateArms(question.words, known, storeNames(), question);
        const { text, values } = candidatesSql(arms, { ...question, kinds: kindsOf(question.words) });
        return { candidates: await manager.query<Candidate[]>(text, values), known };
      });
    } catch (error) {
      throw (error as { code?: unknown }).code === '57014' ? new SearchTooSlowError() : error;
    }
  }
}

/** What is asked for when nothing else tells the shop from others: PAN CORNER. */
function kindsOf(words: readonly NameWord[]): Category[] {
  const special = words.flatMap(({ category }) => (category && !GENERAL.has(category) ? [category] : []));
  return words.some(({ role }) => role === 'telling' || role === 'initials')
    ? []
    : [...new Set(special)].slice(0, 2);
}
