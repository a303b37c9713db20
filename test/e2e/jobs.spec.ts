import { get, submit, untilSettled, visit } from '../support/api.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface JobBody {
  readonly job_id: string;
  readonly status: string;
  readonly events: readonly { kind: string; detail: unknown }[];
}
interface JobPage {
  readonly jobs: readonly JobBody[];
  readonly next_cursor: string | null;
}

let stack: Stack;
let service: Service;
let sample: string;
let north: string;
let south: string;
let broken: string;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 20, '7100015');
  await stack.database.dataSource.query(`UPDATE stores SET area_code = '7100020' WHERE id >= 'RP00011'`);
  service = await stack.start();
  sample = `${service.url}/samples/shelf-4.gif`;
  north = await submit(service.url, [visit('RP00001', sample, `${sample}?2`)], {
    reference: 'r1',
    labels: { team: 'north' },
  });
  south = await submit(service.url, [visit('RP00011', sample), visit('RP00012', sample)], {
    labels: { team: 'south' },
  });
  broken = await submit(service.url, [visit('RP00002', `${service.url}/none.jpg`, sample)]);
  await Promise.all([north, south, broken].map((id) => untilSettled(service.url, id)));
});
afterAll(() => stack?.stop());

const list = async (query: string) => (await get<JobPage>(service.url, `/api/jobs${query}`)).body;
const idsOf = ({ jobs }: JobPage) => jobs.map(({ job_id: id }) => id);

describe('GET /api/jobs', () => {
  it('lists jobs, newest first, page by page', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: JobPage = await list(`?limit=2&cursor=${cursor}`);
      seen.push(...idsOf(page));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual([broken, south, north]);
  });

  it.each([
    ['status=failed', () => [broken]],
    ['status=completed', () => [south, north]],
    ['status=ongoing', () => []],
    ['store_id=RP00012', () => [south]],
    ['area_code=7100015', () => [broken, north]],
    ['code=HTTP_404', () => [broken]],
    ['code=HTTP_404&area_code=7100015&status=failed', () => [broken]],
    ['code=HTTP_404&reference=r1', () => []],
    ['code=HTTP_500', () => []],
    ['reference=r1', () => [north]],
    ['label=team:south', () => [south]],
    ['from=2000-01-01&to=2000-12-31', () => []],
    ['from=2020-01-01', () => [broken, south, north]],
    ['from=2020-01-01&to=9999-12-31', () => [broken, south, north]],
  ])('finds by %s', async (query, expected) => {
    expect(idsOf(await list(`?${query}`))).toEqual(expected());
  });

  it.each([
    'status=done',
    'limit=0',
    'limit=x',
    'cursor=x',
    'from=yesterday',
    'label=team',
    'status=failed&status=ongoing',
  ])('answers 400 to %s and names it', async (query) => {
    const { status, body } = await get(service.url, `/api/jobs?${query}`);
    expect(status).toBe(400);
    expect(body['error']).toContain(query.split('=')[0]);
  });
});

describe('GET /api/jobs/:id', () => {
  it('tells what happened to a job', async () => {
    const { body } = await get<JobBody>(service.url, `/api/jobs/${broken}`);
    expect(body).toMatchObject({ job_id: broken, status: 'failed', visit_count: 1 });
    expect(body.events.map(({ kind }) => kind)).toEqual(['submitted', 'started', 'settled']);
    expect(body.events[2]?.detail).toEqual({ processed: 1, failed: 1, cancelled: 0, run: 0 });
  });
});

