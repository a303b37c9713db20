import type { NameWord } from '../names/name-reader.js';
import { storeNames } from '../names/store-names.js';
import type { Meeting } from '../search/meeting.js';
import { GENERAL, NameMatcher } from '../search/name-match.js';
import { reasonOf } from '../search/reason.js';
import { AreaBlocks, type AreaStore, type ReadStore } from './area-blocks.js';

/** Two stores that are likely the same shop. */
export interface LikelyPair {
  readonly storeA: string;
  readonly storeB: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** Below this, a pair is not worth anybody's time. */
const LEAST_CONFIDENCE = 0.5;

/** So many stores of an area may well have one word by chance; with each more, half as sure after eight. */
const BY_CHANCE = { free: 2, half: 8 };
/** What it takes away when one name alone says where the shop is, or what it sells. */
const ONE_SIDED = { place: 0.8, trade: 0.75 };
/** A telling word must be met at least so well: one vowel may differ, seldom two. */
const LEAST_LIKENESS = 0.88;
/** Telling words together must be at least so alike for a closer look. */
const WORTH_A_LOOK = 0.75;

/**
 * Pairs of stores of one area that are likely the same shop: all telling words met, on both sides; nothing says that
 * they sell different things, or are numbered branches; and the words are rare enough not to be shared by chance.
 * Yields after each store that is read and each pair that is compared, so that long work can be interrupted.
 *
 * @param maxCompared most pairs that are compared, and so the work it makes; those with the rarest words come first
 * @returns whether that was enough for all of them
 */
export function* likelyPairs(
  stores: readonly AreaStore[],
  maxCompared: number,
): Generator<LikelyPair | undefined, boolean> {
  const blocks = new AreaBlocks();
  for (const store of stores) {
    blocks.add(readStore(store));
    yield undefined;
  }
  const matcher = new NameMatcher(storeNames().likeness);
  let left = maxCompared;
  for (const pair of blocks.pairs()) {
    if (pair && left-- === 0) return false;
    yield pair && compared(matcher, pair, blocks, stores.length);
  }
  return true;
}

function readStore(store: AreaStore): ReadStore {
  const words = storeNames().reader.words(store.name);
  const telling = words.filter(({ role, isAside }) => role === 'telling' && !isAside).map(({ fold }) => fold);
  return { ...store, words, telling };
}

function compared(
  matcher: NameMatcher,
  [a, b]: readonly [ReadStore, ReadStore],
  blocks: AreaBlocks,
  all: number,
): LikelyPair | undefined {
  if (numbersOf(a.words) !== numbersOf(b.words) || !isWorthALook(a, b)) return undefined;
  const question = { words: a.words, weights: a.words.map(() => 1), isTyping: false, category: a.category };
  const match = matcher.match(question, b.words, b.category);
  if (match.otherTrade) return undefined;
  const likeness = tellingMet(match.meetings, a.words, b.words);
  if (likeness === undefined) return undefined;
  const confidence = likeness * byRarity(a, b, blocks, all) * oneSided(a, b) * (0.9 + 0.1 * match.score);
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
function byRarity(a: ReadStore, b: ReadStore, blocks: AreaBlocks, all: number): number {
  const common = (telling: readonly string[]) =>
    telling.reduce((stores, fold) => (stores * blocks.having(fold)) / all, all);
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
function isWorthALook(a: ReadStore, b: ReadStore): boolean {
  if ([...a.words, ...b.words].some(({ role }) => role === 'initials')) return true;
  const [one, other] = [a, b].map(({ telling }) => telling.toSorted().join(''));
  if (storeNames().likeness.of(one ?? '', other ?? '') >= WORTH_A_LOOK) return true;
  return storeNames().likeness.of(a.telling.join(''), b.telling.join('')) >= WORTH_A_LOOK;
}

/** What one of the names says and the other leaves open, as a factor. */
function oneSided(a: ReadStore, b: ReadStore): number {
  const place = ({ words }: ReadStore) => words.some(({ isAside, role }) => isAside && role !== 'number');
  const trade = ({ words }: ReadStore) => words.some(({ category }) => category && !GENERAL.has(category));
  return (place(a) === place(b) ? 1 : ONE_SIDED.place) * (trade(a) === trade(b) ? 1 : ONE_SIDED.trade);
}
