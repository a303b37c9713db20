import type { Category } from '../categories/category.js';
import { plainLetters } from './name-repair.js';
import type { SpellingTable } from './spelling-table.js';

/**
 * What a word does in a name: it tells the shop from others; it says what is sold; it stands before many names, or in
 * them; it numbers branches; or it is made of the first letters of words.
 */
export type Role = 'telling' | 'trade' | 'title' | 'plain' | 'number' | 'initials';

/** One word of a name. */
export interface NameWord {
  /** As it is written, in small Latin letters. */
  readonly text: string;
  /** How it sounds: what different spellings have in common. */
  readonly fold: string;
  readonly role: Role;
  /** What a word of the trade says. */
  readonly category?: Category;
  /** It stands in brackets, behind a comma or a dash: where the shop is, or which one of several. */
  readonly isAside: boolean;
}

/** Words of a name that are looked at; longer names are cut. */
const MAX_WORDS = 16;
const MAX_WORD_LENGTH = 40;
const MAX_LETTERS = 1_000;
const LEAST_BONES = 4;

/** Words that were read lately, per reader: names are made of few different ones. */
const CACHED_WORDS = 100_000;

/** Reads names as the spelling table says. */
export class NameReader {
  private readonly cache = new Map<string, NameWord>();

  /** Words of the table by how they are written, by how they sound, and long ones by their consonants: BHANDER is BHANDAR. */
  private readonly known = new Map<string, string>();

  constructor(private readonly table: SpellingTable) {
    const listed = [...table.trades.keys(), ...table.plain, ...table.titles];
    for (const form of [
      (word: string) => bones(soundOf(word, table)),
      (word: string) => soundOf(word, table),
    ])
      for (const word of listed) if (form(word) !== '') this.known.set(form(word), word);
    for (const word of listed) this.known.set(word, word);
  }

  /** Changes with the table and with the code, and so with what `words` answers. */
  get version(): number {
    return this.table.version;
  }

  /** The words of a name in their order; none when it has no letters and digits. */
  words(name: string): NameWord[] {
    const letters = plainLetters(name.slice(0, MAX_LETTERS)).replace(/(?<=[a-z])['’`](?=[a-z])/g, '');
    const [head = '', aside = ''] = parted(letters);
    const words = this.wordsOf(head, MAX_WORDS, false);
    return [...words, ...this.wordsOf(aside, MAX_WORDS - words.length, true)];
  }

  /** How a word sounds, see `NameWord.fold`. */
  fold(text: string): string {
    return soundOf(text, this.table);
  }

  private wordsOf(letters: string, most: number, isAside: boolean): NameWord[] {
    const texts = (letters.match(/[a-z]+|[0-9]+/g) ?? []).slice(0, most);
    const short = texts.map((text) => text.slice(0, MAX_WORD_LENGTH));
    const words = joinInitials(spellOut(replaceWords(short, this.table), this.table));
    return words.map(({ text, isRun }) => this.word(text, isAside, isRun));
  }

  private word(text: string, isAside: boolean, isRun: boolean): NameWord {
    const key = `${isAside ? ',' : ''}${isRun ? '.' : ''}${text}`;
    const known = this.cache.get(key);
    if (known) return known;
    if (this.cache.size >= CACHED_WORDS) this.cache.clear();
    const fold = isRun ? text : soundOf(text, this.table);
    const inTable = this.known.get(text) ?? this.known.get(fold) ?? this.known.get(bones(fold)) ?? text;
    const category = isRun ? undefined : this.table.trades.get(inTable);
    const role = isRun ? 'initials' : category ? 'trade' : roleOf(inTable, this.table);
    const word = { text, fold, role, isAside, ...(category && { category }) };
    this.cache.set(key, word);
    return word;
  }
}

/** The consonants of a word that has enough of them to be known by; else nothing. */
function bones(fold: string): string {
  const consonants = fold.replace(/[aeiouh]/g, '');
  return consonants.length < LEAST_BONES ? '' : `${fold[0]}:${consonants}`;
}

/** What a name begins with, and what is only added: `LAXMI STORE (BUS STAND)`, `BHAT TELCOM,-3`. */
function parted(letters: string): string[] {
  const at = letters.search(/(?<=[a-z0-9.]\s*)(\(|,|\s[-–—]\s|[-–—](?=[0-9]))/);
  return at < 0 ? [letters] : [letters.slice(0, at), letters.slice(at)];
}

function roleOf(text: string, { titles, plain }: SpellingTable): Role {
  if (/^[0-9]/.test(text)) return 'number';
  if (titles.has(text)) return 'title';
  if (plain.has(text)) return 'plain';
  // MGR, KGN; but not ROY and SRI.
  return text.length <= 2 || (text.length <= 4 && !/[aeiouy]/.test(text)) ? 'initials' : 'telling';
}

function replaceWords(texts: readonly string[], { words }: SpellingTable): string[] {
  const replaced: string[] = [];
  for (let i = 0; i < texts.length; i += 1) {
    const [text, next] = [texts[i] ?? '', texts[i + 1]];
    const pair = next === undefined ? undefined : words.get(`${text} ${next}`);
    // S P S STORE begins with initials; only what stands behind a word, or first and says nothing, is an abbreviation.
    const isPair = pair !== undefined && (i > 0 ? (texts[i - 1] ?? '').length > 1 : pair.length === 0);
    replaced.push(...((isPair ? pair : words.get(text)) ?? [text]));
    if (isPair) i += 1;
  }
  return replaced.length > 0 ? replaced : [...texts];
}

/** AAR ESS is R S, where two such words follow each other. */
function spellOut(texts: readonly string[], { letters }: SpellingTable): string[] {
  return texts.map((text, i) => {
    const besides = letters.has(texts[i - 1] ?? '') || letters.has(texts[i + 1] ?? '');
    return (besides && letters.get(text)) || text;
  });
}

/** R. K. and R K are RK. */
function joinInitials(texts: readonly string[]): { text: string; isRun: boolean }[] {
  const joined: { text: string; isRun: boolean }[] = [];
  for (const text of texts) {
    const isRun = /^[a-z]$/.test(text);
    const before = joined.at(-1);
    if (isRun && before?.isRun) before.text += text;
    else joined.push({ text, isRun });
  }
  return joined;
}

function soundOf(text: string, { sounds }: SpellingTable): string {
  if (text.length < 3 || !/[aeiouy]/.test(text)) return text;
  let heard = text;
  for (const [pattern, to] of sounds) heard = heard.replace(pattern, to);
  return heard;
}
