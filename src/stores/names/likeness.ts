import type { SpellingTable } from './spelling-table.js';

/** What one difference between two words costs. What a word begins with is seldom wrong, and costs more. */
const COST = {
  vowel: 0.3,
  near: 0.5,
  other: 1.3,
  missing: 0.9,
  swapped: 0.5,
  softH: 0.15,
  finalS: 0.25,
  first: 0.4,
};

/** Words are alike, or not at all, whatever they are compared for; the same words meet again and again. */
const REMEMBERED = 50_000;

const VOWELS = 'aeiou';

/** How alike words sound. */
export class Likeness {
  private readonly near: ReadonlySet<string>;
  private readonly remembered = new Map<string, number>();

  constructor({ near }: Pick<SpellingTable, 'near'>) {
    this.near = new Set(near.flatMap(([a, b]) => [a + b, b + a]));
  }

  /**
   * An edit distance that knows which letters are written for each other, as a likeness.
   *
   * @param a, b folds of words
   * @returns 1 for the same sound, 0 for nothing in common
   */
  of(a: string, b: string): number {
    if (a === b) return 1;
    if (Math.abs(a.length - b.length) > 3) return 0;
    const key = `${a} ${b}`;
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    const likeness = Math.max(0, 1 - this.distance(a, b) / Math.max(2, (a.length + b.length) / 2));
    this.remembered.set(key, likeness);
    return likeness;
  }

  private distance(a: string, b: string): number {
    const width = b.length + 1;
    const costs = new Float64Array((a.length + 1) * width);
    const at = (i: number, j: number) => costs[i * width + j] ?? 0;
    for (let i = 0; i <= a.length; i += 1) {
      for (let j = i === 0 ? 1 : 0; j <= b.length; j += 1) {
        let least = i > 0 ? at(i - 1, j) + this.missing(a, i - 1) : Infinity;
        if (j > 0) least = Math.min(least, at(i, j - 1) + this.missing(b, j - 1));
        if (i > 0 && j > 0) least = Math.min(least, at(i - 1, j - 1) + this.exchanged(a, b, i - 1, j - 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          least = Math.min(least, at(i - 2, j - 2) + COST.swapped);
        costs[i * width + j] = least;
      }
    }
    return at(a.length, b.length);
  }

  private missing(word: string, at: number): number {
    const letter = word[at] ?? '';
    if (letter === 'h') return COST.softH;
    if (letter === 's' && at === word.length - 1 && at > 2) return COST.finalS;
    return (VOWELS.includes(letter) ? COST.vowel : COST.missing) + (at === 0 ? COST.first : 0);
  }

  private exchanged(a: string, b: string, i: number, j: number): number {
    const [one, other] = [a[i] ?? '', b[j] ?? ''];
    if (one === other) return 0;
    if (VOWELS.includes(one) && VOWELS.includes(other)) return COST.vowel;
    return this.near.has(one + other) ? COST.near : COST.other;
  }
}
