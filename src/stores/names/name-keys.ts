import type { NameReader, NameWord, Role } from './name-reader.js';

/** Words that initials are made of. */
const SPELLED: ReadonlySet<Role> = new Set(['telling', 'title', 'initials']);

/** Most keys of a store; a name has few words. */
const MAX_KEYS = 24;

/** The key of all stores of an area. */
export function areaKey(areaCode: string): string {
  return `@${areaCode}`;
}

/** The key of names whose words begin with these letters. */
export function initialsKey(letters: string): string {
  return `^${letters}`;
}

/** The key of names that sound like these words and no others, in any order. */
export function wholeKey(folds: readonly string[]): string {
  return `^=${folds.toSorted().join(' ')}`;
}

/**
 * What a store is found by: its area, how its words sound, each and all together, and the first letters of those that
 * tell it from others. What begins with ^ is not counted: nearly every store has one of its own.
 */
export function keysOf(reader: NameReader, name: string, areaCode: string): string[] {
  const words = reader.words(name);
  const folds = words.map(({ fold }) => fold);
  const keys = new Set([areaKey(areaCode), ...folds]);
  if (folds.length > 0) keys.add(wholeKey(folds));
  const letters = firstLetters(words);
  if (letters.length > 1) keys.add(initialsKey(letters));
  return [...keys].slice(0, MAX_KEYS);
}

/** K G N of KHAJA GARIB NAWAZ KIRANA; also of KHAJA G N. */
export function firstLetters(words: readonly NameWord[]): string {
  return words
    .filter(({ role, isAside }) => SPELLED.has(role) && !isAside)
    .map(({ text, role }) => (role === 'initials' ? text : text.slice(0, 1)))
    .join('');
}
