import { setTimeout as sleep } from 'node:timers/promises';
import { get, type Answer } from '../support/api.js';
import type { Service } from '../support/service.js';
import { startStack, type Stack } from '../support/stack.js';
import { csvOf } from '../support/store-master.js';

interface StoreBody {
  readonly store_id: string;
  readonly category: string;
  readonly category_confidence: number;
  readonly category_reason: string;
  readonly category_source: string;
}
interface RuleSet {
  readonly id: string;
  readonly made_by: string;
  readonly copy_of: string | null;
  readonly rules: readonly { words: string; category: string | null; strength: string }[];
}
interface Counts {
  readonly categories: readonly { category: string; stores: number; by_hand: number }[];
  readonly pass: { state: string; checked: number; changed: number };
}

let stack: Stack;
let service: Service;

beforeAll(async () => {
  stack = await startStack();
  service = await stack.start();
});
afterAll(() => stack?.stop());

async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const isCsv = typeof body === 'string';
  const response = await fetch(`${service.url}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': isCsv ? 'text/csv' : 'application/json' },
      body: isCsv ? body : JSON.stringify(body),
    }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
const store = async (id: string) => (await get<StoreBody>(service.url, `/api/stores/${id}`)).body;
const counts = async (query = '') => (await get<Counts>(service.url, `/api/categories${query}`)).body;
const rules = async () => (await get<RuleSet>(service.url, '/api/categories/rules')).body;
const upload = (...lines: string[]) => send('POST', '/api/stores/imports', csvOf(...lines));
const countOf = ({ categories }: Counts, category: string) =>
  categories.find((one) => one.category === category)?.stores;

async function untilDone(): Promise<Counts['pass']> {
  for (;;) {
    const { body } = await get<Counts['pass']>(service.url, '/api/categories/pass');
    if (body.state === 'done') return body;
    await sleep(100);
  }
}
/** The rules in force with one more, put in force. */
async function addRule(words: string, category: string, strength = 'trade'): Promise<Answer> {
  const { id, rules: before } = await rules();
  return send('PUT', '/api/categories/rules', {
    rules: [...before, { words, category, strength }],
    comment: `${words} means ${category}`,
    based_on: id,
  });
}

describe('Categories of stores', () => {
  it('are there with the first stores, each with a confidence and a reason', async () => {
    expect(await store('RP00001')).toMatchObject({
      category: 'grocery',
      category_confidence: 0.97,
      category_reason: '"KIRANA" is a word of grocery shops.',
      category_source: 'rule',
    });
    const all = await counts();
    expect(all.categories).toHaveLength(13);
    expect(countOf(all, 'pan-shop')).toBeGreaterThan(50);
    const area = await counts('?area_code=7100015');
    expect(countOf(area, 'pan-shop')).toBeLessThan(countOf(all, 'pan-shop') ?? 0);
  });

  it('come with an import, for new and for renamed stores', async () => {
    await upload('1,NEW PANSHOP,CAT1', '1,PLAIN NAME,CAT2');
    expect(await store('CAT1')).toMatchObject({ category: 'pan-shop' });
    expect(await store('CAT2')).toMatchObject({ category: 'unknown', category_source: 'none' });
    await upload('1,PLAIN MEDICAL HALL,CAT2');
    expect(await store('CAT2')).toMatchObject({ category: 'medical' });
  });

  it('filter the list of stores, also together with a search', async () => {
    const list = async (query: string) =>
      (await get<{ stores: StoreBody[] }>(service.url, `/api/stores?${query}`)).body.stores;
    const medical = await list('category=medical&limit=200');
    expect(medical.length).toBeGreaterThan(20);
    expect(new Set(medical.map(({ category }) => category))).toEqual(new Set(['medical']));
    const found = await list('category=medical&q=general');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ category }) => category))).toEqual(new Set(['medical']));
    expect(await list('q=ab&category=salon&category_source=hand')).toEqual([]);
    expect(await get(service.url, '/api/stores?category=shoes')).toMatchObject({ status: 400 });
  });
});

describe('A category set by hand', () => {
  it('outlives a re-seeding and other rules, until it is taken back', async () => {
    await upload('1,RAMU PAN GHAR,HAND1');
    const set = await send('PUT', '/api/stores/HAND1/category', { category: 'salon' });
    expect(set).toMatchObject({ status: 200, body: { category: 'salon', category_source: 'hand' } });
    expect(set.body['category_reason']).toMatch(/^Set by hand by open on \d{4}-\d\d-\d\d\.$/);
    await upload('1,RAMU HOTEL,HAND1');
    await addRule('RAMU', 'clothing');
    await untilDone();
    expect(await store('HAND1')).toMatchObject({ category: 'salon' });
    const back = await send('DELETE', '/api/stores/HAND1/category');
    expect(back).toMatchObject({ status: 200, body: { category: 'clothing', category_source: 'rule' } });
    expect(await send('DELETE', '/api/stores/HAND1/category')).toMatchObject({ status: 200 });
    const { body } = await get<{ entries: { action: string }[] }>(service.url, '/api/audit?subject=HAND1');
    expect(body.entries.map(({ action }) => action)).toEqual(['store.uncategorised', 'store.categorised']);
  });

  it('teaches: other stores follow when enough corrections agree, and say so', async () => {
    const ids = [1, 2, 3, 4, 5].map((n) => `TEACH${n}`);
    await upload(...ids.map((id, i) => `1,${'ABCDE'[i]}NU QUIXOTRY,${id}`));
    for (const id of ids.slice(0, 4))
      await send('PUT', `/api/stores/${id}/category`, { category: 'hardware' });
    await sleep(100);
    await untilDone();
    expect(await store('TEACH5')).toMatchObject({
      category: 'hardware',
      category_source: 'learned',
      category_reason: 'Learned from corrections by hand: 4 of 4 stores with "QUIXOTRY" are hardware shops.',
    });
  });

  it.each([
    ['PUT', 'NOBODY', { category: 'salon' }, 404],
    ['DELETE', 'NOBODY', undefined, 404],
    ['PUT', 'RP00001', { category: 'shoes' }, 400],
    ['PUT', 'RP00001', {}, 400],
    ['PUT', '%00', { category: 'salon' }, 404],
  ])('%s of the store %s with %j answers %s', async (method, id, body, status) => {
    const answer = await send(method, `/api/stores/${id}/category`, body);
    expect(answer.status).toBe(status);
    expect(typeof answer.body['code']).toBe('string');
  });
});

describe('The rules', () => {
  it('tell what a change would do before it is made, and change nothing by it', async () => {
    await upload('1,ZELDAVAN ONE,ZEL1', '1,ZELDAVAN TWO,ZEL2');
    const { id, rules: before } = await rules();
    const preview = await send('POST', '/api/categories/rules/preview', {
      rules: [...before, { words: 'ZELDAVAN', category: 'other', strength: 'trade' }],
    });
    expect(preview).toMatchObject({ status: 200, body: { changed: 2 } });
    expect(preview.body['moves']).toMatchObject([
      { from: 'unknown', to: 'other', stores: 2, examples: [{ store_id: 'ZEL1' }, { store_id: 'ZEL2' }] },
    ]);
    expect(preview.body['checked']).toBe(preview.body['stores']);
    expect((await rules()).id).toBe(id);
    expect(await store('ZEL1')).toMatchObject({ category: 'unknown' });
  });

  it('are changed as a whole, re-categorise in the background, and any version can be made current again', async () => {
    const { id: old } = await rules();
    expect(await addRule('ZELDAVAN', 'other')).toMatchObject({ status: 200, body: { made_by: 'open' } });
    await untilDone();
    expect(await store('ZEL1')).toMatchObject({ category: 'other' });
    const restored = await send('POST', `/api/categories/rules/versions/${old}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { copy_of: old } });
    await untilDone();
    expect(await store('ZEL1')).toMatchObject({ category: 'unknown' });
    const { body } = await get<{ versions: RuleSet[] }>(service.url, '/api/categories/rules/versions');
    expect(body.versions[0]).toMatchObject({ copy_of: old, comment: `Version ${old} again.` });
    expect(body.versions.at(-1)).toMatchObject({ made_by: 'start' });
  });

  it('are a file that can be downloaded, edited and sent back', async () => {
    const file = await (await fetch(`${service.url}/api/categories/rules.csv`)).text();
    const csv = `${file}ZELDAVAN,other,trade,\n`;
    const answer = await send('PUT', '/api/categories/rules', { csv });
    expect(answer.status).toBe(200);
    expect((await rules()).rules.at(-1)).toMatchObject({ words: 'ZELDAVAN', category: 'other' });
  });

  it('are refused with the lines that cannot be, and with a version that is no longer in force', async () => {
    const bad = await send('PUT', '/api/categories/rules', {
      csv: 'words,category,strength,confidence\nPAN,pan-shop,trade,\nTEA,tea,trade,\n,grocery,trade,\n',
    });
    expect(bad).toMatchObject({
      status: 422,
      body: {
        code: 'RULES_REFUSED',
        problems: [{ line: 3 }, { line: 4, reason: 'There is no word in "words".' }],
      },
    });
    const rule = { words: 'PAN', category: 'pan-shop', strength: 'trade' };
    const late = await send('PUT', '/api/categories/rules', { rules: [rule], based_on: '1' });
    expect(late).toMatchObject({ status: 409, body: { code: 'RULES_MOVED_ON' } });
  });

  it.each([
    [{}, 400],
    [{ rules: [], csv: '' }, 400],
    [{ rules: 'PAN' }, 400],
    [{ rules: [null] }, 422],
    [{ rules: [{ words: { a: 1 }, strength: 'trade' }] }, 422],
    [{ rules: [] }, 422],
    [{ csv: 'words\0' }, 400],
    [{ rules: [{ words: 'A\0', strength: 'trade', category: 'strange' }] }, 422],
    [{ csv: '', based_on: 3 }, 400],
    [{ csv: '', more: true }, 400],
    [{ csv: '', comment: 'x'.repeat(201) }, 400],
  ])('answer a clear error to %j', async (body, status) => {
    for (const [method, path] of [
      ['PUT', '/api/categories/rules'],
      ['POST', '/api/categories/rules/preview'],
    ] as const) {
      const answer = await send(method, path, body);
      expect(answer).toMatchObject({ status, body: { error: expect.any(String) as string } });
    }
  });

  it('have no version that nobody made', async () => {
    for (const id of ['999', 'x', '9'.repeat(30)]) {
      expect(await get(service.url, `/api/categories/rules/versions/${id}`)).toMatchObject({ status: 404 });
    }
  });
});

describe('A process that is killed while it categorises', () => {
  it('leaves work that the next one goes on with, and submits do not wait for it', async () => {
    await stack.database.dataSource.query(
      `INSERT INTO stores (id, name, area_code) SELECT 'KILL' || n, 'NAME ' || n || ' MORVENSHOP', '9' FROM generate_series(1, 8000) n`,
    );
    await addRule('MORVENSHOP', 'salon');
    for (;;) {
      const { body } = await get<Counts['pass']>(service.url, '/api/categories/pass');
      if (body.state === 'running' && body.checked > 0) break;
      await sleep(20);
    }
    await service.stop('SIGKILL');
    service = await stack.start();
    const submitted = await send('POST', '/api/submit', {
      count: 1,
      visits: [
        { store_id: 'RP00001', image_url: ['http://127.0.0.1:1/x'], visit_time: '2026-03-01T09:30:00Z' },
      ],
    });
    expect(submitted.status).toBe(201);
    await untilDone();
    expect(countOf(await counts('?area_code=9'), 'salon')).toBe(8_000);
  });
});
