import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { get, type Answer } from '../support/api.js';
import { freePort, type Service } from '../support/service.js';
import { startStack, type Stack } from '../support/stack.js';
import { csvOf, customerStoreMaster } from '../support/store-master.js';

interface StoreBody {
  readonly store_id: string;
  readonly store_name: string;
  readonly area_code: string;
  readonly active: boolean;
  readonly changes: readonly { field: string; import_id: string }[];
}
interface StorePage {
  readonly stores: readonly StoreBody[];
  readonly next_cursor: string | null;
}

let stack: Stack;
let service: Service;

beforeAll(async () => {
  stack = await startStack();
  service = await stack.start();
});
afterAll(() => stack?.stop());

async function upload(
  body: string | Buffer | ReadableStream,
  query = '',
  headers: Record<string, string> = { 'Content-Type': 'text/csv' },
): Promise<Answer> {
  const response = await fetch(`${service.url}/api/stores/imports${query}`, {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  });
  const { status } = response;
  return { status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}
const list = async (query = '') => (await get<StorePage>(service.url, `/api/stores${query}`)).body;

describe('A new installation', () => {
  it('has the stores of its own seed, in many areas, from the first answer on', async () => {
    const { body } = await get(service.url, '/api/stores/imports');
    expect(body['imports']).toMatchObject([
      { file_name: 'store_master.csv', imported_by: 'start', rejected: 0 },
    ]);
    const { body: areas } = await get<{ areas: { stores: number }[] }>(service.url, '/api/areas');
    expect(areas.areas.length).toBeGreaterThanOrEqual(12);
    expect(areas.areas.reduce((sum, { stores }) => sum + stores, 0)).toBeGreaterThanOrEqual(1_000);
    expect((await list('?limit=1')).stores).toMatchObject([{ store_id: 'RP00001', active: true }]);
  });

  it('does not start without a list, and says which setting to mend', async () => {
    const empty = await startStack();
    const PORT = String(await freePort());
    const STORE_MASTER_CSV = join(tmpdir(), `${randomUUID()}.csv`);
    const start = empty.start({ PORT, STORE_MASTER_CSV });
    await expect(start).rejects.toThrow(/STORE_MASTER_CSV cannot be loaded\. There is no file/);
    await expect(start).rejects.not.toThrow(/ at .*\.js:\d+/);
    await empty.stop();
  });
});

describe('GET /api/stores', () => {
  it('searches, filters, and leads through all pages', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: StorePage = await list(`?q=kirana&active=true&limit=100&cursor=${cursor}`);
      expect(page.stores.every(({ store_name: name }) => /kirana/i.test(name))).toBe(true);
      ids.push(...page.stores.map(({ store_id: id }) => id));
      cursor = page.next_cursor;
    }
    expect(ids.length).toBeGreaterThan(100);
    expect(ids).toEqual([...new Set(ids)].sort());
    const { stores } = await list('?area_code=7100015&limit=500&anything=else');
    expect(new Set(stores.map(({ area_code: area }) => area))).toEqual(new Set(['7100015']));
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['active=maybe', 'active'],
    ['cursor=nonsense', 'cursor'],
    ['q=a&q=b', 'q'],
    ['area_code=%00', 'area_code'],
    [`q=${'x'.repeat(101)}`, 'q'],
  ])('names the value that does not fit: %s', async (query, name) => {
    const { status, body } = await get(service.url, `/api/stores?${query}`);
    expect(status).toBe(400);
    expect(body['error']).toContain(`"${name}"`);
  });

  it.each(['nobody', 'a%00b', '%F0%9F%98%80'])('does not find a store %s', async (id) => {
    const { status, body } = await get(service.url, `/api/stores/${id}`);
    expect([status, body['code']]).toEqual([404, 'STORE_NOT_FOUND']);
  });
});

