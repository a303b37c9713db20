import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Category } from '../categories/category.js';
import { storeNames } from '../names/store-names.js';
import { StoresService } from '../stores.service.js';
import { NameMatcher, weightOf, type Question } from './name-match.js';
import { reasonOf } from './reason.js';
import { SearchRepository, type Candidate, type CandidateQuery } from './search.repository.js';
import type { SearchFilter } from './search.sql.js';

/** A store that a text, or another store, may mean. */
export interface SearchHit extends Candidate {
  /** How well it fits, 0 to 1. */
  readonly score: number;
  /** Which words met, and how. */
  readonly reason: string;
}

/** Stores that are meant, best first. */
export interface SearchHits {
  readonly hits: readonly SearchHit[];
  /** Whether all stores can be found: the names of all imports have been read. */
  readonly isComplete: boolean;
}

/** What has less than this has nothing to do with the question. */
const LEAST_SCORE = 0.2;
/** Other stores must share more than a common word with a store to be similar. */
const LEAST_SIMILAR = 0.5;

/** Stores that are compared before others have the event loop: 5 to 15 ms. */
const PER_TURN = 100;

/** A candidate that was compared. */
interface Compared {
  readonly candidate: Candidate;
  readonly score: number;
  /** Whether its name is the text, letter by letter in any case. */
  readonly isNamed: boolean;
  /** Told only of stores that are answered. */
  readonly reason: () => string;
}

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
  async search(text: string, filter: SearchFilter, limit: number): Promise<SearchHits> {
    const id = text.trim();
    const ids = [...new Set([id, id.toUpperCase(), id.toLowerCase()])];
    const isTyping = !/\s$/.test(text);
    return this.answer(limit, async () => {
      const found = await this.compare({ text, ids, isTyping, filter });
      return found.filter(({ score }) => score >= LEAST_SCORE);
    });
  }

  /**
   * Other stores whose names are much like that of a store, best first.
   *
   * @throws StoreNotFoundError
   */
  async findSimilar(storeId: string, filter: SearchFilter, limit: number): Promise<SearchHits> {
    const { id, name, category } = await this.stores.findListed(storeId);
    return this.answer(limit, async () => {
      const found = await this.compare({ text: name, ids: [], isTyping: false, filter }, category);
      return found.filter(({ candidate, score }) => candidate.id !== id && score >= LEAST_SIMILAR);
    });
  }

  private async answer(limit: number, find: () => Promise<Compared[]>): Promise<SearchHits> {
    // Before the search, for what was missing in it may be there a moment later.
    const isComplete = await this.repository.isComplete();
    const found = await find();
    return { hits: found.slice(0, limit).map(toHit), isComplete };
  }

  /** All candidates, the best first. */
  private async compare(
    query: Omit<CandidateQuery, 'words'>,
    category: Category = 'unknown',
  ): Promise<Compared[]> {
    const words = storeNames().reader.words(query.text);
    const { candidates, known } = await this.repository.findCandidates({ ...query, words });
    const all = known.get('*') ?? 1;
    const weights = words.map((word) => weightOf(word, known.get(word.fold) ?? 0, all));
    const question: Question = { words, weights, isTyping: query.isTyping, category };
    const found: Compared[] = [];
    for (const candidate of candidates) {
      found.push({
        candidate,
        isNamed: sameText(candidate.name, query.text),
        ...(query.ids.includes(candidate.id)
          ? { score: 1, reason: () => `Its id is ${candidate.id}.` }
          : compared(this.matcher, question, candidate)),
      });
      if (found.length % PER_TURN === 0) await breathe();
    }
    return found.sort(byScore);
  }
}

function compared(matcher: NameMatcher, question: Question, candidate: Candidate) {
  const name = storeNames().reader.words(candidate.name);
  const match = matcher.match(question, name, candidate.category);
  return { score: match.score, reason: () => reasonOf(question.words, name, match) };
}

function toHit({ candidate, score, reason }: Compared): SearchHit {
  return { ...candidate, score, reason: reason() };
}

function byScore(a: Compared, b: Compared): number {
  const [one, other] = [a.candidate, b.candidate];
  return (
    b.score - a.score ||
    Number(b.isNamed) - Number(a.isNamed) ||
    Number(other.active) - Number(one.active) ||
    (one.id < other.id ? -1 : 1)
  );
}

function sameText(name: string, text: string): boolean {
  const [a, b] = [name, text].map((one) => one.trim().replace(/\s+/g, ' ').toLowerCase());
  return a === b;
}
