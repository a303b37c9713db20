import type { Category } from '../categories/category.js';
import type { Likeness } from '../names/likeness.js';
import type { NameWord, Role } from '../names/name-reader.js';
import { initialsMeet, spelledOutMeetings } from './initials.js';
import type { Meeting, WordMeeting } from './meeting.js';

/** How well a name answers a question. */
export interface Match {
  /** 0 to 1. */
  readonly score: number;
  readonly meetings: readonly Meeting[];
  /** The trades that the question and the name speak of are different ones. */
  readonly otherTrade: boolean;
}

/** The words of a question, with what each of them weighs. */
export interface Question {
  readonly words: readonly NameWord[];
  /** Of each word, by how rare it is; see `weightOf`. */
  readonly weights: readonly number[];
  /** Whether the last word may still be typed. */
  readonly isTyping: boolean;
  /** Of the store that is asked about, where it is one. */
  readonly category?: Category;
}

/** A word of a name weighs at most so much, by what it does there. */
export const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  telling: 1,
  initials: 0.8,
  number: 0.2,
  trade: 0.3,
  title: 0.15,
  plain: 0.12,
};

/** What a word that nobody asked for takes away, as a share of its weight. */
const UNASKED = 0.2;
/** What stays of the weight of a word that only tells where the shop is. */
const ASIDE = 0.2;
/** What stays of the score when the trades differ. */
const OTHER_TRADE = 0.82;
/** Below this, two words have nothing to do with each other. */
const LEAST_LIKENESS = 0.66;
/** Shops that sell a bit of everything; names say one for the other. */
export const GENERAL: ReadonlySet<Category> = new Set(['general', 'grocery']);

/** Compares a question with a name, word by word. */
export class NameMatcher {
  constructor(private readonly likeness: Likeness) {}

  match(question: Question, name: readonly NameWord[], category: Category): Match {
    const { words, weights } = question;
    const meetings = chosen([...this.possible(question, name), ...byCategory(words, category)], weights);
    const asked = words.map(() => 0);
    const met = new Set<number>();
    for (const { asked: places, found, likeness } of meetings) {
      for (const place of places) asked[place] = likeness;
      for (const place of found) met.add(place);
    }
    // Of nothing, or all but nothing, nothing is found.
    const total = Math.max(sum(weights), Number.EPSILON);
    const got = sum(weights.map((weight, i) => weight * (asked[i] ?? 0)));
    const unasked = sum(
      name.map(({ role, isAside }, i) => (met.has(i) ? 0 : ROLE_WEIGHT[role] * (isAside ? ASIDE : 1))),
    );
    const otherTrade = tradesDiffer(question, name, category);
    const order = inOrder(meetings) ? 1 : 0.985;
    const score =
      (got / (total + UNASKED * Math.min(unasked, total))) * (otherTrade ? OTHER_TRADE : 1) * order;
    return { score: Math.round(score * 1e4) / 1e4, meetings, otherTrade };
  }

  /** Everything that may stand for each other, well or not so well. */
  private possible({ words, isTyping }: Question, name: readonly NameWord[]): Meeting[] {
    const found: Meeting[] = [];
    words.forEach((word, i) => {
      const mayGrow = isTyping && i === words.length - 1;
      name.forEach((other, j) => {
        const meeting = this.meet(word, other, mayGrow);
        if (meeting) found.push({ ...meeting, asked: [i], found: [j] });
      });
      found.push(...this.together(words, i, name));
    });
    found.push(...spelledOutMeetings(words, name, false), ...spelledOutMeetings(name, words, true));
    return found;
  }

  private meet(word: NameWord, other: NameWord, mayGrow: boolean): WordMeeting | undefined {
    if (word.text === other.text) return { likeness: 1, way: 'same' };
    if (word.role === 'number' || other.role === 'number') return undefined;
    if (word.fold === other.fold && word.role !== 'initials') return { likeness: 0.97, way: 'sound' };
    if (mayGrow && other.text.startsWith(word.text)) return { likeness: 0.94, way: 'beginning' };
    if (mayGrow && word.fold.length > 1 && other.fold.startsWith(word.fold))
      return { likeness: 0.9, way: 'beginning' };
    if (isCut(word, other) || isCut(other, word)) return { likeness: 0.8, way: 'beginning' };
    if (word.category && other.category) return sameTrade(word, other);
    if (word.role === 'initials' || other.role === 'initials') return initialsMeet(word, other);
    const alike = this.likeness.of(word.fold, other.fold);
    const least = Math.min(word.fold.length, other.fold.length) < 4 ? 0.75 : LEAST_LIKENESS;
    if (alike < least) return undefined;
    return { likeness: 0.97 * alike ** 1.5, way: alike > 0.85 ? 'sound' : 'typo' };
  }

