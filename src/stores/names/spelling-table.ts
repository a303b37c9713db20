import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { CATEGORIES, type Category } from '../categories/category.js';

/** What `seeds/spellings.csv` says; its head explains the kinds. */
export interface SpellingTable {
  readonly sounds: readonly (readonly [heard: RegExp, to: string])[];
  readonly near: readonly (readonly [string, string])[];
  /** One or two words -> the words they stand for; none are left of a word without meaning. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly letters: ReadonlyMap<string, string>;
  readonly titles: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly trades: ReadonlyMap<string, Category>;
  /** Another one for another table, and a higher one for a later release; see `CODE_BITS`. */
  readonly version: number;
}

/**
 * Counts up with each release that reads names in another way, by its table or its code: keys of stores are made anew.
 * Two releases of one number that run side by side would make them in turns.
 */
const CODE_VERSION = 3;
/** The lower bits of a version are a hash of the table, the upper ones `CODE_VERSION`. */
export const CODE_BITS = 20;

/** Ships with the service, beside the Store Master. */
const FILE = new URL('../../../seeds/spellings.csv', import.meta.url);

let loaded: SpellingTable | undefined;

/** The table of this service, read once. */
export function spellingTable(): SpellingTable {
  return (loaded ??= readSpellingTable(readFileSync(FILE, 'utf8')));
}

/** @throws Error naming the line that cannot be read */
export function readSpellingTable(csv: string): SpellingTable {
  const rows = csv
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .slice(1)
    .map(readRow);
  const hash = createHash('sha256').update(csv).digest().readUInt32BE(0) >>> (32 - CODE_BITS);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    sounds: of('sound').map(({ from, to }) => [new RegExp(from, 'g'), to] as const),
    near: of('near').map(({ from, to }) => [from, to] as const),
    words: new Map(of('word').map(({ from, to }) => [from, to.split(' ').filter(Boolean)])),
    letters: new Map(of('letter').map(({ from, to }) => [from, to])),
    titles: new Set(of('title').map(({ from }) => from)),
    plain: new Set(of('plain').map(({ from }) => from)),
    trades: new Map(of('trade').map(({ from, to }) => [from, to as Category])),
    version: CODE_VERSION * 2 ** CODE_BITS + hash,
  };
}

const KINDS = ['sound', 'near', 'word', 'letter', 'title', 'plain', 'trade'];

function readRow({ text, line }: { text: string; line: number }): { kind: string; from: string; to: string } {
  const [kind = '', from = '', to = ''] = text.split(',');
  const problem = !KINDS.includes(kind)
    ? `"${kind}" is no kind`
    : from === ''
      ? 'there is nothing to read'
      : kind === 'trade' && !(CATEGORIES as readonly string[]).includes(to)
        ? `"${to}" is no category`
        : undefined;
  if (problem) throw new Error(`seeds/spellings.csv, line ${line}: ${problem}.`);
  return { kind, from, to };
}
