import { parseTime } from '../../../../../src/common/time.js';

export const COLUMNS = ['store_id', 'image_url', 'visit_time'] as const;
export type Column = (typeof COLUMNS)[number];

/** The service takes no longer address. */
const MAX_URL_LENGTH = 2_048;

/** Where the columns are. */
export interface Header {
  readonly places: Readonly<Record<Column, number>>;
  readonly width: number;
}

export type Values = Readonly<Record<Column, string>>;

/** @returns why the line is no header, when it is none */
export function readHeader(cells: readonly string[]): Header | string {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const found = cells.join(', ').slice(0, 200);
    return `The header must have the columns ${COLUMNS.join(', ')}; it lacks ${missing.join(' and ')} (found: ${found}).`;
  }
  const twice = COLUMNS.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) return `The header has the column ${twice} twice.`;
  const [store_id, image_url, visit_time] = COLUMNS.map((column) => names.indexOf(column)) as [
    number,
    number,
    number,
  ];
  return { places: { store_id, image_url, visit_time }, width: cells.length };
}

export function valuesOf(cells: readonly string[], { places }: Header): Values {
  const value = (column: Column) => (cells[places[column]] ?? '').trim();
  return { store_id: value('store_id'), image_url: value('image_url'), visit_time: value('visit_time') };
}

/**
 * Checks a row as the command line does (`smp submit`).
 *
 * @returns the instant, the same for every way to write the same time; or why the row does not fit
 */
export function checkRow(width: number, values: Values, header: Header): { instant: string } | string {
  if (width !== header.width) return `The row has ${width} values, the header has ${header.width}.`;
  const blank = COLUMNS.find((column) => values[column] === '');
  if (blank) return `${blank} is empty.`;
  const { length } = values.image_url;
  if (length > MAX_URL_LENGTH) {
    return `image_url has ${length} characters; at most ${MAX_URL_LENGTH} are possible.`;
  }
  const instant = parseTime(values.visit_time);
  if (instant !== undefined) return { instant };
  return `visit_time is "${values.visit_time.slice(0, 100)}", which is not a time such as "2026-03-01T09:30:00Z".`;
}
