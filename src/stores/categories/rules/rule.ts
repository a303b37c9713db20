import type { Category } from '../category.js';

/** How much a word says about the shop that has it in its name. */
export const STRENGTHS = ['trade', 'ware', 'ending', 'general', 'silent', 'place', 'landmark'] as const;

/**
 * `trade` decides, the first one of a name; `ware` does where there is no trade; `ending` is a trade only as the end of
 * a name, behind a word of two letters or more; `general` decides where there is neither. `silent` stands beside
 * every trade. What is named right before a `place`, and all behind a `landmark`, tells of a place and not of the shop.
 */
export type Strength = (typeof STRENGTHS)[number];

/** One line of the rules: a word, or some that follow each other. */
export interface Rule {
  /** In capitals, with single blanks. */
  readonly words: string;
  /** Undefined for those that name none: `silent`, `place`, `landmark`. */
  readonly category?: Category;
  readonly strength: Strength;
  /** How often it is right, 0 to 1. */
  readonly confidence: number;
}

/** What a rule is trusted when its line does not say; 0 where it names no category. */
export const USUAL_CONFIDENCE: Readonly<Record<Strength, number>> = {
  trade: 0.97,
  ware: 0.9,
  ending: 0.9,
  general: 0.85,
  silent: 0,
  place: 0,
  landmark: 0,
};

export function namesCategory(strength: Strength): boolean {
  return USUAL_CONFIDENCE[strength] > 0;
}
