import Papa from 'papaparse';

/** A row and the line it begins on, the first being 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with its quotes; nobody can tell where such a row ends. */
  readonly problem?: string;
}

/** Spreadsheets write one of these, by the language they run in. */
const SEPARATORS = [',', ';', '\t'];

const QUOTES = {
  MissingQuotes: 'A quote is opened and never closed.',
  InvalidQuotes: 'A closing quote is followed by more of the same value.',
} as const;

/** Characters between two pauses for the page: some 3,000 rows, about 10 ms. */
const PIECE = 200_000;

/**
 * Reads the rows of a CSV file piece by piece, so that the page stays alive; without a worker,
 * which the content security policy would not let Papa Parse start. Lines without any value are
 * left out, as `,,` of a row that was emptied in a spreadsheet.
 *
 * @param take called with the rows of each piece and the share of the file that is read, 0 to 1
 */
export function readRows(
  file: string,
  take: (rows: readonly CsvRow[], share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const text = withPlainLines(file);
  const places = new LinePlaces();
  return new Promise((resolve, reject) => {
    const config: Papa.ParseLocalConfig<string[], File> = {
      delimiter: separatorOf(text),
      newline: '\n',
      chunkSize: PIECE,
      chunk: ({ data, errors, meta }, parser) => {
        // The first problem of a row is the cause of the others.
        const found = errors.map(({ row, code }) => [row, QUOTES[code as keyof typeof QUOTES]] as const);
        const problems = new Map(found.reverse());
        take(places.rowsOf(data, problems), text.length === 0 ? 1 : meta.cursor / text.length);
        parser.pause();
        setTimeout(() => (signal.aborted ? reject(signal.reason as Error) : parser.resume()));
      },
      complete: () => resolve(),
    };
    // It takes a text in pieces, too, whatever its types say.
    Papa.parse(text as unknown as File, config);
  });
}

/** Counts the lines that values and blank lines take. */
class LinePlaces {
  private line = 1;

  rowsOf(data: readonly string[][], problems: ReadonlyMap<number | undefined, string>): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const [index, cells] of data.entries()) {
      const problem = problems.get(index);
      if (problem ?? cells.some((cell) => cell.trim() !== '')) {
        rows.push({ line: this.line, cells, ...(problem && { problem }) });
      }
      this.line += 1 + cells.reduce((sum, cell) => sum + (cell.includes('\n') ? linesIn(cell) : 0), 0);
    }
    return rows;
  }
}

/** Old spreadsheets end lines with CR alone, others mix what they got. */
function withPlainLines(file: string): string {
  const text = file.replace(/^\ufeff/, '');
  return text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
}

function separatorOf(text: string): string {
  const firstLine = /^\n*([^\n]*)/.exec(text)?.[1] ?? '';
  const parts = (separator: string) => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, next) => (parts(next) > parts(best) ? next : best));
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
