import type { Bind } from '../store-condition.js';
import { storeNames } from './store-names.js';

/** Folds with fewer letters are another word as soon as one is different: RAM and RUM, KELA and KAILASH (`kelas`). */
const LEAST_LETTERS = 5;

/**
 * That the names of all imports have been read. Until then, stores are not found by the names that are new to them, and
 * renamed ones by those they had.
 */
export const NAMES_ARE_READ = 'NOT EXISTS (SELECT FROM store_imports WHERE searchable_at IS NULL)';

/** How the words of a text sound, each once; none of a text without letters and digits. */
export function soundsOf(text: string): string[] {
  return [
    ...new Set(
      storeNames()
        .reader.words(text)
        .map(({ fold }) => fold),
    ),
  ];
}

/**
 * That the name of a store has all words of a text, in any order and in any spelling: as the table hears them, and longer ones
 * also with one vowel (or h) left out, added or exchanged for another one, also in another place, or else with an s at the end. It is
 * found by the keys of names, and so are the spellings: each is looked for once in a statement, among the words there are.
 *
 * @param store a row of `stores`, as the statement names it
 */
export function spelledLike(text: string, store: string, bind: Bind): string {
  const words = soundsOf(text).map((sound) => `names.keys && ${spellings(bind(sound))}`);
  return `EXISTS (SELECT FROM store_names names WHERE ${[`names.store_id = ${store}.id`, ...words].join(' AND ')})`;
}

/** In the order of texts, not of bytes, as the index of keys has it. */
function spellings(sound: string): string {
  const bones = (word: string) => `translate(${word}, 'aeiouh', '')`;
  return `ARRAY(SELECT word COLLATE "default" FROM store_words WHERE near && letters_left_out(${sound}::text)
    AND (word = ${sound} OR least(length(word), length(${sound})) >= ${LEAST_LETTERS}
      AND (word = ${sound} || 's' OR ${bones('word')} = ${bones(sound)})))`;
}
