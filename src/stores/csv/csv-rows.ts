import { pipeline, Readable } from 'node:stream';
import csvParser from 'csv-parser';
import { whyNotCsv } from './not-csv.js';
import { QuoteNormalizer } from './quote-normalizer.js';
import { UnreadableCsvError } from './reject.js';
import { cellText, isBlankRow } from './store-row.js';

/** What one row of the file turned out to be. */
export type CsvEntry<Row> =
  | { readonly line: number; readonly row: Row }
  | {
      readonly line: number;
      readonly reason: string;
      /** Everything the row might mean as a store id. */
      readonly mentions: readonly string[];
    };

/** A first line that is longer is no header. */
const HEAD_BYTES = 4_096;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const LF = 0x0a;

/** What the files of one kind have in their rows. Problems are sentences. */
export interface CsvKind<Columns, Row> {
  /** @param header trimmed cells of the first row */
  findColumns(header: readonly string[]): Columns | string;
  readRow(cells: readonly Buffer[], columns: Columns): Row | string;
}

/** A CSV file with a header, read from front to back once. */
export class CsvRows<Columns, Row> {
  private readonly quotes = new QuoteNormalizer();
  private line = 1;
  /** Known once the first entry is. */
  protected columns?: Columns;

  constructor(
    private readonly source: AsyncIterable<Buffer>,
    private readonly kind: CsvKind<Columns, Row>,
  ) {}

  /**
   * Yields every row of the file in order, good or not; blank lines are left out.
   * Memory does not grow with the file.
   *
   * @throws UnreadableCsvError when it makes no sense to read on
   */
  async *entries(): AsyncGenerator<CsvEntry<Row>> {
    // Headers and decoding are ours: csv-parser would rename columns, and replace bytes that are not UTF-8.
    const parser = csvParser({ headers: false, raw: true });
    pipeline(Readable.from(this.normalized(), { objectMode: false }), parser, () => undefined);

    let rowNo = 0;
    let found = false;
    for await (const row of parser as AsyncIterable<Record<number, Buffer>>) {
      const entry = this.read(Object.values(row), rowNo);
      this.line += 1 + this.takeInnerBreaks(rowNo);
      rowNo += 1;
      if (!entry) continue;
      found = true;
      yield entry;
    }
    if (!found)
      throw new UnreadableCsvError(
        1,
        this.columns !== undefined ? 'The file has no stores.' : 'The file is empty.',
      );
  }

  private read(cells: readonly Buffer[], rowNo: number): CsvEntry<Row> | undefined {
    if (isBlankRow(cells)) return undefined;
    if (this.columns === undefined) {
      this.columns = this.readHeader(cells);
      return undefined;
    }
    const row =
      rowNo === this.quotes.unclosedRow
        ? 'A quote is opened and never closed.'
        : this.kind.readRow(cells, this.columns);
    if (typeof row !== 'string') return { line: this.line, row };
    return { line: this.line, reason: row, mentions: mentionsOf(cells) };
  }

  private readHeader(cells: readonly Buffer[]): Columns {
    const columns = this.kind.findColumns(cells.map((cell) => cellText(cell) ?? ''));
    if (typeof columns === 'string') throw new UnreadableCsvError(this.line, columns);
    return columns;
  }

  private takeInnerBreaks(rowNo: number): number {
    const breaks = this.quotes.innerBreaks.get(rowNo) ?? 0;
    this.quotes.innerBreaks.delete(rowNo);
    return breaks;
  }

  private async *normalized(): AsyncGenerator<Buffer> {
    let head: Buffer | undefined = Buffer.alloc(0);
    for await (const chunk of this.source) {
      if (!head) {
        yield this.quotes.push(chunk);
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < HEAD_BYTES && !head.includes(LF)) continue;
      yield this.quotes.push(checkedHead(head));
      head = undefined;
    }
    if (head) yield this.quotes.push(checkedHead(head));
    yield this.quotes.end();
  }
}

function checkedHead(head: Buffer): Buffer {
  const text = head.subarray(0, 3).equals(BOM) ? head.subarray(3) : head;
  const problem = whyNotCsv(text);
  if (problem) throw new UnreadableCsvError(1, problem);
  return text;
}

/** Cells, and the pieces of cells that a missing quote or line end may have glued together. */
function mentionsOf(cells: readonly Buffer[]): string[] {
  const pieces = cells.flatMap((cell) => (cellText(cell) ?? '').split(/[,\r\n"]/));
  return [...new Set(pieces.map((piece) => piece.trim()).filter(Boolean))];
}
