import type { Visit } from '../sending/submission.js';
import { checkRow, readHeader, valuesOf, type Header, type Values } from './csv-row.js';
import { readRows, type CsvRow } from './csv-rows.js';

/** A visit and the lines of its images. */
export interface CsvVisit extends Visit {
  readonly image_url: string[];
  readonly lines: number[];
}

export interface RowProblem {
  readonly line: number;
  readonly sentence: string;
}

/** What is in a file. */
export interface CsvContent {
  readonly rows: number;
  /** Of the rows that fit, in the order of the file. */
  readonly visits: readonly CsvVisit[];
  readonly problems: readonly RowProblem[];
  /** The first rows, to look at. */
  readonly preview: readonly (Values & { readonly line: number })[];
  /** Why nothing can be made of the file, whatever its rows are. */
  readonly fatal?: string;
}

const SHOWN = 8;

/**
 * Reads visits from a spreadsheet with one image per row. Rows with the same store and time
 * are one visit; visits and images keep the order of the file. The same rules as those of
 * `smp submit`, but with every problem.
 *
 * @param onProgress called with 0 to 1
 */
export async function readVisits(
  file: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<CsvContent> {
  const reader = new VisitReader();
  await readRows(
    file,
    (rows, share) => {
      rows.forEach((row) => reader.take(row));
      onProgress(share);
    },
    signal,
  );
  return reader.content();
}

class VisitReader {
  private header: Header | undefined;
  private fatal: string | undefined;
  private rows = 0;
  private readonly visits = new Map<string, CsvVisit>();
  private readonly problems: RowProblem[] = [];
  private readonly preview: (Values & { line: number })[] = [];

  take(row: CsvRow): void {
    if (this.fatal !== undefined) return;
    // Nobody can tell how many rows went into this one.
    if (row.problem !== undefined) this.fatal = `Line ${row.line}: ${row.problem}`;
    else if (this.header) this.takeRow(row, this.header);
    else {
      const header = readHeader(row.cells);
      if (typeof header === 'string') this.fatal = header;
      else this.header = header;
    }
  }

  content(): CsvContent {
    const { rows, problems, preview, fatal } = this;
    const all = { rows, visits: [...this.visits.values()], problems, preview };
    if (fatal !== undefined) return { ...all, visits: [], fatal };
    if (!this.header) return { ...all, fatal: 'The file is empty.' };
    return rows === 0 ? { ...all, fatal: 'The file has no rows.' } : all;
  }

  private takeRow({ line, cells }: CsvRow, header: Header): void {
    this.rows += 1;
    const values = valuesOf(cells, header);
    if (this.preview.length < SHOWN) this.preview.push({ line, ...values });
    const checked = checkRow(cells.length, values, header);
    if (typeof checked === 'string') this.problems.push({ line, sentence: checked });
    else this.add(values, checked.instant, line);
  }

  private add({ store_id, image_url, visit_time }: Values, instant: string, line: number): void {
    const key = `${instant} ${store_id}`;
    const visit = this.visits.get(key);
    if (visit) {
      visit.image_url.push(image_url);
      visit.lines.push(line);
    } else this.visits.set(key, { store_id, image_url: [image_url], visit_time, lines: [line] });
  }
}
