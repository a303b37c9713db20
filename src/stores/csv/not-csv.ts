/** How files of other kinds begin. */
const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ['504b0304', 'an Excel workbook or another ZIP file; save it as "CSV UTF-8" first'],
  ['d0cf11e0', 'an old Excel workbook; save it as "CSV UTF-8" first'],
  ['1f8b', 'compressed with gzip; unpack it first'],
  ['25504446', 'a PDF'],
  ['fffe', 'UTF-16 text; save it as "CSV UTF-8" first'],
  ['feff', 'UTF-16 text; save it as "CSV UTF-8" first'],
];

/**
 * Tells a file that only pretends to be CSV by its beginning.
 *
 * @param head the first line at least, or the first kilobytes of a file without lines
 * @returns a sentence, or undefined when it may well be CSV
 */
export function whyNotCsv(head: Buffer): string | undefined {
  const start = head.toString('hex', 0, 4);
  const signature = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
  if (signature) return `This is not a CSV file: it is ${signature[1]}.`;

  const text = head.toString('latin1').trimStart();
  if (text.startsWith('<')) return 'This is not a CSV file: it is HTML or XML.';
  if (text.startsWith('{') || text.startsWith('[')) return 'This is not a CSV file: it is JSON.';
  const firstLine = /^[^\n]*/.exec(text)?.[0] ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\x00-\x08\x0e-\x1f]/.test(firstLine)) return 'This is not a CSV file: it is binary data.';
  if (/\r(?!$)/.test(firstLine)) {
    return 'The lines end with CR alone; save the file with CRLF or LF line ends.';
  }
  return undefined;
}
