import { SHOPS, type Category } from '../category.js';
import type { NameWords } from '../naming/name-words.js';
import { RuleIndex, type Likeness, type PlacedFinding } from './rule-index.js';
import type { Rule, Strength } from './rule.js';

/** What the rules say of a name: the word that decides, or nothing. */
export interface RuleVerdict {
  readonly category: Category;
  readonly confidence: number;
  readonly reason: string;
  readonly strength: Strength;
}

/** A word that had to be guessed at is trusted less. */
const TRUST: Readonly<Record<Likeness, number>> = { exact: 1, spelling: 0.95, joined: 0.95, cut: 0.85 };
/** Where another trade follows, the first is the main one nearly always. */
const TWO_TRADES = 0.95;
const DECIDING: readonly (readonly Strength[])[] = [['trade', 'ending'], ['ware'], ['general']];

/** Judges names by the rules alone. */
export class RuleJudge {
  private readonly index: RuleIndex;

  constructor(rules: readonly Rule[]) {
    this.index = new RuleIndex(rules);
  }

  /** What stands aside counts only where the name itself says nothing. */
  judge({ main, aside }: NameWords): RuleVerdict | undefined {
    return verdictOf(this.findings(main)) ?? verdictOf(this.findings(aside));
  }

  /** Whether the word means something by itself, so that there is nothing to learn of it. */
  knows(word: string): boolean {
    return this.index.find([word]).some(({ rule }) => rule.category !== undefined);
  }

  /** What is found in the words, without what tells of a place. */
  private findings(words: readonly string[]): PlacedFinding[] {
    const told: PlacedFinding[] = [];
    for (const finding of this.index.find(words)) {
      const { rule, at } = finding;
      if (rule.strength === 'landmark') break;
      if (rule.strength === 'place') {
        for (let last = told.at(-1); last?.end === at && isTrade(last.rule); last = told.at(-1)) told.pop();
      }
      told.push(finding);
    }
    return told;
  }
}

function verdictOf(findings: readonly PlacedFinding[]): RuleVerdict | undefined {
  for (const strengths of DECIDING) {
    const [first, ...others] = findings.filter(({ rule }) => strengths.includes(rule.strength));
    const category = first?.rule.category;
    if (!first || !category) continue;
    const isSure = others.every(({ rule }) => rule.category === category);
    const confidence = first.rule.confidence * TRUST[first.likeness] * (isSure ? 1 : TWO_TRADES);
    return { category, confidence, reason: reasonOf(first, category), strength: first.rule.strength };
  }
  return undefined;
}

function reasonOf({ text, rule, likeness }: PlacedFinding, category: Category): string {
  const shops = SHOPS[category];
  const says = rule.strength === 'general' ? `says no trade: ${shops}` : `is a word of ${shops}`;
  const written = `"${text}"`;
  if (likeness === 'exact') return `${written} ${says}.`;
  if (likeness === 'joined') return `${written} ends or begins with "${rule.words}", which ${says}.`;
  return `${written} is read as "${rule.words}", which ${says}.`;
}

function isTrade({ strength }: Rule): boolean {
  return strength === 'trade' || strength === 'ware';
}
