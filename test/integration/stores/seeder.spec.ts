import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { SettingError } from '../../../src/common/setting-error.js';
import { StoreImporter } from '../../../src/stores/import/store-importer.js';
import { StoreImportsRepository } from '../../../src/stores/import/store-imports.repository.js';
import { StoreMasterSeeder } from '../../../src/stores/import/store-master-seeder.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { connectStores, csvOf } from '../../support/store-master.js';

let database: TestDatabase;
let dataSource: DataSource;
let folder: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await createTestDatabase();
  dataSource = await connectStores(database.url);
  folder = mkdtempSync(join(tmpdir(), 'seeder-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await dataSource.destroy();
  await database.drop();
});

function seederOf(masterCsv: string): StoreMasterSeeder {
  const config = {
    url: database.url,
    migrateOnStart: false,
    poolSize: 1,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 5_000,
  };
  return new StoreMasterSeeder(new StoreImporter(config), new StoreImportsRepository(dataSource), {
    masterCsv,
    categoriesCsv: 'seeds/store_categories.csv',
  });
}
function fileOf(content: string): string {
  const path = join(folder, 'master.csv');
  writeFileSync(path, content);
  return path;
}
const countOf = async (table: string) => {
  const [row] = await dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
  return row?.count;
};

describe('StoreMasterSeeder', () => {
  it('ends the start with a sentence that names the setting when the file is missing', async () => {
    const start = seederOf(join(folder, 'nowhere.csv')).onApplicationBootstrap();
    await expect(start).rejects.toBeInstanceOf(SettingError);
    await expect(start).rejects.toThrow(
      /^STORE_MASTER_CSV cannot be loaded\. There is no file ".*nowhere\.csv"\.$/,
    );
  });

  it('likewise when the file has a bad row', async () => {
    const start = seederOf(fileOf(csvOf('1,A,RP1', '1,B,'))).onApplicationBootstrap();
    await expect(start).rejects.toThrow(/^STORE_MASTER_CSV .* line 3: StoreID is blank\.$/);
    expect(await countOf('stores')).toBe(0);
  });

  it('fills an empty table once, also when several processes start together', async () => {
    const path = fileOf(csvOf('1,A,RP1', '1,B,RP2'));
    await Promise.all([1, 2, 3].map(() => seederOf(path).onApplicationBootstrap()));
    expect(await countOf('stores')).toBe(2);
    expect(await countOf('store_imports')).toBe(1);
  });

  it('does not even look at the file when there are stores', async () => {
    await seederOf(join(folder, 'nowhere.csv')).onApplicationBootstrap();
    expect(await countOf('stores')).toBe(2);
  });
});
