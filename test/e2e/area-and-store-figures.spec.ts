import { get, submit, untilSettled, visit } from '../support/api.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface Counts {
  readonly visits: number;
  readonly images: number;
  readonly measured: number;
  readonly failed: number;
  readonly success_percent: number | null;
  readonly codes: Record<string, number>;
  readonly last_visit_at: string | null;
}
type AreaFigures = Counts & { readonly area_code: string };
interface Visits {
  readonly visits: readonly {
    job_id: string;
    visit_time: string;
    images: unknown[];
    counts: Record<string, number>;
  }[];
  readonly next_cursor: string | null;
}

let stack: Stack;
let service: Service;
let jobId: string;

const at = (day: number, storeId: string, ...urls: string[]) => ({
  ...visit(storeId, ...urls),
  visit_time: `2026-03-0${day}T09:30:00Z`,
});

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 3);
  await stack.database.dataSource.query(`UPDATE stores SET area_code = 'B' WHERE id = 'RP00002'`);
  service = await stack.start({ SUBMIT_MAX_BYTES: '123456', IMAGE_VERIFY: 'header' });
  const good = `${service.url}/samples/shelf-4.gif`;
  const bad = `${service.url}/none.jpg`;
  jobId = await submit(service.url, [
    at(1, 'RP00001', good),
    at(2, 'RP00001', good, good, 'ftp://example.com/1.jpg'),
    at(2, 'RP00001', good),
    at(3, 'RP00002', good, bad, bad),
  ]);
  await untilSettled(service.url, jobId);
});
afterAll(() => stack?.stop());

describe('GET /api/areas/figures', () => {
  it('tells of each area what was visited in the last day, those with most failures first', async () => {
    const { body } = await get<{ from: string; before: string; areas: AreaFigures[] }>(
      service.url,
      '/api/areas/figures',
    );
    expect(Date.parse(body.before) - Date.parse(body.from)).toBe(86_400_000);
    expect(body.areas).toMatchObject([
      {
        area_code: 'B',
        stores: 1,
        stores_visited: 1,
        visits: 1,
        images: 3,
        measured: 1,
        failed: 2,
        success_percent: 33.3,
        codes: { HTTP_404: 2 },
        last_visit_at: '2026-03-03T09:30:00.000Z',
      },
      { area_code: '7100015', stores: 2, stores_visited: 1, visits: 3, images: 5, measured: 4, failed: 1 },
    ]);
  });

  it('counts nothing that was submitted at another time', async () => {
    const { body } = await get<{ areas: AreaFigures[] }>(
      service.url,
      '/api/areas/figures?from=2020-01-01&to=2020-03-01',
    );
    expect(body.areas).toHaveLength(2);
    expect(body.areas).toMatchObject([
      { visits: 0, success_percent: null, codes: {}, last_visit_at: null },
      {},
    ]);
  });

  it.each(['from=2020-01-01&to=2020-06-01', 'from=yesterday', 'from=2020-01-02&to=2020-01-01'])(
    'answers 400 to %s, in a sentence',
    async (query) => {
      const { status, body } = await get(service.url, `/api/areas/figures?${query}`);
      expect({ status, body }).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    },
  );
});

describe('GET /api/stores/:store_id/figures', () => {
  it('sums up the visits of a store by day, with its latest failures', async () => {
    const { body } = await get(service.url, '/api/stores/RP00001/figures?from=2026-03-01&to=2026-03-31');
    expect(body).toMatchObject({
      store_id: 'RP00001',
      from: '2026-03-01T00:00:00.000Z',
      before: '2026-04-01T00:00:00.000Z',
      visits: 3,
      images: 5,
      measured: 4,
      failed: 1,
      cancelled: 0,
      pending: 0,
      success_percent: 80,
      days: [
        { day: '2026-03-01', visits: 1, measured: 1, failed: 0 },
        { day: '2026-03-02', visits: 2, measured: 3, failed: 1 },
      ],
      codes: { URL_SCHEME_NOT_ALLOWED: 1 },
      latest_failures: [{ job_id: jobId, idx: 3, image_url: 'ftp://example.com/1.jpg' }],
    });
  });

  it.each([
    ['nobody/figures', 404, 'STORE_NOT_FOUND'],
    ['a%00b/figures', 404, 'STORE_NOT_FOUND'],
    ['RP00001/figures?from=2020-01-01&to=2021-06-01', 400, 'INVALID_INPUT'],
  ])('answers %s with %i %s', async (path, status, code) => {
    const answer = await get(service.url, `/api/stores/${path}`);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });
});

describe('GET /api/stores/:store_id/visits', () => {
  it('leads through all visits, newest first, each once, with what became of its images', async () => {
    const seen: Visits['visits'][number][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Visits = (
        await get<Visits>(service.url, `/api/stores/RP00001/visits?limit=1&cursor=${cursor}`)
      ).body;
      seen.push(...page.visits);
      cursor = page.next_cursor;
    }
    const none = { cancelled: 0, pending: 0, removed: 0 };
    expect(seen.map(({ visit_time: time, counts }) => [time.slice(8, 10), counts])).toEqual([
      ['02', { images: 1, measured: 1, failed: 0, ...none }],
      ['02', { images: 3, measured: 2, failed: 1, ...none }],
      ['01', { images: 1, measured: 1, failed: 0, ...none }],
    ]);
    expect(seen[1]?.images).toMatchObject([
      { state: 'measured' },
      { state: 'measured' },
      { state: 'failed' },
    ]);
  });

  it('takes a time, and refuses what is no cursor of its own', async () => {
    const path = '/api/stores/RP00001/visits';
    expect(
      (await get<Visits>(service.url, `${path}?from=2026-03-01&to=2026-03-01`)).body.visits,
    ).toHaveLength(1);
    expect(await get(service.url, `${path}?cursor=WyJSUDAwMDUwIl0`)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_CURSOR' },
    });
    expect((await get(service.url, '/api/stores/nobody/visits')).status).toBe(404);
  });
});

describe('GET /api/limits', () => {
  it('tells what is in force, and no secret', async () => {
    const { body } = await get<{ limits: { name: string; value: number | string; unit: string | null }[] }>(
      service.url,
      '/api/limits',
    );
    const limit = (wanted: string) => body.limits.find(({ name }) => name === wanted);
    expect(limit('SUBMIT_MAX_BYTES')).toMatchObject({ value: 123_456, unit: 'bytes' });
    expect(limit('IMAGE_VERIFY')).toMatchObject({ value: 'header', unit: null });
    expect(limit('AUTH')).toMatchObject({ value: 'open' });
    expect(JSON.stringify(body)).not.toMatch(/postgres:|redis:|password/i);
  });
});
