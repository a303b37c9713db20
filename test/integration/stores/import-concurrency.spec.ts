import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { insider } from '../../../src/access/caller.js';
import { copyLine } from '../../../src/stores/import/copy-text.js';
import type { ImportOptions } from '../../../src/stores/import/import-result.js';
import { ImportSession } from '../../../src/stores/import/import-session.repository.js';
import { StoreImporter } from '../../../src/stores/import/store-importer.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importCsv, inChunks } from '../../support/store-master.js';

const OPTIONS: ImportOptions = {
  fileName: 'stores.csv',
  importedBy: 'start',
  dryRun: false,
  deactivateMissing: false,
  allowRejects: false,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.dataSource.query('TRUNCATE store_changes, store_imports, stores'));
afterAll(() => database.drop());

const config = () => ({
  url: database.url,
  migrateOnStart: false,
  poolSize: 1,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 5_000,
});
const manyLines = (name: string, count = 3_000) =>
  Array.from({ length: count }, (_, i) => `1,${name},RP${String(i).padStart(5, '0')}`);
const scalar = async <T>(sql: string) => {
  const [row] = await database.dataSource.query<{ value: T }[]>(sql);
  return row?.value;
};

describe('Imports at the same time', () => {
  it('take turns: each is whole, and the last one decides', async () => {
    const results = await Promise.all(
      ['A', 'B', 'C'].map((name) => importCsv(database.url, csvOf(...manyLines(name)))),
    );
    expect(results.map(({ inserted, updated }) => inserted + updated)).toEqual([3_000, 3_000, 3_000]);
    expect(results.filter(({ inserted }) => inserted === 3_000)).toHaveLength(1);
    expect(await scalar('SELECT count(DISTINCT name)::int AS value FROM stores')).toBe(1);
    expect(await scalar('SELECT count(*)::int AS value FROM store_imports')).toBe(3);
  });

  it('seed an empty table once, however many start together', async () => {
    const csv = Buffer.from(csvOf(...manyLines('A')));
    const results = await Promise.all(
      Array.from({ length: 4 }, () => new StoreImporter(config()).importIntoEmpty(inChunks(csv), OPTIONS)),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await scalar('SELECT count(*)::int AS value FROM store_imports')).toBe(1);
  });

  it('are at most four of one process, so that they cannot use up the connections', async () => {
    const importer = new StoreImporter(config());
    const csv = Buffer.from(csvOf(...manyLines('A', 10)));
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => importer.import(inChunks(csv), OPTIONS, insider('cli'))),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual([
      'IMPORT_RUNNING',
      'IMPORT_RUNNING',
    ]);
    await expect(importer.import(inChunks(csv), OPTIONS, insider('cli'))).resolves.toMatchObject({
      unchanged: 10,
    });
  });

  it('keep neither readers waiting nor those who refer to a store', async () => {
    await importCsv(database.url, csvOf('1,OLD,RP1'));
    const session = await ImportSession.begin(config());
    try {
      const line = copyLine([2, true, 'RP1', 'NEW', '1', ...Array<undefined>(3)]);
      await session.stage(Readable.from([line]));
      await session.lock();
      const record = await session.record(OPTIONS, '');
      expect(await session.merge(record, false)).toEqual({ updated: 1, inserted: 0 });
      // Merged, not committed: everybody else goes on with what was there before.
      const [row] = await database.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = '1s'`);
        return manager.query<{ name: string }[]>(`SELECT name FROM stores WHERE id = 'RP1' FOR KEY SHARE`);
      });
      expect(row?.name).toBe('OLD');
    } finally {
      await session.close();
    }
    expect(await scalar('SELECT name AS value FROM stores')).toBe('OLD');
  });
});

describe('An import that is broken off', () => {
  it('leaves nothing behind when its file stops in the middle', async () => {
    const broken = importCsv(
      database.url,
      (async function* () {
        yield* inChunks(Buffer.from(csvOf(...manyLines('A'))));
        await sleep(1);
        throw new Error('disk gone');
      })(),
    );
    await expect(broken).rejects.toThrow('disk gone');
    expect(await scalar('SELECT count(*)::int AS value FROM stores')).toBe(0);
  });

  it('leaves nothing behind when its connection is cut', async () => {
    const cut = importCsv(
      database.url,
      (async function* () {
        yield* inChunks(Buffer.from(csvOf(...manyLines('A'))));
        await database.dataSource.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'smp-import'`,
        );
        await sleep(100);
        yield Buffer.from('1,A,LAST\n');
      })(),
    );
    await expect(cut).rejects.toThrow();
    expect(await scalar('SELECT count(*)::int AS value FROM stores')).toBe(0);
    // and the next one finds no lock left over
    expect(await importCsv(database.url, csvOf('1,A,RP1'))).toMatchObject({ inserted: 1 });
  });
});
