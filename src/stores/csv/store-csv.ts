import { CsvRows, type CsvEntry } from './csv-rows.js';
import { findColumns, type StoreColumns } from './store-columns.js';
import { readStoreRow, type StoreRow } from './store-row.js';

export type StoreEntry = CsvEntry<StoreRow>;

/** A Store Master as CSV. */
export class StoreCsv extends CsvRows<StoreColumns, StoreRow> {
  constructor(source: AsyncIterable<Buffer>) {
    super(source, { findColumns, readRow: readStoreRow });
  }

  /** Whether the file has columns for coordinates; known once the first entry is. */
  get hasCoordinates(): boolean {
    return this.columns?.index.latitude !== undefined;
  }
}
