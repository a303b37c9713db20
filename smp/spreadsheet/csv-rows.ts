/** A row of a CSV file, or why it is none. */
export type CsvRow = { readonly line: number } & (
  { readonly cells: readonly string[] } | { readonly problem: string }
);

/**
 * Reads CSV (RFC 4180) row by row; lines without any value are left out, as `,,` of a row
 * that was emptied in a spreadsheet. A quote counts only at the
 * beginning of a value, so that `5" pipe` is what it looks like.
 *
 * @param file its text, without a byte order mark
 * @param separator one character
 * @returns rows with the line they begin on, the first being 1; a quote that is never closed ends the file
 */
export function* csvRows(file: string, separator: string): Generator<CsvRow> {
  // Old spreadsheets end lines with CR alone.
  const text = file.includes('\n') ? file : file.replaceAll('\r', '\n');
  let line = 1;
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start);
    const plain = text.slice(start, end);
    if (!plain.includes('"')) {
      const cells = plain.split(separator);
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
      start = end + lineBreak(text, end);
      line += 1;
      continue;
    }
    const row = readQuoted(text, start, separator);
    yield 'problem' in row ? { line, problem: row.problem } : { line, cells: row.cells };
    line += linesIn(text.slice(start, row.end)) + 1;
    start = row.end + lineBreak(text, row.end);
  }
}

type Quoted = { readonly end: number } & ({ readonly cells: string[] } | { readonly problem: string });

/** A row with quotes somewhere; its values may hold separators and line breaks. */
function readQuoted(text: string, start: number, separator: string): Quoted {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    if (text[at] !== '"') {
      const end = nextOf(text, at, separator);
      cells.push(text.slice(at, end));
      at = end;
    } else {
      const close = closingQuote(text, at + 1);
      if (close === undefined) return { end: text.length, problem: 'A quote is opened and never closed.' };
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    }
    if (at >= text.length || lineBreak(text, at) > 0) return { end: at, cells };
    if (text[at] !== separator) {
      return { end: lineEnd(text, at), problem: 'A closing quote is followed by more of the same value.' };
    }
  }
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}

/** Where a value without quotes ends. */
function nextOf(text: string, from: number, separator: string): number {
  const found = text.indexOf(separator, from);
  const end = lineEnd(text, from);
  return found === -1 || found > end ? end : found;
}

/** In front of LF or CRLF. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return text.length;
  return feed > from && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Characters of the line break at this place; 0 when there is none. */
function lineBreak(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}

function linesIn(text: string): number {
  return text.match(/\n/g)?.length ?? 0;
}
