import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { insider } from '../../src/access/caller.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import type { ImportOptions, ImportResult } from '../../src/stores/import/import-result.js';
import { StoreImporter } from '../../src/stores/import/store-importer.js';
import { StoreChangeEntity } from '../../src/stores/store-change.entity.js';
import { StoreImportEntity } from '../../src/stores/store-import.entity.js';
import { StoreEntity } from '../../src/stores/store.entity.js';

export const HEADER = 'AreaCode,StoreName,StoreID';

const CONFIG = { migrateOnStart: false, poolSize: 4, connectTimeoutMs: 5_000, statementTimeoutMs: 60_000 };

/** A file of these lines below the usual header. */
export function csvOf(...lines: string[]): string {
  return [HEADER, ...lines, ''].join('\n');
}

/** Merges CSV text, or bytes, the way every caller of the product does. */
export function importCsv(
  url: string,
  csv: string | Buffer | AsyncIterable<Buffer>,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  const file = typeof csv === 'string' || Buffer.isBuffer(csv) ? inChunks(Buffer.from(csv)) : csv;
  const all: ImportOptions = {
    fileName: 'test.csv',
    importedBy: 'test',
    dryRun: false,
    deactivateMissing: false,
    allowRejects: false,
    ...options,
  };
  return new StoreImporter({ url, ...CONFIG }).import(file, all, insider('cli'));
}

/** A connection pool that knows the entities of the Store Master. */
export async function connectStores(url: string): Promise<DataSource> {
  const entities = [StoreEntity, StoreImportEntity, StoreChangeEntity];
  const dataSource = new DataSource({ ...dataSourceOptions({ url, ...CONFIG }), entities });
  return dataSource.initialize();
}

/**
 * A Store Master as customers have it: the real one in REAL_DATA_DIR, else one made
 * with its traits (CRLF, two areas, names with commas, double-encoded names).
 */
export function customerStoreMaster(): Buffer {
  const folder = process.env['REAL_DATA_DIR'];
  if (folder) return readFileSync(resolve(folder, 'StoreMasterAssignment.csv'));
  const lines = Array.from({ length: 4_944 }, (_, i) => {
    const name = i < 345 ? `"BHAT TELCOM,-${i}"` : i < 349 ? `CAFÃ‰ ${i}` : `SHOP ${i}`;
    return `${7_100_015 + (i % 2)},${name},RP${String(i + 1).padStart(5, '0')}`;
  });
  return Buffer.from([HEADER, ...lines, ''].join('\r\n'));
}

/** Pieces as a socket or a disk would bring them. */
export async function* inChunks(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(Buffer.from(bytes.subarray(at, at + size)));
  }
}
