import { latinLetters } from './indic-letters.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** What Windows-1252 shows for the bytes 0x80 to 0x9f. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Texts that were read in the wrong encoding have been so twice at most. */
const MAX_ROUNDS = 2;

/** A name as it was meant: HTML entities and text that was encoded twice are undone. */
export function repaired(name: string): string {
  let text = name;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const better = withoutEntities(decodedOnce(text));
    if (better === text) return text;
    text = better;
  }
  return text;
}

/** A repaired name in small Latin letters without accents, for programs. */
export function plainLetters(name: string): string {
  // Whole letters first: a Bengali vowel taken apart is two others.
  const latin = latinLetters(repaired(name).normalize('NFKC'));
  return latin
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Takes one wrong reading back: `Ã©` is the two bytes of `é`, each read as a letter. */
function decodedOnce(text: string): string {
  // eslint-disable-next-line no-control-regex -- plain ASCII is what most names are
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const windows = WINDOWS.indexOf(letter);
    if (code > 0xff && windows < 0) return text;
    bytes.push(windows < 0 ? code : 0x80 + windows);
  }
  try {
    return UTF8.decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}
