/** Letters that are written for the same sound; each pair in its turn. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/[^A-Z0-9]/g, ''],
  [/PH/g, 'F'],
  [/CK|Q/g, 'K'],
  [/C(?=[EIY])/g, 'S'],
  [/C(?!H)/g, 'K'],
  [/X/g, 'KS'],
  [/([BCDGJKPST])H/g, '$1'],
  [/W/g, 'V'],
  [/Z/g, 'S'],
  [/Y/g, 'I'],
  [/EE|IE|EI/g, 'I'],
  [/OO|OU/g, 'U'],
  [/(.)\1+/g, '$1'],
  [/(?<=...)S$/, ''],
];

/**
 * How a word sounds, roughly: spellings of one word (KIRYANA, KIRANA; GROSARY, GROCERRY) come out alike or nearly so.
 * Empty for a word in other letters than Latin ones.
 */
export function wordSound(word: string): string {
  return SAME_SOUND.reduce((text, [letters, sound]) => text.replace(letters, sound), word);
}

/** Too many names differ from a short word by one letter, and from a middling one by a consonant. */
const VOWEL_SLIP_FROM = 6;
const ONE_SLIP_FROM = 7;
const TWO_SLIPS_FROM = 9;
const SWAP_FROM = 5;

/** Whether two sounds are likely to be one word with slips of the pen. */
export function soundAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  const slips = length >= TWO_SLIPS_FROM ? 2 : length >= VOWEL_SLIP_FROM ? 1 : 0;
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > slips) return false;
  if (slips === 0) return length >= SWAP_FROM && isSwap(one, other);
  if (length < ONE_SLIP_FROM && withoutVowels(one) !== withoutVowels(other)) return isSwap(one, other);
  return isWithin(slips, one, other);
}

function withoutVowels(sound: string): string {
  return sound.replace(/[AEIOU]/g, '');
}

/** Two letters beside each other have changed places, and nothing else. */
function isSwap(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/**
 * Whether so few letters are to be changed, added or left out, or neighbours to be swapped, until two words are the same.
 * Given up as soon as it takes more: a word is compared with hundreds, and is like one of them at best.
 */
function isWithin(slips: number, one: string, other: string): boolean {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, column) => column)];
  let least = 0;
  for (let i = 1; i <= one.length; i += 1) {
    const row = new Array<number>(other.length + 1).fill(slips + 1);
    const leastBefore = least;
    row[0] = i;
    least = i;
    for (let j = Math.max(1, i - slips); j <= Math.min(other.length, i + slips); j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let cell = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) cell = Math.min(cell, at(before, j - 2) + 1);
      row[j] = cell;
      least = Math.min(least, cell);
    }
    // A swap reaches back by two rows.
    if (least > slips && leastBefore >= slips) return false;
    [before, last] = [last, row];
  }
  return at(last, other.length) <= slips;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
