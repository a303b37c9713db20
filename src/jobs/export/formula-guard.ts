/**
 * What a spreadsheet takes for the beginning of a formula, alone or after blanks: `=`, `+`, `-`, `@`, the same in
 * full width, a tab, or the end of a line.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * Text of somebody else, safe to be opened in a spreadsheet: what would be
 * calculated there gets an apostrophe in front, and so stays text. Numbers are
 * not text and do not come here.
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
