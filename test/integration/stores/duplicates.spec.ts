import { insider } from '../../../src/access/caller.js';
import type { LikelyPair } from '../../../src/stores/duplicates/likely-same.js';
import { DecisionsRepository } from '../../../src/stores/duplicates/decisions.repository.js';
import { DecisionsService } from '../../../src/stores/duplicates/decisions.service.js';
import { DuplicatesRepository } from '../../../src/stores/duplicates/duplicates.repository.js';
import { DuplicatesService } from '../../../src/stores/duplicates/duplicates.service.js';
import { SearchedAreasRepository } from '../../../src/stores/duplicates/searched-areas.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importCsv } from '../../support/store-master.js';

const BY = insider('cli');

let database: TestDatabase;
let areas: SearchedAreasRepository;
let duplicates: DuplicatesService;
let decisions: DecisionsService;

beforeAll(async () => {
  database = await createTestDatabase();
  areas = new SearchedAreasRepository(database.dataSource);
  const repositories = [
    new DuplicatesRepository(database.dataSource),
    new DecisionsRepository(database.dataSource),
  ] as const;
  duplicates = new DuplicatesService(...repositories);
  decisions = new DecisionsService(repositories[1], repositories[0]);
});
beforeEach(() =>
  database.dataSource.query('TRUNCATE stores, duplicate_areas, duplicate_pairs, duplicate_decisions CASCADE'),
);
afterAll(() => database.drop());

/** Searches all areas that have changed, and finds these pairs, each in the area where both its stores are. */
async function searched(...pairs: [string, string][]): Promise<string[]> {
  await areas.forgetVanished();
  const changed = await areas.findChanged(1);
  for (const look of changed) {
    const ids = new Set((await areas.findActiveStores(look.areaCode, 100)).map(({ id }) => id));
    const found = pairs.filter(([a, b]) => ids.has(a) && ids.has(b)).map(asPair);
    await areas.keep(look, { pairs: found, stores: ids.size, isComplete: true });
  }
  return changed.map(({ areaCode }) => areaCode);
}
const asPair = ([storeA, storeB]: [string, string]): LikelyPair => ({
  storeA,
  storeB,
  confidence: 0.9,
  reason: 'Much the same.',
});
async function openIds(): Promise<string[]> {
  const { items } = await duplicates.listOpen({}, undefined, 50);
  return items.map(({ areaCode, stores }) => `${areaCode}: ${stores.map(({ id }) => id).join(' ')}`);
}

describe('Decisions about duplicates', () => {
  it('go with their stores to another area', async () => {
    await importCsv(database.url, csvOf('1,A,S1', '1,A,S2', '1,A,S3'));
    await searched(['S1', 'S2']);
    await decisions.decide('different', ['S1', 'S2', 'S3'], BY);
    expect(await openIds()).toEqual([]);
    await importCsv(database.url, csvOf('2,A,S1', '2,A,S2'));
    expect(await searched(['S1', 'S2'])).toEqual(['1', '2']);
    expect(await openIds()).toEqual([]);
    const { items } = await duplicates.listDecided('different', { areaCode: '2' }, undefined, 50);
    expect(items).toMatchObject([{ areaCode: '2', stores: [{ id: 'S1' }, { id: 'S2' }, { id: 'S3' }] }]);
  });

  it('count however many there were before', async () => {
    await importCsv(database.url, csvOf('1,A,S1', '1,A,S2', '1,B,S3', '1,B,S4'));
    await searched(['S1', 'S2'], ['S3', 'S4']);
    await database.dataSource.query(
      `INSERT INTO duplicate_decisions (verdict, store_ids, decided_by)
        SELECT 'same', ARRAY['S1', 'S2', 'X' || n], 'me' FROM generate_series(1, 20001) n`,
    );
    expect(await openIds()).toEqual(['1: S3 S4']);
    await decisions.decide('different', ['S1', 'S2'], BY);
    await decisions.decide('same', ['S3', 'S4'], BY);
    expect(await openIds()).toEqual([]);
  });

  it('count by way of a store that has no pair itself', async () => {
    await importCsv(database.url, csvOf('1,A,S1', '1,A,S2', '1,B,S3'));
    await searched(['S1', 'S2']);
    await decisions.decide('same', ['S1', 'S3'], BY);
    expect(await openIds()).toEqual(['1: S1 S2 S3']);
    await decisions.decide('different', ['S2', 'S3'], BY);
    expect(await openIds()).toEqual([]);
  });

  it('are kept when they are taken back, with who did it', async () => {
    await importCsv(database.url, csvOf('1,A,S1', '1,A,S2'));
    const { id } = await decisions.decide('same', ['S2', 'S1'], BY);
    await decisions.undo(id, BY);
    await expect(decisions.undo(id, BY)).rejects.toThrow('There is no decision');
    const rows = await database.dataSource.query<object[]>(
      `SELECT store_ids, undone_by, undone_at IS NOT NULL AS undone FROM duplicate_decisions`,
    );
    expect(rows).toEqual([{ store_ids: ['S1', 'S2'], undone_by: BY.name, undone: true }]);
    expect((await duplicates.listDecided('same', {}, undefined, 50)).items).toEqual([]);
  });
});

describe('Areas that were searched', () => {
  it('are forgotten with what was found there, when they have no active stores any more', async () => {
    await importCsv(database.url, csvOf('1,A,S1', '1,A,S2', '2,A,S3', '2,A,S4'));
    await searched(['S1', 'S2'], ['S3', 'S4']);
    await importCsv(database.url, csvOf('9,A,S1', '9,A,S2'));
    await database.dataSource.query(
      `UPDATE stores SET active = false, updated_at = now() WHERE area_code = '2'`,
    );
    expect(await searched(['S1', 'S2'])).toEqual(['9']);
    expect(await openIds()).toEqual(['9: S1 S2']);
    expect(await duplicates.progress(undefined)).toMatchObject({ areas: 1, stores: 2 });
  });

  it('are searched again at once for a name, and an hour later for a category', async () => {
    await importCsv(database.url, csvOf('1,A,S1', '1,A,S2', '2,A,S3'));
    expect(await searched()).toEqual(['1', '2']);
    expect(await searched()).toEqual([]);
    await importCsv(database.url, csvOf('2,B,S3'));
    await database.dataSource.query(`UPDATE stores SET category = 'medical' WHERE id = 'S1'`);
    expect(await searched()).toEqual(['2']);
    await database.dataSource.query(`UPDATE duplicate_areas SET searched_at = now() - interval '61 minutes'`);
    expect(await searched()).toEqual(['1']);
    expect(await searched()).toEqual([]);
  });
});
