import type { DataSource } from 'typeorm';
import { decodeCursor } from '../../../src/common/cursor.js';
import { StoreImportsRepository } from '../../../src/stores/import/store-imports.repository.js';
import { StoreImportsService } from '../../../src/stores/import/store-imports.service.js';
import { StoresRepository, type StoreFilter } from '../../../src/stores/stores.repository.js';
import { StoresService } from '../../../src/stores/stores.service.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { connectStores, csvOf, importCsv } from '../../support/store-master.js';

let database: TestDatabase;
let dataSource: DataSource;
let stores: StoresService;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await connectStores(database.url);
  stores = new StoresService(new StoresRepository(dataSource));
  await importCsv(
    database.url,
    csvOf(
      '1,GANESH KIRANA,RP1',
      '1,100% PURE_GHEE \\ SHOP,RP2',
      '2,Shree Ganesh,RP3',
      '2,ಅಂಗಡಿ,RP4',
      '3,GONE,RP5',
    ),
  );
  await importCsv(
    database.url,
    csvOf('1,GANESH KIRANA,RP1', '1,100% PURE_GHEE \\ SHOP,RP2', '2,Shree Ganesh,RP3', '1,ಅಂಗಡಿ,RP4'),
    { deactivateMissing: true },
  );
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('StoresService.assertKnown', () => {
  it('lets active stores pass, also when there are none to check', async () => {
    await stores.assertKnown(['RP1', 'RP2', 'RP1']);
    await stores.assertKnown([]);
  });

  it('names unknown stores in the order they were given, and counts each once', async () => {
    const ids = ['Z9', 'RP1', 'A1', 'Z9', ...Array.from({ length: 20 }, (_, i) => `M${i}`)];
    await expect(stores.assertKnown(ids)).rejects.toThrow(
      /^22 stores .*: "Z9", "A1", "M0", .* and 12 more\.$/,
    );
  });

  it('names inactive stores when all are known', async () => {
    await expect(stores.assertKnown(['RP5', 'RP1'])).rejects.toMatchObject({ code: 'STORE_INACTIVE' });
    await expect(stores.assertKnown(['RP5', 'X'])).rejects.toMatchObject({ code: 'UNKNOWN_STORE' });
  });

  it('answers for a hundred thousand ids at once', async () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `X${i}`);
    await expect(stores.assertKnown(ids)).rejects.toThrow(/^100000 stores .* and 99990 more/);
  });
});

describe('StoresService.list', () => {
  const idsOf = async (filter: StoreFilter) => (await stores.list(filter, '', 50)).items.map(({ id }) => id);

  it.each<[string, StoreFilter, string[]]>([
    ['everything', {}, ['RP1', 'RP2', 'RP3', 'RP4', 'RP5']],
    ['a part of the name in any case', { text: 'gaNesh' }, ['RP1', 'RP3']],
    ['a part of the id', { text: 'p2' }, ['RP2']],
    ['text of any script', { text: 'ಗಡಿ' }, ['RP4']],
    ['characters that mean something to LIKE', { text: '0% pure_' }, ['RP2']],
    ['a backslash', { text: '\\' }, ['RP2']],
    ['nothing like it', { text: '_' + '%' }, []],
    ['an area', { areaCode: '1' }, ['RP1', 'RP2', 'RP4']],
    ['inactive ones', { active: false }, ['RP5']],
    ['all at once', { areaCode: '2', active: true, text: 'ganesh' }, ['RP3']],
  ])('finds %s', async (_, filter, ids) => {
    expect(await idsOf(filter)).toEqual(ids);
  });

  it('leads through all pages, each store once', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { items, nextCursor } = await stores.list({}, after, 2);
      seen.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      [after] = decodeCursor(nextCursor, ['text']);
    }
    expect(seen).toEqual(['RP1', 'RP2', 'RP3', 'RP4', 'RP5']);
  });
});

describe('A store and its area', () => {
  it('has its changes, newest first', async () => {
    const { store, changes } = await stores.find('RP4');
    expect(store).toMatchObject({ name: 'ಅಂಗಡಿ', areaCode: '1', active: true, latitude: null });
    expect(changes).toMatchObject([{ field: 'area_code', oldValue: '2', newValue: '1', importId: '2' }]);
  });

  it.each(['rp1', 'nobody', 'a\0b', ''])('is not found under the id %j', async (id) => {
    await expect(stores.find(id)).rejects.toMatchObject({ kind: 'not-found', code: 'STORE_NOT_FOUND' });
  });

  it('counts all and active stores, by code', async () => {
    const { items, nextCursor } = await stores.listAreas('', 2);
    expect(items).toEqual([
      { areaCode: '1', stores: 3, activeStores: 3 },
      { areaCode: '2', stores: 1, activeStores: 1 },
    ]);
    const [after] = decodeCursor(nextCursor ?? '', ['text']);
    expect((await stores.listAreas(after, 2)).items).toEqual([{ areaCode: '3', stores: 1, activeStores: 0 }]);
  });
});

describe('StoreImportsService', () => {
  it('lists imports newest first, page by page, and finds each', async () => {
    const imports = new StoreImportsService(new StoreImportsRepository(dataSource));
    const first = await imports.list(undefined, 1);
    expect(first.items).toMatchObject([
      { id: '2', updated: 1, unchanged: 3, deactivated: 1, deactivateMissing: true },
    ]);
    const [before] = decodeCursor(first.nextCursor ?? '', ['digits']);
    expect(await imports.list(before, 1)).toMatchObject({
      items: [{ id: '1', inserted: 5 }],
      nextCursor: null,
    });
    expect(await imports.find('1')).toMatchObject({ fileName: 'test.csv', rejects: [] });
    for (const id of ['3', 'x', '99999999999999999999']) {
      await expect(imports.find(id)).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
    }
  });
});

describe('A search among very many stores', () => {
  beforeAll(() =>
    dataSource.query(
      `INSERT INTO stores (id, name, area_code) SELECT 'AA' || lpad(n::text, 6, '0'), 'OTHER', '9' FROM generate_series(1, 10000) n`,
    ),
  );

  it.each([
    ['three letters anywhere', 'nes', ['RP1', 'RP3']],
    ['two letters where a word begins', 'ga', ['RP1', 'RP3']],
    ['two letters where the id begins', 'rp', ['RP1', 'RP2', 'RP3', 'RP4', 'RP5']],
    ['two letters inside a word among the first ten thousand alone', 'ne', []],
    ['punctuation anywhere', '\\', ['RP2']],
  ])('finds %s', async (_, text, ids) => {
    expect((await stores.list({ text }, '', 50)).items.map(({ id }) => id)).toEqual(ids);
  });

  it('fills pages from nearby, and goes on behind them', async () => {
    const { items, nextCursor } = await stores.list({ text: 'th' }, '', 2);
    expect(items.map(({ id }) => id)).toEqual(['AA000001', 'AA000002']);
    const [after] = decodeCursor(nextCursor ?? '', ['text']);
    expect((await stores.list({ text: 'th' }, after, 1)).items.map(({ id }) => id)).toEqual(['AA000003']);
    expect((await stores.list({ text: 'ne' }, 'RP1', 2)).items.map(({ id }) => id)).toEqual(['RP3', 'RP5']);
  });
});
