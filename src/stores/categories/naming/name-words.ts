/** A name as it is read: what the shop calls itself, and what stands aside, where towns and landmarks are. */
export interface NameWords {
  readonly main: readonly string[];
  /** In brackets, behind a comma, or behind a dash between blanks. */
  readonly aside: readonly string[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BRACKETED = /[([]([^)\]]*)[)\]]?/g;
const BEHIND = /,| [-–] /;
const ASCII = /^[\x20-\x7e]*$/;
const ACCENTS = /[\u0300-\u036f]/g;
const AND = new Set(['AND', 'AMP', 'N']);

/**
 * The words of a name, in capitals and without accents; letters of other scripts stay as they are. What joins
 * words (`&`, AND, dots, slashes) is left out.
 */
export function nameWords(name: string): NameWords {
  const asides: string[] = [];
  const plain = withoutAccents(name)
    .toUpperCase()
    .replace(/['’`]/g, '')
    .replace(BRACKETED, (_, aside: string) => {
      asides.push(aside);
      return ' ';
    });
  const [main = '', ...behind] = plain.split(BEHIND);
  return { main: wordsOf(main), aside: wordsOf([...behind, ...asides].join(' ')) };
}

function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text;
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

/** The words of a text that is no name of a shop, e.g. of a rule. */
export function wordsOf(text: string): string[] {
  return (text.toUpperCase().match(WORD) ?? []).filter((word) => !AND.has(word));
}
