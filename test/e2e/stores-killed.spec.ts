import { setTimeout as sleep } from 'node:timers/promises';
import { DuplicatesSearch } from '../../src/stores/duplicates/duplicates-search.js';
import { SearchedAreasRepository } from '../../src/stores/duplicates/searched-areas.repository.js';
import { get } from '../support/api.js';
import { startStack, type Stack } from '../support/stack.js';
import { csvOf, importCsv } from '../support/store-master.js';

const STORES = 10_000;
const PER_AREA = 100;
const SYLLABLES = ['KA', 'RO', 'MI', 'TU', 'NE', 'PO', 'LI', 'SA', 'DO', 'VI'];
const wordOf = (n: number) => [100, 10, 1].map((of) => SYLLABLES[Math.floor(n / of) % 10]).join('');

let stack: Stack;
/** What names an unbroken run leaves: an import of this size reads all of them itself. */
let readNames: unknown;
beforeAll(async () => {
  stack = await startStack();
  // Every tenth store is called like the one after it.
  const lines = Array.from({ length: STORES }, (_, n) => {
    return `${Math.floor(n / PER_AREA)},${wordOf(n % 10 === 0 ? n + 1 : n)} STORE,S${n}`;
  });
  await importCsv(stack.database.url, csvOf(...lines));
  readNames = await names();
});
afterEach(() => stack.endServices());
afterAll(() => stack.stop());

const ask = <Row>(text: string) => stack.database.dataSource.query<Row[]>(text);
const count = async (from: string) =>
  (await ask<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`))[0]?.count ?? 0;
const names = async () => [
  await ask('SELECT store_id, keys FROM store_names ORDER BY 1'),
  await ask('SELECT word, stores FROM store_words WHERE stores > 0 ORDER BY 1'),
];
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('It did not come to that within a minute.');
    await sleep(5);
  }
}
/** Starts a process, and kills it when it has begun. @param row of what it writes: as it is held, it cannot end meanwhile */
async function killedOnce(row: string, hasBegun: () => Promise<boolean>): Promise<void> {
  await stack.database.dataSource.transaction(async (holder) => {
    await holder.query(`SELECT FROM ${row} FOR UPDATE`);
    const service = await stack.start({ ROLE: 'api' });
    await until(hasBegun);
    await service.stop('SIGKILL');
  });
}

describe('A service that is killed', () => {
  it('goes on reading names, and says until then that not all stores are found', async () => {
    await ask(`UPDATE store_names SET keys = '{}', fold_version = 0`);
    await ask('UPDATE store_imports SET searchable_at = NULL');

    const read = 'store_names WHERE fold_version <> 0';
    await killedOnce(`store_names WHERE store_id = 'S5000'`, async () => (await count(read)) > 0);
    const done = await ask<object>(`SELECT store_id, xmin FROM ${read} ORDER BY store_id`);
    expect(done.length).toBeLessThan(STORES);
    expect(await count('store_imports WHERE searchable_at IS NULL')).toBe(1);

    const service = await stack.start({ ROLE: 'api' });
    await until(async () => {
      const { body } = await get<{ is_complete: boolean }>(service.url, '/api/stores/search?q=karomi');
      return body.is_complete;
    });
    expect(await names()).toEqual(readNames);
    // What had been read was not read again.
    const rows = await ask<object>(`SELECT store_id, xmin FROM ${read} ORDER BY store_id`);
    expect(rows.slice(0, done.length)).toEqual(done);
  });

  it('goes on searching for duplicates', async () => {
    const pairs = () => ask('SELECT * FROM duplicate_pairs ORDER BY store_a, store_b');
    const search = new DuplicatesSearch(new SearchedAreasRepository(stack.database.dataSource), {
      url: stack.database.url,
      migrateOnStart: false,
      poolSize: 1,
      connectTimeoutMs: 5_000,
      statementTimeoutMs: 60_000,
    });
    const searched = `duplicate_areas WHERE fingerprint <> ''`;
    const areas = () => count(searched);
    const allSearched = async () => (await areas()) === STORES / PER_AREA;
    await ask('TRUNCATE duplicate_areas, duplicate_pairs');
    search.onApplicationBootstrap();
    await until(allSearched);
    await search.onModuleDestroy();
    const unbroken = await pairs();
    expect(unbroken).toHaveLength(STORES / 10);
    await ask('TRUNCATE duplicate_pairs');
    await ask(`UPDATE duplicate_areas SET fingerprint = ''`);

    await killedOnce(`duplicate_areas WHERE area_code = '50'`, async () => (await areas()) > 0);
    const done = await ask<object>(`SELECT area_code, searched_at FROM ${searched}`);
    expect(done.length).toBeLessThan(STORES / PER_AREA);

    await stack.start({ ROLE: 'api' });
    await until(allSearched);
    expect(await pairs()).toEqual(unbroken);
    // Areas that had been searched were not searched again.
    expect(await ask('SELECT area_code, searched_at FROM duplicate_areas')).toEqual(
      expect.arrayContaining(done),
    );
  });
});
