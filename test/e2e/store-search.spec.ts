import { get, post } from '../support/api.js';
import { startStack, type Stack } from '../support/stack.js';
import type { Service } from '../support/service.js';
import { csvOf, importCsv } from '../support/store-master.js';

interface Hit {
  readonly store_id: string;
  readonly store_name: string;
  readonly area_code: string;
  readonly category: string;
  readonly score: number;
  readonly reason: string;
}

let stack: Stack;
let service: Service;
beforeAll(async () => {
  stack = await startStack();
  await importCsv(stack.database.url, csvOf(...MASTER));
  service = await stack.start({ ROLE: 'api' });
});
afterAll(() => stack.stop());

const MASTER = [
  '1,MAA LAXMI BHANDAR,S1',
  '1,MA LAKSHMI BHANDER,S2',
  '1,"BHAT  PROV. STORE,-32",S3',
  '1,AJAY PAN GHAR,S4',
  '1,LADIES CORNER,S5',
  '2,BHOLE NATH STORE,S6',
  '2,KHAJA GARIB NAWAZ HOTEL,S7',
  '2,MOHD RAFIQ & SONS,S8',
  '2,CAFÃ‰ DE JHELUM,S9',
  '2,शिव किराना स्टोर,S10',
  '2,AJAY MEDICAL,S11',
  '2,RAMAKRISHNA STORE,S12',
];

const search = async (query: Record<string, string>) =>
  get<{ stores: Hit[]; code: string; error: string }>(
    service.url,
    `/api/stores/search?${new URLSearchParams(query).toString()}`,
  );
const firstOf = async (q: string) => (await search({ q })).body.stores[0]?.store_id;

describe('Searching stores', () => {
  it.each([
    ['maa laxmi bhandaar', 'S1'],
    ['ma lakshmee bhander', 'S2'],
    ['bhat provision store 32', 'S3'],
    ['PAN GHAR AJAY', 'S4'],
    ['PAN CORNER', 'S4'],
    ['Bholenath Store', 'S6'],
    ['K G N Hotel', 'S7'],
    ['mohammad rafique', 'S8'],
    ['cafe de jhelum', 'S9'],
    ['shiv kirana', 'S10'],
    ['ajay medcial', 'S11'],
    ['ram krishna store', 'S12'],
    ['ramakr', 'S12'],
    [' s7 ', 'S7'],
  ])('for %j finds %s first', async (q, id) => {
    expect(await firstOf(q)).toBe(id);
  });

  it('tells of each hit how well it fits, and why; the best come first', async () => {
    const { body } = await search({ q: 'lakshmi bhandar' });
    expect(body.stores.slice(0, 2)).toEqual([
      {
        store_id: 'S2',
        store_name: 'MA LAKSHMI BHANDER',
        area_code: '1',
        active: true,
        category: expect.any(String) as string,
        score: expect.any(Number) as number,
        reason: '"LAKSHMI" is the same; "BHANDAR" sounds like "BHANDER".',
      },
      expect.objectContaining({ store_id: 'S1' }),
    ]);
    const scores = body.stores.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect((await search({ q: 'lakshmi bhandar' })).body).toEqual(body);
  });

  it('keeps to a group, and refuses one that is not there', async () => {
    const group = { name: 'Medical', rule: { all: [{ area: ['2'] }, { name: 'ajay' }] } };
    const { id } = (await post<{ id: string }>(service.url, '/api/groups', group)).body;
    const inGroup = await search({ q: 'ajay', group: id });
    expect(inGroup.body.stores.map(({ store_id }) => store_id)).toEqual(['S11']);
    const similar = await get(service.url, `/api/stores/S1/similar?group=${id}`);
    expect(similar.body).toEqual({ stores: [], is_complete: true });
    for (const path of ['/api/stores/search?q=ajay&group=999', '/api/stores/S1/similar?group=999']) {
      expect(await get(service.url, path)).toMatchObject({ status: 400, body: { code: 'GROUP_NOT_FOUND' } });
    }
  });

  it('keeps to an area, a category and a number of hits', async () => {
    const inArea = await search({ q: 'ajay', area_code: '2' });
    expect(inArea.body.stores.map(({ store_id }) => store_id)).toEqual(['S11']);
    expect((await search({ q: 'ajay', category: 'salon' })).body.stores).toEqual([]);
    expect((await search({ q: 'store', limit: '1' })).body.stores).toHaveLength(1);
  });

  it.each([
    [{}, '"q" must be a name'],
    [{ q: '   ' }, '"q" must be a name'],
    [{ q: 'a'.repeat(201) }, 'at most 200 characters'],
    [{ q: 'a', limit: '0' }, '"limit" must be'],
    [{ q: 'a', limit: '51' }, '"limit" must be'],
    [{ q: 'a', category: 'zoo' }, '"category" must be'],
    [{ q: 'a\0' }, 'NUL'],
  ])('refuses %j with a sentence', async (query, sentence) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.code).toBe('INVALID_INPUT');
    expect(body.error).toContain(sentence);
  });

  it.each([
    '?!.,',
    '🙂',
    'ক খ গ',
    'தமிழ்',
    "'; DROP TABLE stores; --",
    '%',
    '\\',
    '{}',
    '((((',
    '1',
    '@1',
    '*',
    '^kgn',
  ])('answers %j', async (q) => {
    const { status, body } = await search({ q });
    expect(status).toBe(200);
    expect(Array.isArray(body.stores)).toBe(true);
  });

  it('answers a text of 10,000 characters with a clear refusal', async () => {
    expect((await search({ q: 'a'.repeat(10_000) })).status).toBe(414);
  });
});

describe('Similar stores', () => {
  it('are other stores with much the same name', async () => {
    const { body } = await get<{ stores: Hit[] }>(service.url, '/api/stores/S1/similar');
    expect(body.stores.map(({ store_id }) => store_id)).toEqual(['S2']);
    expect(body.stores[0]?.reason).toContain('"LAXMI" sounds like "LAKSHMI"');
  });

  it('are not known of a store that is not there', async () => {
    const { status, body } = await get(service.url, '/api/stores/nobody/similar');
    expect([status, body['code']]).toEqual([404, 'STORE_NOT_FOUND']);
  });

  it('leave the pages of stores as they were', async () => {
    expect((await get(service.url, '/api/stores/S1')).body).toMatchObject({ store_id: 'S1' });
    expect((await get(service.url, '/api/stores?q=laxmi')).body).toMatchObject({
      stores: [{ store_id: 'S1' }],
    });
  });
});

describe('A service that finds stores without keys', () => {
  it('makes them by itself, soon after its start', async () => {
    await stack.database.dataSource.query('DELETE FROM store_names');
    const other = await stack.start({ ROLE: 'api' });
    const deadline = Date.now() + 20_000;
    const find = async () =>
      (await get<{ stores: Hit[] }>(other.url, '/api/stores/search?q=bholenath')).body.stores.length;
    while ((await find()) === 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 200));
    expect(await find()).toBe(1);
  });
});