describe('GET /api/jobs/:id/images', () => {
  const images = async (query: string) => {
    const { body } = await get<{ images: { idx: number }[]; next_cursor: string | null }>(
      service.url,
      `/api/jobs/${broken}/images${query}`,
    );
    return body;
  };

  it('finds images by state, code and store', async () => {
    const found = async (query: string) => (await images(`?${query}`)).images.map(({ idx }) => idx);
    expect(await found('state=failed')).toEqual([0]);
    expect(await found('state=measured')).toEqual([1]);
    expect(await found('state=pending')).toEqual([]);
    expect(await found('code=HTTP_404')).toEqual([0]);
    expect(await found('store_id=RP00002')).toEqual([0, 1]);
    expect(await found('store_id=RP00001')).toEqual([]);
  });

  it('goes page by page', async () => {
    const first = await images('?limit=1');
    const second = await images(`?limit=1&cursor=${first.next_cursor}`);
    expect([first, second].map((page) => page.images.map(({ idx }) => idx))).toEqual([[0], [1]]);
    expect(second.next_cursor).toBeNull();
    const far = Buffer.from('["99999999999"]').toString('base64url');
    expect((await images(`?cursor=${far}`)).images).toEqual([]);
  });

  it('begins at any place in the job, and goes on by cursor from there', async () => {
    const first = await images('?from_idx=0&limit=1');
    expect(first.images).toMatchObject([{ idx: 0 }]);
    expect((await images(`?cursor=${first.next_cursor}`)).images).toMatchObject([{ idx: 1 }]);
    expect((await images('?from_idx=1')).images).toMatchObject([{ idx: 1 }]);
    expect((await images('?from_idx=1&state=failed')).images).toEqual([]);
    expect((await images('?from_idx=999999999999')).images).toEqual([]);
    for (const query of ['from_idx=-1', 'from_idx=x', `from_idx=0&cursor=${first.next_cursor}`]) {
      const { status, body } = await get(service.url, `/api/jobs/${broken}/images?${query}`);
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { code: 'INVALID_INPUT', error: expect.stringContaining('"from_idx"') },
      });
    }
  });
});

describe('GET /api/visits', () => {
  interface VisitPage {
    readonly stores: readonly {
      store_id: string;
      area_code: string;
      visits: readonly { area_code: string; images: unknown[] }[];
    }[];
    readonly next_cursor: string | null;
  }
  const visits = async (query: string) => (await get<VisitPage>(service.url, `/api/visits${query}`)).body;

  it('lists visits by store, with their perimeters', async () => {
    const { stores } = await visits('?storeid=RP00001');
    expect(stores).toMatchObject([
      {
        store_id: 'RP00001',
        store_name: 'STORE 1',
        area_code: '7100015',
        visit_count: 1,
        visits: [
          {
            job_id: north,
            visit_time: '2026-03-01T09:30:00.000Z',
            images: [{ perimeter: 2_240 }, { perimeter: 2_240 }],
          },
        ],
      },
    ]);
  });

  it.each([
    ['area=7100020', ['RP00011', 'RP00012']],
    ['startdate=2026-03-01&enddate=2026-03-01&limit=500', ['RP00001', 'RP00002', 'RP00011', 'RP00012']],
    ['startdate=2026-03-02', []],
    ['enddate=2026-02-28', []],
  ])('finds by %s', async (query, expected) => {
    expect((await visits(`?${query}`)).stores.map(({ store_id: id }) => id)).toEqual(expected);
  });

  it('goes page by page', async () => {
    const first = await visits('?limit=3');
    const second = await visits(`?limit=3&cursor=${first.next_cursor}`);
    expect([...first.stores, ...second.stores]).toHaveLength(4);
  });

  it('counts a visit to the area the store was in at the time', async () => {
    const csv = 'StoreID,StoreName,AreaCode\nRP00001,STORE 1,7100099\n';
    const headers = { 'Content-Type': 'text/csv' };
    const moved = await fetch(`${service.url}/api/stores/imports`, { method: 'POST', headers, body: csv });
    expect(moved.ok).toBe(true);
    const { stores } = await visits('?area=7100015&storeid=RP00001');
    expect(stores[0]).toMatchObject({ area_code: '7100099', visits: [{ area_code: '7100015' }] });
    expect((await visits('?area=7100099')).stores).toEqual([]);
  });

  it('answers 400 to an unknown store and a bad date', async () => {
    expect((await get(service.url, '/api/visits?storeid=NOWHERE')).body).toMatchObject({
      code: 'UNKNOWN_STORE',
    });
    expect((await get(service.url, '/api/visits?startdate=2026-02-30')).status).toBe(400);
  });
});
