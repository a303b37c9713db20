import { SearchRepository } from '../../../src/stores/search/search.repository.js';
import { SearchService } from '../../../src/stores/search/search.service.js';
import type { SearchFilter } from '../../../src/stores/search/search.sql.js';
import { StoresRepository } from '../../../src/stores/stores.repository.js';
import { StoresService } from '../../../src/stores/stores.service.js';
import { storeNames } from '../../../src/stores/names/store-names.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importCsv } from '../../support/store-master.js';

/** More than are read through for a common word. */
const IN_FRONT = 10_001;
/** Enough for their words to be common ones in their area. */
const BEHIND = 300;
const RARE_WORDS = ['KADOMA', 'TUVILI', 'NERASO', 'POLUTA'];

let database: TestDatabase;
let search: SearchService;
let candidates: SearchRepository;
beforeAll(async () => {
  database = await createTestDatabase();
  const many = (count: number, row: (n: string) => string) =>
    Array.from({ length: count }, (_, n) => row(String(n).padStart(5, '0')));
  await importCsv(
    database.url,
    csvOf(
      ...many(IN_FRONT, (n) => `1,LAXMI NEW STORE,A${n}`),
      ...many(BEHIND, (n) => `2,GANESH STORE,B${n}`),
      ...RARE_WORDS.flatMap((word) => many(200, (n) => `3,${word} HOTEL,C${word}${n}`)),
      `3,${RARE_WORDS.join(' ')},D1`,
      '3,LAXMI STORE,E1',
      '3,LAXMI STORES,E0',
    ),
  );
  await database.dataSource.query(`UPDATE stores SET category = 'salon' WHERE area_code = '2'`);
  candidates = new SearchRepository(database.dataSource);
  search = new SearchService(candidates, new StoresService(new StoresRepository(database.dataSource)));
});
afterAll(() => database.drop());

describe('A common word', () => {
  const group = {
    key: '1',
    ofStore: (store: string) => `${store}.area_code = '2'`,
    ofStoreId: () => 'false',
  };
  it.each<[string, SearchFilter]>([
    ['an area', { areaCode: '2' }],
    ['a category', { category: 'salon' }],
    ['a group', { group }],
    ['all of them', { areaCode: '2', category: 'salon', group }],
  ])('is found in %s behind many other stores', async (_, filter) => {
    const { hits } = await search.search('store', filter, 50);
    expect(hits).toHaveLength(50);
    expect(new Set(hits.map(({ areaCode }) => areaCode))).toEqual(new Set(['2']));
  });

  it('is found where only stores behind those that are read through have it', async () => {
    const { hits } = await search.search('ganesh', {}, 50);
    expect(hits).toHaveLength(50);
  });
});

describe('A whole name', () => {
  it('comes first, and as it is written, however many stores share its words', async () => {
    expect((await search.search('laxmi store', {}, 10)).hits[0]?.id).toBe('E1');
    expect((await search.search('Stores Laxmi', {}, 10)).hits[0]?.id).toBe('E0');
  });
});

describe('A question of many rare words', () => {
  it('compares some hundred stores, and has those that most of its words bring', async () => {
    const text = RARE_WORDS.toReversed().join(' ');
    const words = storeNames().reader.words(text);
    const found = await candidates.findCandidates({ text, words, ids: [], isTyping: false, filter: {} });
    expect(found.candidates.length).toBeGreaterThan(400);
    expect(found.candidates.length).toBeLessThanOrEqual(550);
    expect((await search.search(`${text} STORE`, {}, 10)).hits[0]?.id).toBe('D1');
  });
});
