import { soundAlike, wordSound } from '../naming/word-sound.js';
import { wordsOf } from '../naming/name-words.js';
import type { Rule, Strength } from './rule.js';

/** How a word was found to be that of a rule. */
export type Likeness = 'exact' | 'spelling' | 'joined' | 'cut';

/** A rule that speaks for one word of a name, or for some. */
export interface Finding {
  readonly rule: Rule;
  /** As it stands in the name. */
  readonly text: string;
  readonly likeness: Likeness;
}

/** A finding with its place in the name. */
export interface PlacedFinding extends Finding {
  /** Number of its first word. */
  readonly at: number;
  /** Number of the word behind it. */
  readonly end: number;
}

/** Longest phrase of a rule that is looked for, in words of the name. */
export const MAX_SPAN = 3;
/** Words that sound shorter must be written as the rule has them. */
const MIN_SOUND = 4;
const EXACT_ONLY: ReadonlySet<Strength> = new Set(['ending', 'place', 'landmark']);
/** A shorter word is not looked for within another one. */
const MIN_PART = 3;
/** The end of a name may have been cut off; of shorter pieces nobody can tell. */
const MIN_CUT = 5;
const MIN_ENDING = 5;
/** Words that were looked up are kept, up to so many: names repeat a few thousand, those of a million stores some 60,000. */
const KEPT_WORDS = 100_000;

/** Finds the rules for the words of a name, also where they are spelled otherwise, joined, split or cut off. */
export class RuleIndex {
  private readonly byText = new Map<string, Rule>();
  /** Single words that may be spelled otherwise or cut off, by their first letter. */
  private readonly sounds = new Map<
    string,
    { readonly rule: Rule; readonly text: string; readonly sound: string }[]
  >();
  /** What longer rules begin with; most words of names begin none. */
  private readonly beginnings = new Set<string>();
  private readonly kept = new Map<string, Finding | null>();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) this.byText.set(wordsOf(rule.words).join(''), rule);
    for (const [text, rule] of this.byText) {
      for (let end = 1; end < text.length; end += 1) this.beginnings.add(text.slice(0, end));
      const sound = wordSound(text);
      if (sound.length < MIN_SOUND || EXACT_ONLY.has(rule.strength) || rule.words !== text) continue;
      const initial = text[0] ?? '';
      this.sounds.set(initial, [...(this.sounds.get(initial) ?? []), { text, rule, sound }]);
    }
  }

  /** What the rules say of the words, from the first to the last; of two phrases the longer one. */
  find(words: readonly string[]): PlacedFinding[] {
    const findings: PlacedFinding[] = [];
    for (let at = 0; at < words.length;) {
      const finding = this.phraseAt(words, at) ?? this.wordAt(words, at);
      if (finding) findings.push(finding);
      at = finding?.end ?? at + 1;
    }
    return findings;
  }

  private phraseAt(words: readonly string[], at: number): PlacedFinding | undefined {
    if (!this.beginnings.has(words[at] ?? '')) return undefined;
    for (let span = Math.min(MAX_SPAN, words.length - at); span > 1; span -= 1) {
      const phrase = words.slice(at, at + span);
      const rule = this.byText.get(phrase.join(''));
      if (rule && fitsPhrase(rule, phrase, words, at)) {
        return { rule, text: phrase.join(' '), likeness: 'exact', at, end: at + span };
      }
    }
    return undefined;
  }

  private wordAt(words: readonly string[], at: number): PlacedFinding | undefined {
    const finding = this.lookUp(words[at] ?? '', at > 0 && at === words.length - 1);
    if (!finding || (finding.rule.strength === 'ending' && !isEnding(words, at, 1))) return undefined;
    return { ...finding, at, end: at + 1 };
  }

  private lookUp(word: string, isLast: boolean): Finding | null {
    const finding = this.read(word);
    if (finding || !isLast) return finding;
    const rule = this.cutOff(word);
    return rule ? { rule, text: word, likeness: 'cut' } : null;
  }

  private read(text: string): Finding | null {
    const kept = this.kept.get(text);
    if (kept !== undefined) return kept;
    if (this.kept.size >= KEPT_WORDS) this.kept.clear();
    const found = (rule: Rule | undefined, likeness: Likeness) => rule && { rule, text, likeness };
    const finding =
      found(this.byText.get(text), 'exact') ??
      found(this.spelledOtherwise(text), 'spelling') ??
      found(this.joined(text), 'joined') ??
      null;
    this.kept.set(text, finding);
    return finding;
  }

  private spelledOtherwise(word: string): Rule | undefined {
    const sound = wordSound(word);
    if (sound.length < MIN_SOUND) return undefined;
    const known = this.sounds.get(word[0] ?? '') ?? [];
    const same = known.find((other) => other.sound === sound);
    return (same ?? known.find((other) => soundAlike(other.sound, sound)))?.rule;
  }

  /** PANSHOP: two words of rules, the first of a trade if there is one; RAJUSTORE: a name and a word for a store. */
  private joined(word: string): Rule | undefined {
    for (let at = MIN_PART; at <= word.length - MIN_PART; at += 1) {
      const [first, second] = [this.byText.get(word.slice(0, at)), this.byText.get(word.slice(at))];
      if (!second) continue;
      const told = [first, second].filter((rule) => rule !== undefined && speaks(rule));
      if (first && told.length > 0) return told.find((rule) => rule?.strength !== 'general') ?? told[0];
      if (second.strength === 'general' && word.length - at >= MIN_ENDING) return second;
    }
    return undefined;
  }

  /** Only where all words that begin so mean the same. */
  private cutOff(piece: string): Rule | undefined {
    if (piece.length < MIN_CUT) return undefined;
    const known = this.sounds.get(piece[0] ?? '') ?? [];
    const whole = known.filter(({ text }) => text.startsWith(piece)).map(({ rule }) => rule);
    return whole.every(({ category }) => category === whole[0]?.category) ? whole[0] : undefined;
  }
}

function speaks({ category, strength }: Rule): boolean {
  return category !== undefined && strength !== 'ending';
}

/** Letters alone are no split word, unless the rule has them so: `P S`, but not `T E A`. */
function fitsPhrase(rule: Rule, phrase: readonly string[], words: readonly string[], at: number): boolean {
  if (rule.strength === 'ending' && !isEnding(words, at, phrase.length)) return false;
  return phrase.join(' ') === rule.words || phrase.every((word) => word.length > 1);
}

function isEnding(words: readonly string[], at: number, span: number): boolean {
  return at + span === words.length && (words[at - 1]?.length ?? 0) > 1;
}
