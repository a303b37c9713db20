import { quote } from '../../common/quote.js';
import { CsvRows } from '../csv/csv-rows.js';
import { foldName } from '../csv/store-columns.js';
import { cellText, MAX_LENGTH } from '../csv/store-row.js';

/** One store that a file names. */
export interface StoreIdRow {
  readonly id: string;
}

/** Ids of stores as CSV: a column `store_id`, as the Store Master has it, too; other columns are left alone. */
export class StoreIdCsv extends CsvRows<number, StoreIdRow> {
  constructor(source: AsyncIterable<Buffer>) {
    super(source, { findColumns: findIdColumn, readRow: readIdRow });
  }
}

function findIdColumn(header: readonly string[]): number | string {
  const places = header.flatMap((name, at) => (foldName(name) === 'storeid' ? [at] : []));
  if (places.length > 1) return 'The column store_id is there twice.';
  return places[0] ?? `Missing column store_id; the header is ${quote(header.join(','))}.`;
}

function readIdRow(cells: readonly Buffer[], column: number): StoreIdRow | string {
  const id = cellText(cells[column] ?? Buffer.alloc(0));
  if (id === undefined) return 'store_id is not valid UTF-8.';
  if (id === '') return 'store_id is blank.';
  if (id.length > MAX_LENGTH.id) return `store_id is longer than ${MAX_LENGTH.id} characters.`;
  if (id.includes('\0')) return 'store_id contains a NUL character.';
  return { id };
}
