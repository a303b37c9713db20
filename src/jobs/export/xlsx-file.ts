import { writeXlsxStream, type CellValue } from 'hucre/xlsx';
import { guardFormula } from './formula-guard.js';
import { COLUMNS, type ResultRow, type Value } from './result-columns.js';

const SHEET = 'results';
const TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/** Spreadsheets count days from here; earlier times are written as text. */
const FIRST_DAY = Date.parse('1900-03-01T00:00:00Z');

/**
 * A spreadsheet could take twice as many, but a sheet must stay below 4 GiB of XML: beyond that the file needs
 * 64-bit sizes, which not every reader knows. A row with a URL of 2,048 characters has 4 KiB.
 */
const SHEET_ROWS = 500_000;

/**
 * A workbook, compressed and handed on piece by piece while rows come in.
 *
 * @param sheetRows lines of a sheet, the names of the columns included; what does not fit goes on in the next sheet
 */
export function xlsxFile(
  batches: AsyncIterable<readonly ResultRow[]>,
  sheetRows = SHEET_ROWS,
): AsyncIterable<Uint8Array> {
  return writeXlsxStream(cellsOf(batches), {
    name: SHEET,
    columns: COLUMNS.map(({ name, width, isTime }) => ({
      header: name,
      width,
      ...(isTime && { numFmt: TIME_FORMAT }),
    })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: sheetRows,
  });
}

async function* cellsOf(batches: AsyncIterable<readonly ResultRow[]>): AsyncGenerator<CellValue[]> {
  for await (const rows of batches) {
    for (const row of rows) yield COLUMNS.map((column) => cell(column.of(row)));
  }
}

/** Numbers and times stay what they are; all text is written as text, and a guard holds if somebody edits the cell. */
function cell(value: Value): CellValue {
  if (typeof value === 'string') return guardFormula(value);
  if (value instanceof Date && value.getTime() < FIRST_DAY) return value.toISOString();
  return value;
}
