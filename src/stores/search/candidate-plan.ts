import type { Likeness } from '../names/likeness.js';
import { areaKey, wholeKey } from '../names/name-keys.js';
import type { NameReader, NameWord } from '../names/name-reader.js';
import { initialsKeys, joinedOf, splitsOf } from './wanted-words.js';

/** How many stores have each of the words that were looked up; `*` is all stores. */
export type WordCounts = ReadonlyMap<string, number>;

/** Stores that have one key at least of every group. */
export interface Arm {
  readonly groups: readonly (readonly string[])[];
  /** Most stores it may bring. */
  readonly limit: number;
  /** So many have it that reading stores in the order of their ids finds enough of them sooner than the index. */
  readonly isCommon?: boolean;
  /** Whether names with few words go first, when there are more than `limit`. */
  readonly shortFirst?: boolean;
}

/** Where to look for stores to compare. */
export interface CandidatePlan {
  /** Stores whose names are the question, word for word in any spelling and order. */
  readonly whole: Arm;
  /** Others, from the rarest to the commonest. */
  readonly arms: readonly Arm[];
}

/** A word that so many stores have at most is looked for alone; a more common one together with another. */
const RARE = 250;
const LIMIT = 150;
/** As many as an answer may have. */
const WHOLE_LIMIT = 50;
/** One in so many stores: what the index would bring is no selection any more. */
const COMMON_SHARE = 40;
/** Spellings of a word that are looked for. */
const MAX_VARIANTS = 12;
/** Words that are combined with each other. */
const MAX_COMBINED = 4;
/** Spellings of the whole question that are looked for. */
const MAX_WHOLE = 24;
/** Below this, a known word is no other spelling of the one in the question. */
const LEAST_LIKENESS = 0.6;

interface Item {
  readonly variants: readonly string[];
  readonly stores: number;
  readonly isTrade: boolean;
}

/**
 * Which stores to compare with a question: those of the same name, and those that share its rare words, or two of its
 * common ones, in whatever spelling the master knows. The number of stores that are compared does not grow with the master.
 */
export function candidatePlan(
  words: readonly NameWord[],
  known: WordCounts,
  names: { readonly reader: NameReader; readonly likeness: Likeness },
  { isTyping, areaCode }: { readonly isTyping: boolean; readonly areaCode?: string },
): CandidatePlan {
  const all = Math.max(1, known.get('*') ?? 1);
  const area = areaCode === undefined ? [] : [[areaKey(areaCode)]];
  const share = areaCode === undefined ? 1 : (known.get(areaKey(areaCode)) ?? 0) / all;
  const folds = new Set(words.map(({ fold }) => fold));
  const read = words.map((word, i) => {
    // What the question says with another word is not meant by this one.
    const others = new Map([...known].filter(([fold]) => fold === word.fold || !folds.has(fold)));
    return itemOf(word, isTyping && i === words.length - 1, others, names.likeness);
  });
  const items = read
    .filter(({ stores }) => stores > 0)
    .map((item) => ({ ...item, stores: item.stores * share }))
    .sort((a, b) => a.stores - b.stores);
  const arm = (groups: readonly (readonly string[])[], more?: Partial<Arm>): Arm => ({
    groups: [...area, ...groups],
    limit: LIMIT,
    ...more,
  });
  const rare = items.filter(({ stores }) => stores <= RARE);
  const common = items.filter(({ stores }) => stores > RARE).slice(0, MAX_COMBINED);
  const arms = rare.map(({ variants }) => arm([variants], { limit: RARE }));
  const each = items.map(({ variants }) => variants);
  if (each.length > 1) arms.push(arm(each, { shortFirst: true }));
  common.forEach((one, i) => {
    // Two words alone are all of them.
    const others = each.length > 2 ? common.slice(i + 1) : [];
    arms.push(...others.map((other) => arm([one.variants, other.variants])));
  });
  // What a shop sells is worth an answer alone; any other common word only when nothing rarer is asked for.
  const alone = common.filter((item, i) => item.isTrade || (i === 0 && rare.length === 0));
  for (const { variants, stores } of alone)
    arms.push(arm([variants], { isCommon: stores > all / COMMON_SHARE }));
  arms.push(...oddArms(words, known, names.reader).map((groups) => arm(groups)));
  return { whole: arm([wholeKeys(words, read)], { limit: WHOLE_LIMIT }), arms };
}

/** The question as it is, and in other spellings when all its words are known; the likeliest first. */
function wholeKeys(words: readonly NameWord[], items: readonly Item[]): string[] {
  const spellings = items.reduce<string[][]>(
    (begun, { variants }) =>
      begun.flatMap((folds) => variants.map((fold) => [...folds, fold])).slice(0, MAX_WHOLE),
    [[]],
  );
  return [...new Set([words.map(({ fold }) => fold), ...spellings].map(wholeKey))];
}

/** Words written together or apart, and initials. */
function oddArms(words: readonly NameWord[], known: WordCounts, reader: NameReader): string[][][] {
  const splits = words
    .filter(({ role }) => role === 'telling')
    .flatMap(({ text }) => splitsOf(text, reader))
    .filter((parts) => parts.every((part) => known.has(part)))
    .slice(0, 4);
  const joined = joinedOf(words).filter((word) => known.has(word));
  const runs = words
    .flatMap((_, i) => [2, 3].map((length) => words.slice(i, i + length).map(({ text }) => text[0] ?? '')))
    .filter((letters) => letters.length > 1)
    .map((letters) => letters.join(''))
    .filter((letters) => known.has(letters) && !words.some(({ text }) => text === letters));
  return [
    ...splits.map((parts) => parts.map((part) => [part])),
    ...[...joined, ...new Set(runs), ...initialsKeys(words)].slice(0, 4).map((key) => [[key]]),
  ];
}

/** All spellings of a word that the master knows. */
function itemOf(word: NameWord, mayGrow: boolean, known: WordCounts, likeness: Likeness): Item {
  const variants = [...known.keys()]
    .map((fold) => ({ fold, alike: alikeness(word, fold, mayGrow, likeness) }))
    .filter(({ alike }) => alike >= LEAST_LIKENESS)
    .sort((a, b) => b.alike - a.alike || (known.get(b.fold) ?? 0) - (known.get(a.fold) ?? 0))
    .slice(0, MAX_VARIANTS)
    .map(({ fold }) => fold);
  const isTrade = word.role === 'trade';
  return { variants, isTrade, stores: variants.reduce((total, fold) => total + (known.get(fold) ?? 0), 0) };
}

function alikeness({ fold, role }: NameWord, other: string, mayGrow: boolean, likeness: Likeness): number {
  if (fold === other) return 1;
  if (mayGrow && other.startsWith(fold)) return 0.9;
  return role === 'telling' && /^[a-z]/.test(other) && fold.length > 2 ? likeness.of(fold, other) : 0;
}
