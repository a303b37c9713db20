import { parseTime } from '../../src/common/time.js';
import type { Schema } from '../../web/src/api/client.js';
import { csvRows } from './csv-rows.js';
import { RowProblems } from './row-problems.js';

type Visit = Schema<'SubmittedVisitDto'>;

const COLUMNS = ['store_id', 'image_url', 'visit_time'] as const;
type Column = (typeof COLUMNS)[number];

/** Spreadsheets write one of these, by the language they run in. */
const SEPARATORS = [',', ';', '\t'];

/** The service takes no longer address. */
const MAX_URL_LENGTH = 2_048;

/**
 * Visits from a spreadsheet with one image per row. Rows with the same store and
 * time are one visit; visits and images keep the order of the file.
 *
 * @param text CSV with a header; columns in any order, others are ignored
 * @throws RowProblems naming every row that does not fit, by its line
 */
export function readVisits(text: string): Visit[] {
  const problems = new RowProblems();
  const visits = new Map<string, Visit>();
  let header: Header | undefined;
  for (const row of csvRows(text, separatorOf(text))) {
    if ('problem' in row) problems.add(row.line, row.problem);
    else if (!header) header = readHeader(row.cells, row.line);
    else {
      const image = readImage(row.cells, header);
      if (typeof image === 'string') problems.add(row.line, image);
      else addTo(visits, image);
    }
  }
  problems.throwIfAny();
  if (visits.size === 0) throw new RowProblems(1, header ? 'The file has no rows.' : 'The file is empty.');
  return [...visits.values()];
}

interface Header {
  readonly places: Readonly<Record<Column, number>>;
  readonly width: number;
}

function separatorOf(text: string): string {
  const firstLine = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const parts = (separator: string) => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, next) => (parts(next) > parts(best) ? next : best));
}

function readHeader(cells: readonly string[], line: number): Header {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const found = cells.join(', ').slice(0, 200);
    throw new RowProblems(
      line,
      `The header must have the columns ${COLUMNS.join(', ')}; it lacks ${missing.join(' and ')} (found: ${found}).`,
    );
  }
  const twice = COLUMNS.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) throw new RowProblems(line, `The header has the column ${twice} twice.`);
  const place = (column: Column) => names.indexOf(column);
  const places = {
    store_id: place('store_id'),
    image_url: place('image_url'),
    visit_time: place('visit_time'),
  };
  return { places, width: cells.length };
}

interface Image {
  readonly storeId: string;
  readonly url: string;
  readonly time: string;
  /** The same for every way to write the same time. */
  readonly instant: string;
}

/** @returns why the row does not fit, when it does not */
function readImage(cells: readonly string[], { places, width }: Header): Image | string {
  if (cells.length !== width) return `The row has ${cells.length} values, the header has ${width}.`;
  const value = (column: Column) => (cells[places[column]] ?? '').trim();
  const [storeId, url, time] = [value('store_id'), value('image_url'), value('visit_time')];
  const blank = COLUMNS.find((column) => value(column) === '');
  if (blank) return `${blank} is empty.`;
  if (url.length > MAX_URL_LENGTH)
    return `image_url has ${url.length} characters; at most ${MAX_URL_LENGTH} are possible.`;
  const instant = parseTime(time);
  if (instant === undefined) {
    return `visit_time is "${time.slice(0, 100)}", which is not a time such as "2026-03-01T09:30:00Z".`;
  }
  return { storeId, url, time, instant };
}

function addTo(visits: Map<string, Visit>, { storeId, url, time, instant }: Image): void {
  const key = `${instant} ${storeId}`;
  const visit = visits.get(key);
  if (visit) visit.image_url.push(url);
  else visits.set(key, { store_id: storeId, image_url: [url], visit_time: time });
}
