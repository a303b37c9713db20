import type { Category } from '../categories/category.js';
import type { NameWord } from '../names/name-reader.js';
import { storeNames } from '../names/store-names.js';
import { GENERAL, NameMatcher, type Meeting } from '../search/name-match.js';
import { reasonOf } from '../search/reason.js';

/** A store of the area that is searched. */
export interface AreaStore {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
}

/** Two stores that are likely the same shop. */
export interface LikelyPair {
  readonly storeA: string;
  readonly storeB: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** Below this, a pair is not worth anybody's time. */
export const LEAST_CONFIDENCE = 0.5;

/** A telling word that more stores of an area have is no sign of anything, unless another one comes with it. */
const COMMON_IN_AREA = 60;
/** Most pairs of an area that are compared, and so the work it makes; those with the rarest words come first. */
const MAX_COMPARED = 200_000;
/** So many stores of an area may well have one word by chance; with each more, half as sure after eight. */
const BY_CHANCE = { free: 2, half: 8 };
/** What it takes away when one name alone says where the shop is, or what it sells. */
const ONE_SIDED = { place: 0.8, trade: 0.75 };
/** A telling word must be met at least so well: one vowel may differ, seldom two. */
const LEAST_LIKENESS = 0.88;
/** Telling words together must be at least so alike for a closer look. */
const WORTH_A_LOOK = 0.75;

interface Read extends AreaStore {
  readonly words: readonly NameWord[];
  /** Sounds of the words that tell it from others. */
  readonly telling: readonly string[];
}

/**
 * Pairs of stores of one area that are likely the same shop: all telling words met, on both sides; nothing says that
 * they sell different things, or are numbered branches; and the words are rare enough not to be shared by chance.
 * Yields after each word, so that long work can be interrupted.
 */
export function* likelyPairs(stores: readonly AreaStore[]): Generator<LikelyPair | undefined> {
  const read = stores.map(readStore).filter(({ telling }) => telling.length > 0);
  const blocks = blocksOf(read);
  const having = (fold: string) => blocks.words.get(fold)?.length ?? 1;
  const matcher = new NameMatcher(storeNames().likeness);
  const seen = new Set<string>();
  for (const block of blocks.compared) {
    for (const [i, one] of block.entries()) {
      for (const other of block.slice(i + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const key = `${a.id}\n${b.id}`;
        if (seen.has(key)) continue;
        if (seen.size >= MAX_COMPARED) return;
        seen.add(key);
        const pair = compared(matcher, a, b, having, stores.length);
        if (pair) yield pair;
      }
    }
    yield undefined;
  }
}

function readStore(store: AreaStore): Read {
  const words = storeNames().reader.words(store.name);
  const telling = words.filter(({ role, isAside }) => role === 'telling' && !isAside).map(({ fold }) => fold);
  return { ...store, words, telling };
}

/** Stores that share a rare word, or two common ones, or whose telling words are the same without blanks and vowels. */
function blocksOf(read: readonly Read[]): { words: Map<string, Read[]>; compared: Read[][] } {
  const words = new Map<string, Read[]>();
  const others = new Map<string, Read[]>();
  for (const store of read) {
    for (const fold of new Set(store.telling)) add(words, fold, store);
    const bones = store.telling.join('').replace(/[aeiouh]/g, '');
    if (bones.length > 2) add(others, bones, store);
    store.telling.slice(1).forEach((fold, i) => add(others, `${store.telling[i]} ${fold}`, store));
  }
  const compared = [...words.values(), ...others.values()]
    .filter(({ length }) => length > 1 && length <= COMMON_IN_AREA)
    .sort((a, b) => a.length - b.length);
  return { words, compared };
}

function add(blocks: Map<string, Read[]>, key: string, store: Read): void {
  const block = blocks.get(key);
  if (block) block.push(store);
  else blocks.set(key, [store]);
}

function compared(
  matcher: NameMatcher,
  a: Read,
  b: Read,
  having: (fold: string) => number,
  all: number,
): LikelyPair | undefined {
  if (numbersOf(a.words) !== numbersOf(b.words) || !isWorthALook(a, b)) return undefined;
  const question = { words: a.words, weights: a.words.map(() => 1), isTyping: false, category: a.category };
  const match = matcher.match(question, b.words, b.category);
  if (match.otherTrade) return undefined;
  const likeness = tellingMet(match.meetings, a.words, b.words);
  if (likeness === undefined) return undefined;
  const confidence = likeness * byRarity(a, b, having, all) * oneSided(a, b) * (0.9 + 0.1 * match.score);
  if (confidence < LEAST_CONFIDENCE) return undefined;
  const reason = reasonOf(a.words, b.words, match);
  return { storeA: a.id, storeB: b.id, confidence: Math.round(confidence * 1_000) / 1_000, reason };
}

/** How well all telling words of both names met; undefined when one of them was left out. */
function tellingMet(
  meetings: readonly Meeting[],
  a: readonly NameWord[],
  b: readonly NameWord[],
): number | undefined {
  const good = meetings.filter(({ likeness, way }) => likeness >= LEAST_LIKENESS && way !== 'category');
  const [inA, inB] = [
    new Set(good.flatMap(({ asked }) => asked)),
    new Set(good.flatMap(({ found }) => found)),
  ];
  const tells = ({ role }: NameWord) => role === 'telling' || role === 'initials';
  if (a.some((word, i) => tells(word) && !inA.has(i)) || b.some((word, j) => tells(word) && !inB.has(j)))
    return undefined;
  const telling = good.filter(({ asked }) => asked.some((i) => tells(a[i] as NameWord)));
  return telling.reduce((least, meeting) => Math.min(least, meeting.likeness), 1);
}

/** How many stores of the area would share these words by chance, as a factor. */
function byRarity(a: Read, b: Read, having: (fold: string) => number, all: number): number {
  const common = (telling: readonly string[]) =>
    telling.reduce((stores, fold) => (stores * Math.max(having(fold), 1)) / all, all);
  const stores = Math.max(common(a.telling), common(b.telling));
  return 1 / (1 + Math.max(0, stores - BY_CHANCE.free) / BY_CHANCE.half);
}

/** `STORE,-3` and `STORE,-32` are two of a kind, and so is `STORE`: the master itself tells them apart. */
function numbersOf(words: readonly NameWord[]): string {
  return words
    .filter(({ role }) => role === 'number')
    .map(({ text }) => Number(text))
    .join(' ');
}

/** A quick look at what most pairs already differ in. */
function isWorthALook(a: Read, b: Read): boolean {
  if ([...a.words, ...b.words].some(({ role }) => role === 'initials')) return true;
  const [one, other] = [a, b].map(({ telling }) => telling.toSorted().join(''));
  if (storeNames().likeness.of(one ?? '', other ?? '') >= WORTH_A_LOOK) return true;
  return storeNames().likeness.of(a.telling.join(''), b.telling.join('')) >= WORTH_A_LOOK;
}

/** What one of the names says and the other leaves open, as a factor. */
function oneSided(a: Read, b: Read): number {
  const place = ({ words }: Read) => words.some(({ isAside, role }) => isAside && role !== 'number');
  const trade = ({ words }: Read) => words.some(({ category }) => category && !GENERAL.has(category));
  return (place(a) === place(b) ? 1 : ONE_SIDED.place) * (trade(a) === trade(b) ? 1 : ONE_SIDED.trade);
}
