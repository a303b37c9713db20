import { isUtf8 } from 'node:buffer';
import { quote } from '../../common/quote.js';
import { LITERAL_QUOTE } from './quote-normalizer.js';
import type { StoreColumns, StoreField } from './store-columns.js';

/** One row of a file, ready to be loaded. */
export interface StoreRow {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  /** Degrees; all three of them, or none when the row says nothing about the position. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly coordinatesSource?: string;
}

/** Longest values, in characters. An index entry of Postgres ends at 2,700 bytes. */
export const MAX_LENGTH = { id: 100, areaCode: 100, name: 500, coordinatesSource: 100 } as const;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const BLANK = /^\s*$/;

/**
 * Text of a cell, without the spaces around it.
 *
 * @returns undefined when the bytes are not UTF-8
 */
export function cellText(cell: Buffer): string | undefined {
  const text = cell.toString('utf8');
  if (!text.includes('\ufffd')) return text.trim();
  // Either a quote that was put aside, a character that is really in the file, or damage.
  const restored = Buffer.from(cell.map((byte) => (byte === LITERAL_QUOTE ? 0x22 : byte)));
  return isUtf8(restored) ? restored.toString('utf8').trim() : undefined;
}

/** Whether a row has nothing in it, as spreadsheets leave them behind. */
export function isBlankRow(cells: readonly Buffer[]): boolean {
  return cells.every((cell) => cell.length === 0 || BLANK.test(cell.toString('latin1')));
}

/**
 * Checks and translates one row.
 *
 * @returns the row, or the reason why it cannot be loaded
 */
export function readStoreRow(cells: readonly Buffer[], columns: StoreColumns): StoreRow | string {
  if (cells.length !== columns.width) {
    return `The row has ${cells.length} columns, the header has ${columns.width}.`;
  }
  const values = readValues(cells, columns);
  if (typeof values === 'string') return values;
  const { id = '', name = '', areaCode = '' } = values;
  const position = readPosition(values, columns);
  return typeof position === 'string' ? position : { id, name, areaCode, ...position };
}

type Values = Partial<Record<StoreField, string>>;

function readValues(cells: readonly Buffer[], columns: StoreColumns): Values | string {
  const values: Values = {};
  for (const field of Object.keys(columns.index) as StoreField[]) {
    const text = cellText(cells[columns.index[field] ?? -1] ?? Buffer.alloc(0));
    const problem = text === undefined ? 'is not valid UTF-8' : problemOf(field, text);
    if (problem) return `${columns.names[columns.index[field] ?? 0]} ${problem}.`;
    values[field] = text;
  }
  return values;
}

function problemOf(field: StoreField, text: string): string | undefined {
  if (text.includes('\0')) return 'contains a NUL character';
  if (field === 'latitude' || field === 'longitude') return undefined;
  if (text.length > MAX_LENGTH[field]) return `is longer than ${MAX_LENGTH[field]} characters`;
  if (field === 'coordinatesSource') return undefined;
  if (text === '') return 'is blank';
  if (!/[\r\n]/.test(text)) return undefined;
  if (field !== 'name') return 'contains a line break';
  // Loading this would lose the stores of the lines that a missing quote swallowed.
  return /[,"]/.test(text)
    ? 'runs over several lines and contains commas or quotes; a quote is probably missing'
    : undefined;
}

function readPosition(
  { latitude = '', longitude = '', coordinatesSource = '' }: Values,
  { index, names }: StoreColumns,
): Pick<StoreRow, 'latitude' | 'longitude' | 'coordinatesSource'> | string {
  if (latitude === '' && longitude === '') return {};
  const [latitudeName, longitudeName] = [names[index.latitude ?? 0], names[index.longitude ?? 0]];
  if (latitude === '') return `${longitudeName} is there without ${latitudeName}.`;
  if (longitude === '') return `${latitudeName} is there without ${longitudeName}.`;
  const problem =
    problemOfDegrees(latitudeName, latitude, 90) ?? problemOfDegrees(longitudeName, longitude, 180);
  if (problem) return problem;
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    coordinatesSource: coordinatesSource.toLowerCase() || 'import',
  };
}

function problemOfDegrees(name: string | undefined, text: string, limit: number): string | undefined {
  if (!NUMBER.test(text)) return `${name} ${quote(text)} is not a number.`;
  if (Math.abs(Number(text)) > limit) return `${name} ${quote(text)} is outside -${limit} to ${limit}.`;
  return undefined;
}
