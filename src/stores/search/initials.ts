import type { NameWord, Role } from '../names/name-reader.js';
import type { Meeting, WordMeeting } from './meeting.js';

/** What initials are made of. */
const SPELLED: ReadonlySet<Role> = new Set(['telling', 'title']);

/**
 * K G N for KHAJA GARIB NAWAZ; the first letters of two words and more that follow each other.
 *
 * @param turned the question has the words, and the name the letters
 */
export function spelledOutMeetings(
  letters: readonly NameWord[],
  words: readonly NameWord[],
  turned: boolean,
): Meeting[] {
  const found: Meeting[] = [];
  letters.forEach(({ text, role }, i) => {
    if (role !== 'initials' || text.length < 2) return;
    words.forEach((_, j) => {
      const places = spelledOut(text, words, j);
      if (places.length < 2) return;
      const [asked, there] = turned ? [places, [i]] : [[i], places];
      found.push({
        asked,
        found: there,
        likeness: likenessOfInitials(places.length, turned),
        way: 'initials',
      });
    });
  });
  return found;
}

/** Who types words seldom means letters, and two words begin with the same two letters often. */
function likenessOfInitials(letters: number, turned: boolean): number {
  if (!turned) return 0.88;
  return letters === 2 ? 0.7 : 0.85;
}

/** A letter and the word it begins, letters of one word, or letters that others begin with. */
export function initialsMeet(word: NameWord, other: NameWord): WordMeeting | undefined {
  const [short, long] = word.text.length <= other.text.length ? [word, other] : [other, word];
  if (short.text.length === 1 && long.text.startsWith(short.text) && long.role === 'telling')
    return { likeness: 0.7, way: 'initials' };
  if (short.role === 'initials' && long.role === 'telling' && areLettersOf(short.text, long.text))
    return { likeness: 0.6, way: 'initials' };
  if (word.role !== 'initials' || other.role !== 'initials') return undefined;
  return long.text.startsWith(short.text) && short.text.length > 1
    ? { likeness: 0.7, way: 'initials' }
    : undefined;
}

/** RS may stand for RADHESHYAM, which others write as two words. */
function areLettersOf(letters: string, word: string): boolean {
  if (letters[0] !== word[0] || word.length < 3 * letters.length) return false;
  let at = 0;
  for (const letter of letters.slice(1)) at = word.indexOf(letter, at + 2);
  return at > 0;
}

/** The places of the words from `first` on that the letters stand for, all of them; A K MOHAMMAD for AKM too. */
function spelledOut(letters: string, words: readonly NameWord[], first: number): number[] {
  const places: number[] = [];
  let rest = letters;
  for (let j = first; rest !== '' && j < words.length; j += 1) {
    const { text = '', role = 'plain' } = words[j] ?? {};
    const piece = role === 'initials' ? text : SPELLED.has(role) ? text.slice(0, 1) : '';
    if (piece === '' || !rest.startsWith(piece)) return [];
    rest = rest.slice(piece.length);
    places.push(j);
  }
  return rest === '' ? places : [];
}
