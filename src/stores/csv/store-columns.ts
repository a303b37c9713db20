import { quote } from '../../common/quote.js';

/** A value of a store that a file can hold. */
export type StoreField = 'areaCode' | 'name' | 'id' | 'latitude' | 'longitude' | 'coordinatesSource';

/** Spellings without case, spaces, `_` and `-`. The first is how we name the column when it is missing. */
const SPELLINGS: Record<StoreField, readonly string[]> = {
  areaCode: ['AreaCode'],
  name: ['StoreName'],
  id: ['StoreID'],
  latitude: ['Latitude', 'lat'],
  longitude: ['Longitude', 'lng', 'lon', 'long'],
  coordinatesSource: ['CoordinateSource', 'CoordinatesSource'],
};
const REQUIRED = ['areaCode', 'name', 'id'] as const;
const FIELDS = new Map(
  Object.entries(SPELLINGS).flatMap(([field, names]) =>
    names.map((name) => [foldName(name), field as StoreField] as const),
  ),
);

/** Where a file has what; other columns are left alone. */
export interface StoreColumns {
  /** Columns per row. */
  readonly width: number;
  readonly index: Readonly<Partial<Record<StoreField, number>>>;
  /** Column names as the file spells them, for messages. */
  readonly names: readonly string[];
}

/**
 * Finds the columns by their header, in any order and case.
 *
 * @param header trimmed cells of the first row
 * @returns the columns, or a sentence saying which is missing or there twice
 */
export function findColumns(header: readonly string[]): StoreColumns | string {
  const index: Partial<Record<StoreField, number>> = {};
  for (const [i, name] of header.entries()) {
    const field = FIELDS.get(foldName(name));
    if (field === undefined) continue;
    if (index[field] !== undefined) return `The column ${SPELLINGS[field][0]} is there twice.`;
    index[field] = i;
  }
  return whatIsMissing(header, index) ?? { width: header.length, index, names: header };
}

function whatIsMissing(header: readonly string[], index: StoreColumns['index']): string | undefined {
  const required: StoreField[] = [...REQUIRED];
  if (index.latitude !== undefined || index.longitude !== undefined) required.push('latitude', 'longitude');
  const missing = required.filter((field) => index[field] === undefined).map((field) => SPELLINGS[field][0]);
  if (missing.length === 0) return undefined;

  const separator = header.length === 1 && /[;\t|]/.exec(header[0] ?? '')?.[0];
  const hint = separator ? ` Columns must be separated by commas, not by ${quote(separator)}.` : '';
  return `Missing column ${missing.join(' and ')}; the header is ${quote(header.join(','))}.${hint}`;
}

/** A column name without what people spell differently. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
