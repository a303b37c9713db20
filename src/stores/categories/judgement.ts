import type { Category, CategorySource } from './category.js';

/** What kind of shop a name tells of. */
export interface Judgement {
  readonly category: Category;
  /** How sure that is, 0 to 1. */
  readonly confidence: number;
  /** A sentence. */
  readonly reason: string;
  readonly source: CategorySource;
}
