import { SHOPS, type Category } from '../category.js';
import { wordSound } from '../naming/word-sound.js';

/** The words of a name, and what kind of shop it is. */
export interface Example {
  readonly words: readonly string[];
  readonly category: Category;
}

/** What corrections taught about a name. */
export interface LearnedVerdict {
  readonly category: Category;
  readonly confidence: number;
  readonly reason: string;
}

/** Fewer corrections to one category never change another store: a word speaks only when so many of them have it. */
export const MIN_SUPPORT = 3;
/**
 * Below, nothing is said. Of ten times 400 labelled names without rules, half to learn from and half to ask for, 0.97 of
 * the answers were right; a higher mark costs answers and makes them no better.
 */
export const LEARNED_FROM = 0.8;

/**
 * What cannot be learned of words. Most shops are general stores, whose words stand beside those of any trade: of the
 * answers `general`, 0.86 were right. A rule for the word can say it, as all words of trades have been looked for by then.
 */
const UNTAUGHT: ReadonlySet<Category> = new Set<Category>(['unknown', 'general']);

/** How many stores every word is taken to have, besides those seen, that are as the average of all is. */
const DOUBT = 1;
/** Letters of the pieces of words, which tell MUDIWALA from what was learned of MUDIKHANA. */
const PIECE = 4;
const MIN_IN_PIECES = 5;
/** Pieces of a word overlap, and repeat what it says already. */
const PIECE_WEIGHT = 0.15;

interface Seen {
  /** Corrections by category. */
  readonly corrected: Map<Category, number>;
  /** The same, with stores that the rules judged: a word that is in shops of all kinds tells nothing. */
  readonly all: Map<Category, number>;
}

/**
 * Learns from corrections by hand what words and pieces of words tell: naive Bayes over all of a name, by the share
 * of each category among the stores that have a word, compared with its share among all.
 */
export class Lesson {
  private readonly seen = new Map<string, Seen>();
  /** Stores of each category; `unknown` is always possible. */
  private readonly counts = new Map<Category, number>([['unknown', 1]]);

  /** A correction by hand. All of them come first. */
  learn({ words, category }: Example): void {
    add(this.counts, category);
    for (const feature of featuresOf(words)) {
      const seen = this.seen.get(feature) ?? { corrected: new Map(), all: new Map() };
      add(seen.corrected, category);
      add(seen.all, category);
      this.seen.set(feature, seen);
    }
  }

  /** A store that the rules gave a category. It only speaks against a word, never for it. */
  hear({ words, category }: Example): void {
    add(this.counts, category);
    for (const feature of featuresOf(words)) {
      const seen = this.seen.get(feature);
      if (seen) add(seen.all, category);
    }
  }

  /** @returns undefined when too little was learned of these words, or when they are known to tell nothing */
  judge(words: readonly string[]): LearnedVerdict | undefined {
    const told = featuresOf(words).flatMap((feature) => {
      const seen = this.seen.get(feature);
      return seen && Math.max(...seen.corrected.values()) >= MIN_SUPPORT ? [{ feature, ...seen }] : [];
    });
    if (told.length === 0) return undefined;
    const [category, confidence] = this.likeliest(told);
    const teacher = mostTelling(told, category);
    if (UNTAUGHT.has(category) || confidence < LEARNED_FROM || !teacher) return undefined;
    return { category, confidence, reason: reasonOf(teacher, category, words) };
  }

  private likeliest(told: readonly (Seen & { feature: string })[]): [Category, number] {
    const known = total(this.counts);
    const weights = [...this.counts].map(([category, count]): [Category, number] => {
      const share = count / known;
      const evidence = told.map(({ feature, all }) => {
        const stores = total(all);
        const here = ((all.get(category) ?? 0) + DOUBT * share) / (stores + DOUBT);
        return (isPiece(feature) ? PIECE_WEIGHT : 1) * Math.log(here / share);
      });
      return [category, share * Math.exp(evidence.reduce((sum, one) => sum + one, 0))];
    });
    const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
    const [category, weight] = weights.reduce((best, one) => (one[1] > best[1] ? one : best));
    return [category, weight / whole];
  }
}

/** The word of which most corrections to the category are known; of a piece, the reason could not be told. */
function mostTelling(told: readonly (Seen & { feature: string })[], category: Category) {
  const speaking = told.filter(({ corrected }) => (corrected.get(category) ?? 0) >= MIN_SUPPORT);
  return speaking.sort((a, b) => rankOf(b, category) - rankOf(a, category))[0];
}

function rankOf({ feature, corrected }: Seen & { feature: string }, category: Category): number {
  return (corrected.get(category) ?? 0) + (isPiece(feature) ? 0 : 1_000_000);
}

function reasonOf(
  { feature, corrected }: Seen & { feature: string },
  category: Category,
  words: readonly string[],
): string {
  const stores = `${corrected.get(category)} of ${total(corrected)} stores`;
  const word = words.find((one) => featuresOf([one]).includes(feature)) ?? feature;
  const what = isPiece(feature) ? `words like "${word}"` : `"${word}"`;
  return `Learned from corrections by hand: ${stores} with ${what} are ${SHOPS[category]}.`;
}

/** Words by their sound, and pieces of the longer ones; each once. */
function featuresOf(words: readonly string[]): string[] {
  const features = new Set<string>();
  for (const word of words) {
    const sound = wordSound(word) || word;
    features.add(sound);
    if (sound.length < MIN_IN_PIECES) continue;
    const bounded = `_${sound}_`;
    for (let at = 0; at + PIECE <= bounded.length; at += 1) features.add(`~${bounded.slice(at, at + PIECE)}`);
  }
  return [...features];
}

function isPiece(feature: string): boolean {
  return feature.startsWith('~');
}

function add(counts: Map<Category, number>, category: Category): void {
  counts.set(category, (counts.get(category) ?? 0) + 1);
}

function total(counts: ReadonlyMap<Category, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
