import { setTimeout as sleep } from 'node:timers/promises';
import { get, post, submit, untilSettled, visit } from '../support/api.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { photo } from '../support/pictures.js';
import { failedStart, freePort, type Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let host: ImageServer;

beforeAll(async () => {
  host = await serveImages({ '/a.jpg': await photo(64, 48).jpeg().toBuffer() });
});
beforeEach(async () => {
  stack = await startStack();
  await addStores(stack.database);
});
afterEach(() => stack?.stop());
afterAll(() => host?.stop());

const urls = (count: number) => Array.from({ length: count }, (_, n) => `${host.url}/a.jpg?${n}`);

/** Submits a job of so many images, all good. */
const submitGood = (api: Service, images: number) => submit(api.url, [visit('RP00001', ...urls(images))]);

/** Results per image of a job; every number must be one. */
async function resultsPerImage(jobId: string): Promise<number[]> {
  const rows = await stack.database.dataSource.query<{ results: number }[]>(
    `SELECT count(r.job_id)::int AS results FROM images i LEFT JOIN image_results r USING (job_id, idx)
     WHERE i.job_id = $1 GROUP BY i.idx`,
    [jobId],
  );
  return rows.map(({ results }) => results);
}

async function untilStarted(api: Service, jobId: string, images = 1): Promise<void> {
  for (;;) {
    const { body } = await get<{ progress: { processed: number } }>(api.url, `/api/status?jobid=${jobId}`);
    if (body.progress.processed >= images) return;
    await sleep(20);
  }
}

describe('One API and two workers', () => {
  it('share a job, and each does part of it', async () => {
    const api = await stack.start({ ROLE: 'api' });
    const workers = await Promise.all(
      [1, 2].map(() => stack.start({ ROLE: 'worker', IMAGES_IN_FLIGHT: '32' })),
    );
    const jobId = await submitGood(api, 600);
    expect(await untilSettled(api.url, jobId)).toMatchObject({
      status: 'completed',
      progress: { processed: 600 },
    });
    const measured = await Promise.all(
      workers.map(async ({ url }) => {
        const metrics = await (await fetch(`${url}/metrics`)).text();
        return Number(/smp_images_total\{result="measured",code=""\} (\d+)/.exec(metrics)?.[1]);
      }),
    );
    expect(measured.reduce((sum, images) => sum + images, 0)).toBe(600);
    expect(Math.min(...measured)).toBeGreaterThan(100);
  });

  it('leave the API without work of its own, and the worker without an API', async () => {
    const api = await stack.start({ ROLE: 'api' });
    const jobId = await submitGood(api, 3);
    await sleep(600);
    expect((await get(api.url, `/api/status?jobid=${jobId}`)).body).toMatchObject({ status: 'ongoing' });
    const worker = await stack.start({ ROLE: 'worker' });
    expect((await get(worker.url, '/health/ready')).body).toMatchObject({ status: 'ok' });
    expect((await get(worker.url, '/api/jobs')).status).toBe(404);
    expect(await untilSettled(api.url, jobId)).toMatchObject({ status: 'completed' });
  });

  it('finish the job when one of them is told to stop in the middle: handed back, exit 0', async () => {
    const api = await stack.start({ ROLE: 'api' });
    const slow = { ROLE: 'worker', IMAGES_IN_FLIGHT: '64', GPU_SLEEP_MIN_MS: '200', GPU_SLEEP_MAX_MS: '400' };
    const first = await stack.start(slow);
    const jobId = await submitGood(api, 500);
    await untilStarted(api, jobId);
    const second = await stack.start(slow);
    expect(await first.stop('SIGTERM')).toBe(0);
    const held = await stack.database.dataSource.query(
      `SELECT FROM leases JOIN workers ON workers.id = worker_id WHERE pid = $1`,
      [first.process.pid],
    );
    expect(held).toEqual([]);
    expect(await untilSettled(api.url, jobId)).toMatchObject({ status: 'completed' });
    expect(new Set(await resultsPerImage(jobId))).toEqual(new Set([1]));
    expect(second.log()).not.toContain('A worker died');
  });

  it('finish the job when one of them is killed, within the promised time', async () => {
    const api = await stack.start({ ROLE: 'api' });
    const slow = { ROLE: 'worker', IMAGES_IN_FLIGHT: '64', GPU_SLEEP_MIN_MS: '200', GPU_SLEEP_MAX_MS: '400' };
    const [first] = await Promise.all([stack.start(slow), stack.start(slow)]);
    const jobId = await submitGood(api, 600);
    await untilStarted(api, jobId, 50);
    await first.stop('SIGKILL');
    expect(await untilSettled(api.url, jobId)).toMatchObject({
      status: 'completed',
      progress: { processed: 600 },
    });
    expect(new Set(await resultsPerImage(jobId))).toEqual(new Set([1]));
  });
});

describe('Without Redis', () => {
  it('jobs are taken at once and measured when it is back; health tells', async () => {
    const nowhere = `redis://127.0.0.1:${await freePort()}`;
    const api = await stack.start({ ROLE: 'api', REDIS_URL: nowhere });
    expect(await get(api.url, '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'degraded', redis: 'down' },
    });
    const before = performance.now();
    const jobId = await submitGood(api, 10);
    expect(performance.now() - before).toBeLessThan(5_000);
    const worker = await stack.start({ ROLE: 'worker', REDIS_URL: nowhere });
    expect(await get(worker.url, '/health/ready')).toMatchObject({ status: 503, body: { redis: 'down' } });
    expect((await get(api.url, `/api/status?jobid=${jobId}`)).body).toMatchObject({ status: 'ongoing' });
    await Promise.all([api.stop(), worker.stop()]);
    const again = await stack.start();
    expect(await untilSettled(again.url, jobId)).toMatchObject({ status: 'completed' });
  });

  it('a queue that was emptied costs no image', async () => {
    const service = await stack.start({
      IMAGES_IN_FLIGHT: '16',
      GPU_SLEEP_MIN_MS: '100',
      GPU_SLEEP_MAX_MS: '100',
    });
    const jobId = await submitGood(service, 200);
    await untilStarted(service, jobId);
    const { Redis } = await import('ioredis');
    const redis = new Redis(stack.env['REDIS_URL'] ?? '');
    await redis.flushdb();
    await redis.quit();
    expect(await untilSettled(service.url, jobId)).toMatchObject({
      status: 'completed',
      progress: { processed: 200 },
    });
    expect(new Set(await resultsPerImage(jobId))).toEqual(new Set([1]));
  });
});

describe('A start that cannot work', () => {
  it.each([
    [{ PORT: 'abc' }, /^PORT must be a whole number/],
    [{ IMAGES_IN_FLIGHT: '0' }, /^IMAGES_IN_FLIGHT must be/],
    [{ GPU_SLEEP_MIN_MS: '500' }, /^GPU_SLEEP_MIN_MS \(500\) must not exceed/],
    [{ FETCH_ALLOW_CIDRS: '10.0.0.1' }, /^FETCH_ALLOW_CIDRS must list networks/],
    [{ ROLE: 'boss' }, /^ROLE must be all or api or worker/],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /^The database of DATABASE_URL cannot be reached/],
    [{ DATABASE_URL: 'http://x' }, /^DATABASE_URL must be a postgres:/],
  ])('ends with one sentence: %j', async (env, sentence) => {
    const { code, output } = await failedStart({ ...stack.env, ...env });
    expect(output).toMatch(sentence);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('names the port that is taken', async () => {
    const { port } = await stack.start();
    const { code, output } = await failedStart({ ...stack.env, PORT: String(port) });
    expect(output).toMatch(/^PORT \d+ on 127\.0\.0\.1 is already in use; .*\n$/);
    expect(code).toBe(1);
  });

  it('answers 503 with a sentence while the database is away', async () => {
    const service = await stack.start();
    await stack.database.drop();
    const { status, body } = await post(service.url, '/api/submit', {
      count: 1,
      visits: [visit('RP00001', 'http://a/b')],
    });
    expect({ status, body }).toMatchObject({ status: 503, body: { code: 'DATABASE_UNAVAILABLE' } });
    expect((await get(service.url, '/health/ready')).status).toBe(503);
    expect((await get(service.url, '/health/live')).status).toBe(200);
  });
});
