import { Injectable } from '@nestjs/common';
import type { Category } from '../categories/category.js';
import { storeNames } from '../names/store-names.js';
import { StoresService } from '../stores.service.js';
import { NameMatcher, weightOf, type Question } from './name-match.js';
import { reasonOf } from './reason.js';
import { SearchRepository, type Candidate } from './search.repository.js';

export interface SearchFilter {
  readonly areaCode?: string;
  readonly category?: Category;
}

/** A store that a text, or another store, may mean. */
export interface SearchHit extends Candidate {
  /** How well it fits, 0 to 1. */
  readonly score: number;
  /** Which words met, and how. */
  readonly reason: string;
}

/** What has less than this has nothing to do with the question. */
const LEAST_SCORE = 0.2;
/** Other stores must share more than a common word with a store to be similar. */
const LEAST_SIMILAR = 0.5;

/** Finds stores by names in any spelling. */
@Injectable()
export class SearchService {
  private readonly matcher = new NameMatcher(storeNames().likeness);

  constructor(
    private readonly repository: SearchRepository,
    private readonly stores: StoresService,
  ) {}

  /**
   * Stores that a text may mean, best first; the last word may be unfinished. A store whose id it is comes first.
   *
   * @throws SearchTooSlowError
   */
  async search(text: string, filter: SearchFilter, limit: number): Promise<SearchHit[]> {
    const id = text.trim();
    const ids = [...new Set([id, id.toUpperCase(), id.toLowerCase()])];
    const isTyping = !/\s$/.test(text);
    const hits = await this.find(text, ids, { ...filter, isTyping });
    return hits.filter(({ score }) => score >= LEAST_SCORE).slice(0, limit);
  }

  /**
   * Other stores whose names are much like that of a store, best first.
   *
   * @throws StoreNotFoundError
   */
  async findSimilar(storeId: string, filter: SearchFilter, limit: number): Promise<SearchHit[]> {
    const { store } = await this.stores.find(storeId);
    const hits = await this.find(store.name, [], { ...filter, isTyping: false }, store.category);
    return hits.filter(({ id, score }) => id !== store.id && score >= LEAST_SIMILAR).slice(0, limit);
  }

  private async find(
    text: string,
    ids: readonly string[],
    options: SearchFilter & { readonly isTyping: boolean },
    category: Category = 'unknown',
  ): Promise<SearchHit[]> {
    const words = storeNames().reader.words(text);
    const { candidates, known } = await this.repository.findCandidates({ ...options, words, ids });
    const all = known.get('*') ?? 1;
    const weights = words.map((word) => weightOf(word, known.get(word.fold) ?? 0, all));
    const question: Question = { words, weights, isTyping: options.isTyping, category };
    return candidates
      .map((candidate) =>
        ids.includes(candidate.id)
          ? { ...candidate, score: 1, reason: `Its id is ${candidate.id}.` }
          : compared(this.matcher, question, candidate),
      )
      .sort(byScore);
  }
}

function compared(matcher: NameMatcher, question: Question, candidate: Candidate): SearchHit {
  const name = storeNames().reader.words(candidate.name);
  const match = matcher.match(question, name, candidate.category);
  return { ...candidate, score: match.score, reason: reasonOf(question.words, name, match) };
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || Number(b.active) - Number(a.active) || (a.id < b.id ? -1 : 1);
}
