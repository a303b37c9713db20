import { guardFormula } from './formula-guard.js';
import { COLUMNS, type ResultRow, type Value } from './result-columns.js';

/** Tells spreadsheets that the file is UTF-8; other readers know to skip it. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180. */
const LINE_END = '\r\n';

/** A file of comma separated values, one piece per batch of rows. The first line has the names of the columns. */
export async function* csvFile(batches: AsyncIterable<readonly ResultRow[]>): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.map(({ name }) => name).join(',')}${LINE_END}`;
  for await (const rows of batches) yield rows.map(csvLine).join('');
}

export function csvLine(row: ResultRow): string {
  return `${COLUMNS.map((column) => csvValue(column.of(row))).join(',')}${LINE_END}`;
}

/** Numbers as they are, times as ISO 8601 in UTC, nothing for what is not there. */
function csvValue(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = guardFormula(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
