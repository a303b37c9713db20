import { SHOPS, type Category } from './category.js';
import type { Judgement } from './judgement.js';
import { Lesson } from './learning/lesson.js';
import { nameWords } from './naming/name-words.js';
import { RuleJudge } from './rules/rule-judge.js';
import type { Rule } from './rules/rule.js';

/** A name with its category, known for certain or by the rules. */
export interface NamedCategory {
  readonly name: string;
  readonly category: Category;
}

/** Below, the category is `unknown`: a rule may be so weak that it only tells what might be. */
export const ANSWER_FROM = 0.6;

const NOTHING = 'No word of the name tells what kind of shop it is.';

/**
 * Tells what kind of shop a name belongs to. Words of a trade decide; then what was learned from corrections;
 * then words of general stores. Pure: the same rules and corrections give the same answers.
 */
export class Categoriser {
  private readonly rules: RuleJudge;
  private readonly lesson = new Lesson();

  /**
   * @param corrections made by hand, to learn from
   * @param judged names that the rules gave a category, which tell what words stand in shops of all kinds
   */
  constructor(
    rules: readonly Rule[],
    corrections: readonly NamedCategory[] = [],
    judged: readonly NamedCategory[] = [],
  ) {
    this.rules = new RuleJudge(rules);
    this.learn(corrections);
    this.hear(judged);
  }

  /** Learns from corrections by hand: all of them, before any name is judged. Takes some 70 us each. */
  learn(corrections: readonly NamedCategory[]): void {
    for (const example of this.examples(corrections)) this.lesson.learn(example);
  }

  /** Hears names that the rules gave a category against what was learned; as many at a time as anyone has time for. */
  hear(judged: readonly NamedCategory[]): void {
    for (const example of this.examples(judged)) this.lesson.hear(example);
  }

  categorise(name: string): Judgement {
    const words = nameWords(name);
    const verdict = this.rules.judge(words);
    if (verdict && verdict.strength !== 'general') return answer(verdict, 'rule');
    const learned = this.lesson.judge(this.untold(words.main));
    if (learned) return answer(learned, 'learned');
    return verdict
      ? answer(verdict, 'rule')
      : { category: 'unknown', confidence: 0, reason: NOTHING, source: 'none' };
  }

  private examples(named: readonly NamedCategory[]) {
    return named.map(({ name, category }) => ({ words: this.untold(nameWords(name).main), category }));
  }

  /** Words that the rules say nothing about; the others mean what their rules say, until somebody changes these. */
  private untold(words: readonly string[]): string[] {
    return words.filter((word) => !this.rules.knows(word));
  }
}

function answer(
  { category, confidence, reason }: Omit<Judgement, 'source'>,
  source: 'rule' | 'learned',
): Judgement {
  const sure = Math.round(confidence * 100) / 100;
  if (sure >= ANSWER_FROM) return { category, confidence: sure, reason, source };
  return {
    category: 'unknown',
    confidence: sure,
    reason: `Only a guess: ${SHOPS[category]}. ${reason}`,
    source,
  };
}
