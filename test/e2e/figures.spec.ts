import { get, submit, untilSettled, visit } from '../support/api.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface Counts {
  readonly measured: number;
  readonly failed: number;
  readonly codes: Record<string, number>;
}
interface Stats {
  readonly step: string;
  readonly totals: Counts;
  readonly rows: readonly (Counts & { at: string })[];
  readonly backlog_images: number;
  readonly active_jobs: number;
}

let stack: Stack;
let service: Service;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start({ IMAGES_IN_FLIGHT: '32' });
});
afterAll(() => stack?.stop());

const stats = async (query = '') => (await get<Stats>(service.url, `/api/stats${query}`)).body;

describe('GET /api/stats', () => {
  it('adds up to the counters of the jobs, by minute, hour and day', async () => {
    const sample = `${service.url}/samples/shelf-4.gif`;
    const good = Array.from({ length: 40 }, (_, n) => `${sample}?${n}`);
    const bad = [`${service.url}/none.jpg`, 'ftp://example.com/1.jpg'];
    const jobs = [
      await submit(service.url, [visit('RP00001', ...good)]),
      await submit(service.url, [visit('RP00002', ...good, ...bad)]),
    ];
    for (const jobId of jobs) await untilSettled(service.url, jobId);
    const totals = { measured: 80, failed: 2, codes: { HTTP_404: 1, URL_SCHEME_NOT_ALLOWED: 1 } };
    for (const step of ['minute', 'hour', 'day']) {
      const found = await stats(`?step=${step}`);
      expect(found).toMatchObject({ step, totals, backlog_images: 0, active_jobs: 0 });
      expect(found.rows.reduce((sum, { measured, failed }) => sum + measured + failed, 0)).toBe(82);
    }
    expect((await stats('?to=2020-01-02&from=2020-01-01')).totals).toEqual({
      measured: 0,
      failed: 0,
      codes: {},
    });
  });

  it('tells what is left to do', async () => {
    const jobId = await submit(service.url, [visit('RP00001', `${service.url}/samples/shelf-4.gif`)]);
    await untilSettled(service.url, jobId);
    await stack.database.dataSource.query(`UPDATE jobs SET settled_at = NULL, processed = 0 WHERE id = $1`, [
      jobId,
    ]);
    expect(await stats()).toMatchObject({ backlog_images: 1, active_jobs: 1 });
  });

  it.each(['from=yesterday', 'step=week', 'from=2020-01-01&step=minute', 'from=2020-01-02&to=2020-01-01'])(
    'answers 400 to %s, in a sentence',
    async (query) => {
      const { status, body } = await get(service.url, `/api/stats?${query}`);
      expect({ status, body }).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    },
  );
});

describe('GET /api/workers', () => {
  it('lists who measures, with what it has in its hands, until it stops', async () => {
    const worker = await stack.start({ ROLE: 'worker', IMAGES_IN_FLIGHT: '7' });
    const list = async () =>
      (await get<{ workers: { pid: number }[] }>(service.url, '/api/workers')).body.workers;
    const found = await list();
    expect(found).toHaveLength(2);
    expect(found.find(({ pid }) => pid === worker.process.pid)).toMatchObject({
      role: 'worker',
      images_in_flight: 7,
      leases: 0,
      images: 0,
      alive: true,
    });
    await worker.stop();
    expect(await list()).toMatchObject([{ pid: service.process.pid, role: 'all', images_in_flight: 32 }]);
  });
});