describe('POST /api/stores/imports', () => {
  it("takes a customer's list, and finds everything unchanged the second time", async () => {
    const file = customerStoreMaster();
    const first = await upload(file, '?file_name=customer.csv&deactivate_missing=true');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      rows: 4_944,
      rejected: 0,
      file_name: 'customer.csv',
      imported_by: 'api',
    });
    const second = await upload(file);
    expect(second.body).toMatchObject({
      rows: 4_944,
      inserted: 0,
      updated: 0,
      unchanged: 4_944,
      deactivated: 0,
    });
    const { body } = await get(service.url, `/api/stores/imports/${String(first.body['id'])}`);
    expect(body).toEqual(first.body);
  });

  it('shows with a store what an import changed', async () => {
    const { body } = await upload(csvOf('7100999,MOVED STORE,RP00001'));
    const { body: store } = await get<StoreBody>(service.url, '/api/stores/RP00001');
    expect(store).toMatchObject({ store_name: 'MOVED STORE', area_code: '7100999' });
    expect(store.changes[0]?.import_id).toBe(body['id']);
    expect(
      store.changes
        .slice(0, 2)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['area_code', 'name']);
  });

  it('refuses a file with bad rows, naming each, unless they are allowed', async () => {
    const file = csvOf('1,A,E2E1', '1,B,', '1,C,E2E1');
    const refused = await upload(file);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'IMPORT_REJECTED',
      error: expect.stringContaining('line 3: StoreID is blank.') as string,
      rows: 3,
      rejected: 2,
      rejects: [{ line: 3 }, { line: 4 }],
    });
    expect((await get(service.url, '/api/stores/E2E1')).status).toBe(404);

    const dry = await upload(file, '?allow_rejects=true&dry_run=true');
    expect([dry.status, dry.body['inserted'], dry.body['id']]).toEqual([200, 1, null]);
    expect((await get(service.url, '/api/stores/E2E1')).status).toBe(404);

    const loaded = await upload(file, '?allow_rejects=true');
    expect([loaded.status, loaded.body['inserted'], loaded.body['rejected']]).toEqual([201, 1, 2]);
    expect((await get(service.url, '/api/stores/E2E1')).status).toBe(200);
  });

  it.each([
    ['{"stores": []}', 'it is JSON'],
    ['<!doctype html>', 'it is HTML'],
    ['', 'empty'],
    [`AreaCode,StoreName,StoreID\n${'x'.repeat(5_000_000)}`, 'longer than 65536 bytes'],
  ])('refuses what is no CSV at all (%#)', async (body, reason) => {
    const answer = await upload(body);
    expect(answer.status).toBe(422);
    expect(answer.body['error']).toContain(reason);
  });

  it.each([
    { 'Content-Type': 'application/json' },
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    { 'Content-Type': 'text/csv; charset=latin1' },
    { 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' },
  ])('answers 415 to %j', async (headers) => {
    const { status, body } = await upload('{}', '', headers as Record<string, string>);
    expect([status, body['code']]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(body['error']).toContain('text/csv');
  });

  it('names an option that does not fit', async () => {
    const { status, body } = await upload(csvOf('1,A,X'), '?dry_run=maybe');
    expect([status, body['error']]).toEqual([400, expect.stringContaining('"dry_run"')]);
  });

  it('forgets an upload whose sender goes away', async () => {
    const cut = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(csvOf('1,A,CUT1'))),
      pull: async (controller) => {
        await sleep(100);
        controller.error(new Error('gone'));
      },
    });
    await expect(upload(cut)).rejects.toThrow();
    await upload(csvOf('1,A,AFTER')); // waits for nothing that the first one left behind
    expect((await get(service.url, '/api/stores/CUT1')).status).toBe(404);
    expect((await get(service.url, '/health/live')).status).toBe(200);
  });

  it('answers 404 for an import that never was', async () => {
    const { status, body } = await get(service.url, '/api/stores/imports/999999');
    expect([status, body['code']]).toEqual([404, 'IMPORT_NOT_FOUND']);
  });
});
