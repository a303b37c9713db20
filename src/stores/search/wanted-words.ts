import { firstLetters, initialsKey } from '../names/name-keys.js';
import type { NameReader, NameWord } from '../names/name-reader.js';

/** What to look up among the words of all names, before a question can be asked. */
export interface WantedWords {
  /** As they are: the words themselves, joined and split ones, and those that their first letters may make. */
  readonly exact: readonly string[];
  /** With one letter left out, or none. */
  readonly near: readonly string[];
  /** Words whose skeletons are wanted. */
  readonly skeletons: readonly string[];
  /** What the last word begins with, while it is typed. */
  readonly beginning: string;
}

/** A part of a word that is split in two must be long enough to be one. */
const LEAST_PART = 3;
/** Words of a question that are looked up; a name has few. */
const MAX_LOOKED_UP = 10;

export function wantedWords(words: readonly NameWord[], reader: NameReader, isTyping: boolean): WantedWords {
  const looked = words.slice(0, MAX_LOOKED_UP);
  const telling = looked.filter(({ role, fold }) => role === 'telling' && fold.length > 2);
  const splits = telling.flatMap(({ text }) => splitsOf(text, reader).flat());
  const initials = looked
    .map((_, i) => firstLetters(words.slice(i, i + 3)))
    .flatMap((run) => [run, run.slice(0, 2)]);
  const exact = [...looked.map(({ fold }) => fold), ...joinedOf(looked), ...splits, ...initials];
  return {
    exact: [...new Set(exact)].filter(Boolean),
    near: [...new Set(telling.flatMap(({ fold }) => lettersLeftOut(fold)))],
    skeletons: telling.map(({ fold }) => fold),
    beginning: isTyping ? (words.at(-1)?.fold ?? '') : '',
  };
}

/** Both ways to say where a word may end and another one begin: sounds of the parts, for all places. */
export function splitsOf(text: string, reader: NameReader): [string, string][] {
  const places = Array.from(
    { length: Math.max(0, text.length - 2 * LEAST_PART + 1) },
    (_, n) => n + LEAST_PART,
  );
  return places.map((place) => [reader.fold(text.slice(0, place)), reader.fold(text.slice(place))]);
}

/** BHOLE NATH may be written BHOLENATH, MUTHU MARI AMMAN in one word, and DURGA VIJAYA VIJAYADURGA. */
export function joinedOf(words: readonly NameWord[]): string[] {
  const folds = words.map(({ fold }) => fold);
  const runs = folds.flatMap((fold, i) => {
    const [second, third] = folds.slice(i + 1);
    if (second === undefined) return [];
    return [fold + second, second + fold, ...(third === undefined ? [] : [fold + second + third])];
  });
  return runs.map(undoubled);
}

/** The keys of stores whose initials the question names. */
export function initialsKeys(words: readonly NameWord[]): string[] {
  const letters = firstLetters(words);
  const named = words.some(({ role }) => role === 'initials') && letters.length > 1;
  return named ? [initialsKey(letters)] : [];
}

/** As the database does it for all known words. */
function lettersLeftOut(word: string): string[] {
  if (word.length < 4) return [word];
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

function undoubled(fold: string): string {
  return fold.replace(/(.)\1+/g, '$1');
}
