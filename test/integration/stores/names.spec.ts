import { SearchRepository } from '../../../src/stores/search/search.repository.js';
import { StaleNamesRepository } from '../../../src/stores/names/stale-names.repository.js';
import { storeNames } from '../../../src/stores/names/store-names.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importCsv } from '../../support/store-master.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() =>
  database.dataSource.query('TRUNCATE store_changes, store_imports, stores, store_names, store_words'),
);
afterAll(() => database.drop());

const keys = async () => {
  const rows = await database.dataSource.query<{ store_id: string; keys: string[] }[]>(
    'SELECT store_id, keys FROM store_names ORDER BY store_id',
  );
  return Object.fromEntries(rows.map((row) => [row.store_id, row.keys]));
};
const counts = async () => {
  const rows = await database.dataSource.query<{ word: string; stores: number }[]>(
    'SELECT word, stores FROM store_words WHERE stores > 0 ORDER BY word',
  );
  return Object.fromEntries(rows.map(({ word, stores }) => [word, stores]));
};
/** What the counts have to be, counted anew. */
const recounted = async () => {
  const rows = await database.dataSource.query<{ word: string; stores: number }[]>(
    `SELECT word COLLATE "C" AS word, count(*)::int AS stores FROM store_names, unnest(keys || '*'::text) AS word
     WHERE word NOT LIKE '^%' GROUP BY word ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ word, stores }) => [word, stores]));
};

describe('The keys of names', () => {
  it('come with an import, are counted, and follow what a later one changes', async () => {
    await importCsv(database.url, csvOf('1,LAKSHMI STORE,RP1', '1,GANESH STORE,RP2'));
    expect(await keys()).toEqual({
      RP1: ['@1', 'laksmi', 'store', '^=laksmi store'],
      RP2: ['@1', 'ganes', 'store', '^=ganes store'],
    });
    expect(await counts()).toEqual({ '*': 2, '@1': 2, ganes: 1, laksmi: 1, store: 2 });

    await importCsv(database.url, csvOf('2,LAXMI HOTEL,RP1', '1,GANESH STORE,RP2'));
    expect((await keys())['RP1']).toEqual(['@2', 'laksmi', 'hotel', '^=hotel laksmi']);
    expect(await counts()).toEqual({ '*': 2, '@1': 1, '@2': 1, ganes: 1, hotel: 1, laksmi: 1, store: 1 });
  });

  it('are made for names that are new or have changed, and left alone where a file says nothing new', async () => {
    await importCsv(database.url, csvOf('1,LAKSHMI STORE,RP1', '1,GANESH STORE,RP2'));
    await database.dataSource.query(`UPDATE store_names SET keys = '{left,alone}'`);
    await importCsv(database.url, csvOf('1,LAKSHMI STORE,RP1', '1,GANESH HOTEL,RP2'));
    expect(await keys()).toEqual({ RP1: ['left', 'alone'], RP2: ['@1', 'ganes', 'hotel', '^=ganes hotel'] });
  });

  it('survive odd names and area codes', async () => {
    await importCsv(database.url, csvOf('"a,""b\\c{}",\\.,RP1', '1,🙂,RP2', "1,'';--,RP3"));
    expect(await keys()).toEqual({ RP1: ['@a,"b\\c{}'], RP2: ['@1'], RP3: ['@1'] });
  });

  it('are made for stores that have none or those of another version, some at a time, and once', async () => {
    await importCsv(database.url, csvOf('1,A ONE,RP1', '1,B TWO,RP2', '1,C THREE,RP3'));
    await database.dataSource.query(`DELETE FROM store_names WHERE store_id = 'RP1'`);
    await database.dataSource.query(
      `UPDATE store_names SET keys = '{old}', fold_version = 0 WHERE store_id <> 'RP2'`,
    );
    const names = new StaleNamesRepository(database.dataSource);
    expect(await names.renew('', 1)).toEqual({ stores: 1, lastId: 'RP1', isBusy: false });
    expect(await names.renew('RP1', 10)).toEqual({ stores: 1, lastId: 'RP3', isBusy: false });
    expect(await names.renew('', 10)).toEqual({ stores: 0, lastId: '', isBusy: false });
    expect(Object.keys(await keys())).toEqual(['RP1', 'RP2', 'RP3']);
    expect(await counts()).toEqual(await recounted());
  });

  it('of a large import are left to the background from some on, and what was known stays known until then', async () => {
    await importCsv(database.url, csvOf('1,LAKSHMI STORE,X1', '1,GANESH STORE,X2'));
    const many = Array.from({ length: 20_000 }, (_, n) => `1,SHOP,S${n}`);
    const { id, searchableAt } = await importCsv(
      database.url,
      csvOf(...many, '2,LAXMI HOTEL,X1', '1,GANESH STORE,X2'),
    );
    expect(searchableAt).toBeNull();
    const made = await keys();
    expect(made).toMatchObject({
      S0: ['@1', 'sop', '^=sop'],
      X1: ['@1', 'laksmi', 'store', '^=laksmi store'],
    });
    expect(Object.keys(made)).toHaveLength(20_002);
    const names = new StaleNamesRepository(database.dataSource);
    const search = new SearchRepository(database.dataSource);
    expect(await search.isComplete()).toBe(false);
    expect(await names.findWaitingImports()).toEqual([id]);

    expect(await names.renew('', 30_000)).toMatchObject({ stores: 1 });
    await names.endWaiting([id ?? '']);
    expect(await search.isComplete()).toBe(true);
    expect((await keys())['X1']).toEqual(['@2', 'laksmi', 'hotel', '^=hotel laksmi']);
    expect(await counts()).toEqual(await recounted());
  });

  it('are left alone when a later release made them, which runs beside this one', async () => {
    await importCsv(database.url, csvOf('1,A ONE,RP1', '1,B TWO,RP2'));
    const { version } = storeNames().reader;
    const [later, otherTable] = [version + (1 << 20), version ^ 1];
    const mark = (id: string, to: number) =>
      database.dataSource.query('UPDATE store_names SET fold_version = $2 WHERE store_id = $1', [id, to]);
    await mark('RP1', later);
    await mark('RP2', otherTable);
    const names = new StaleNamesRepository(database.dataSource);
    expect(await names.renew('', 10)).toEqual({ stores: 1, lastId: 'RP2', isBusy: false });
    await importCsv(database.url, csvOf('1,A ONE,RP1', '1,B TWO,RP2'));
    expect(await names.renew('', 10)).toMatchObject({ stores: 0 });
  });

  it('wait for an import to end', async () => {
    await importCsv(database.url, csvOf('1,A ONE,RP1'));
    await database.dataSource.query('UPDATE store_names SET fold_version = 0');
    const names = new StaleNamesRepository(database.dataSource);
    await database.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(7162003)');
      expect(await names.renew('', 10)).toMatchObject({ isBusy: true });
    });
    expect(await names.renew('', 10)).toMatchObject({ stores: 1 });
  });
});