  /** Words that one side writes together: RADHE SHYAM and RADHESHYAM. */
  private together(words: readonly NameWord[], i: number, name: readonly NameWord[]): Meeting[] {
    const found: Meeting[] = [];
    name.forEach((_, j) => {
      this.tryTogether(words.slice(i, i + 2), name.slice(j, j + 1), [i, i + 1], [j], found);
      this.tryTogether(words.slice(i, i + 1), name.slice(j, j + 2), [i], [j, j + 1], found);
      this.tryTogether(words.slice(i, i + 2).reverse(), name.slice(j, j + 1), [i, i + 1], [j], found);
      this.tryTogether(words.slice(i, i + 1), name.slice(j, j + 2).reverse(), [i], [j, j + 1], found);
      this.tryTogether(words.slice(i, i + 3), name.slice(j, j + 1), [i, i + 1, i + 2], [j], found);
      this.tryTogether(words.slice(i, i + 1), name.slice(j, j + 3), [i], [j, j + 1, j + 2], found);
    });
    return found;
  }

  private tryTogether(
    some: readonly NameWord[],
    others: readonly NameWord[],
    asked: readonly number[],
    found: readonly number[],
    into: Meeting[],
  ): void {
    if (some.length < asked.length || others.length < found.length) return;
    if (some[0]?.fold[0] !== others[0]?.fold[0]) return;
    const [a, b] = [some.map(({ fold }) => fold).join(''), others.map(({ fold }) => fold).join('')];
    if (a.length < 4) return;
    const alike = this.likeness.of(a.replace(/(.)\1/g, '$1'), b.replace(/(.)\1/g, '$1'));
    if (alike > 0.8) into.push({ asked, found, likeness: 0.96 * alike, way: 'together' });
  }
}

/** MEDI and RESTAU: what is sold is often written short. */
function isCut(short: NameWord, { text, role }: NameWord): boolean {
  return role === 'trade' && !short.category && short.text.length > 2 && text.startsWith(short.text);
}

/** PAN is asked for, and it is a pan shop, although its name does not say so. */
function byCategory(words: readonly NameWord[], category: Category): Meeting[] {
  return words.flatMap((word, i): Meeting[] =>
    word.category === category ? [{ asked: [i], found: [], likeness: 0.6, way: 'category' }] : [],
  );
}

function sameTrade(word: NameWord, other: NameWord): WordMeeting | undefined {
  if (word.category === other.category) return { likeness: 0.75, way: 'trade' };
  const general = GENERAL.has(word.category ?? 'unknown') && GENERAL.has(other.category ?? 'unknown');
  return general ? { likeness: 0.6, way: 'trade' } : undefined;
}

/** The best meetings of which no two use the same word. */
function chosen(possible: readonly Meeting[], weights: readonly number[]): Meeting[] {
  const gain = ({ asked, likeness }: Meeting) => sum(asked.map((i) => (weights[i] ?? 0) * likeness));
  const sorted = possible
    .map((meeting) => ({ meeting, gain: gain(meeting) }))
    .sort((a, b) => b.meeting.likeness - a.meeting.likeness || b.gain - a.gain);
  const [asked, found] = [new Set<number>(), new Set<number>()];
  const taken: Meeting[] = [];
  for (const { meeting } of sorted) {
    if (meeting.asked.some((i) => asked.has(i)) || meeting.found.some((j) => found.has(j))) continue;
    meeting.asked.forEach((i) => asked.add(i));
    meeting.found.forEach((j) => found.add(j));
    taken.push(meeting);
  }
  return taken.sort((a, b) => (a.asked[0] ?? 0) - (b.asked[0] ?? 0));
}

function inOrder(meetings: readonly Meeting[]): boolean {
  const places = meetings.flatMap(({ found }) => found.slice(0, 1));
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0));
}

/** Both speak of what they sell, and of different things. */
function tradesDiffer(question: Question, name: readonly NameWord[], category: Category): boolean {
  const asked = tradesOf(question.words, question.category);
  const told = tradesOf(name, category);
  if (asked.length === 0 || told.length === 0) return false;
  return !asked.some(
    (one) => told.includes(one) || (GENERAL.has(one) && told.some((other) => GENERAL.has(other))),
  );
}

/** A trade beats a general word: MEDICAL & GENERAL STORES sells medicine. */
function tradesOf(words: readonly NameWord[], known: Category = 'unknown'): Category[] {
  const all = words.flatMap(({ category }) => (category ? [category] : []));
  if (all.length === 0 && known !== 'unknown') return [known];
  const special = all.filter((category) => !GENERAL.has(category));
  return special.length > 0 ? special : all;
}

/**
 * What a word weighs: rare ones more.
 *
 * @param stores that have it
 * @param of how many there are
 */
export function weightOf({ role }: NameWord, stores: number, of: number): number {
  const rarity = Math.log(1 + of / (1 + stores)) / Math.log(1 + of);
  return ROLE_WEIGHT[role] * (0.3 + 0.7 * rarity);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
