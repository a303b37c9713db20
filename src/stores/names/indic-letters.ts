/**
 * The scripts of India lie in Unicode in one order, 128 places each: Devanagari, Bengali, Gurmukhi, Gujarati, Oriya,
 * Tamil, Telugu, Kannada, Malayalam. So one table of places reads all of them.
 */
const FIRST = 0x0900;
const LAST = 0x0d7f;
const SCRIPT_SIZE = 0x80;

const SCRIPT = { bengali: 1, oriya: 4, tamil: 5 } as const;

/** `-` is no letter of its own; consonants from 0x15 to 0x39 carry an `a` unless a sign takes it away. */
const VOWELS = 'a aa i ii u uu ri l e e e ai o o o au'.split(' ');
const CONSONANTS =
  'k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ');
const SIGNS = 'aa i ii u uu ri ri e e e ai o o o au'.split(' ');

const VIRAMA = 0x4d;
const NUKTA = 0x3c;

/** Words in a script of India as people write them with Latin letters; everything else as it is. */
export function latinLetters(text: string): string {
  let latin = '';
  let owesVowel = false;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < FIRST || code > LAST) {
      // At the end of a word the vowel is mostly silent; Tamil writes what it says.
      latin += letter;
      owesVowel = false;
      continue;
    }
    const script = Math.floor((code - FIRST) / SCRIPT_SIZE);
    const place = (code - FIRST) % SCRIPT_SIZE;
    if (place === VIRAMA) owesVowel = false;
    if (place === VIRAMA || place === NUKTA) continue;
    const sign = SIGNS[place - 0x3e];
    if (sign !== undefined) {
      latin += sign;
      owesVowel = false;
      continue;
    }
    if (owesVowel) latin += script === SCRIPT.bengali || script === SCRIPT.oriya ? 'o' : 'a';
    owesVowel = place >= 0x15 && place <= 0x39;
    latin += letterAt(place, script);
  }
  return latin;
}

function letterAt(place: number, script: number): string {
  if (place >= 0x66 && place <= 0x6f) return String(place - 0x66);
  if (place >= 0x01 && place <= 0x02) return 'n';
  if (place === 0x03) return 'h';
  if (place >= 0x05 && place <= 0x14) return VOWELS[place - 0x05] ?? '';
  // Bengali and Oriya say b where the others say v.
  if (place === 0x35 && script !== SCRIPT.tamil && (script === SCRIPT.bengali || script === SCRIPT.oriya))
    return 'b';
  return CONSONANTS[place - 0x15] ?? '';
}
