import { get, post, submit, untilSettled, visit } from '../support/api.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { photo } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}
interface Summary {
  readonly run: number | null;
  readonly by_code: readonly { code: string; images: number; stores: number; example: object }[];
  readonly by_store: readonly Record<string, unknown>[];
  readonly stores: number;
  readonly timings: Record<
    'queue_ms' | 'download_ms' | 'verify_ms' | 'simulate_ms' | 'total_ms',
    Spread | null
  >;
  readonly formats: Record<string, number>;
  readonly bytes: number | null;
}

let stack: Stack;
let host: ImageServer;
let service: Service;
let isBroken = true;
let jpegBytes: number;
let pngBytes: number;

beforeAll(async () => {
  const [jpeg, png] = [await photo(64, 48).jpeg().toBuffer(), await photo(64, 48).png().toBuffer()];
  [jpegBytes, pngBytes] = [jpeg.length, png.length];
  host = await serveImages({
    '/a.jpg': jpeg,
    '/a.png': png,
    '/broken.jpg': (_, response) => {
      if (isBroken) response.writeHead(404).end();
      else response.end(jpeg);
    },
  });
  stack = await startStack();
  await addStores(stack.database, 60, '7100015');
  service = await stack.start();
});
afterAll(async () => {
  await stack?.stop();
  await host?.stop();
});

const summary = async (jobId: string, query = '') =>
  (await get<Summary>(service.url, `/api/jobs/${jobId}/summary${query}`)).body;

describe('GET /api/jobs/:id/summary', () => {
  it('tells failures by code and by store, times and formats, of the newest run or of one run', async () => {
    const [good, png, broken] = ['a.jpg', 'a.png', 'broken.jpg'].map((name) => `${host.url}/${name}`);
    const jobId = await submit(service.url, [
      visit('RP00002', `${good}`, `${png}`),
      visit('RP00001', `${good}`, `${broken}?1`, 'ftp://example.com/1.jpg'),
      visit('RP00003', `${broken}?2`, `${broken}?3`, `${broken}?4`),
    ]);
    await untilSettled(service.url, jobId);
    const first = await summary(jobId);
    expect(first).toMatchObject({
      job_id: jobId,
      run: null,
      by_code: [
        {
          code: 'HTTP_404',
          images: 4,
          stores: 2,
          example: { image_url: `${broken}?1`, store_id: 'RP00001', error: expect.stringContaining('404') },
        },
        { code: 'URL_SCHEME_NOT_ALLOWED', images: 1, stores: 1 },
      ],
      stores: 3,
      formats: { jpeg: 2, png: 1 },
      bytes: 2 * jpegBytes + pngBytes,
    });
    expect(first.by_store).toEqual(
      [
        ['RP00003', 3, 0, 3],
        ['RP00001', 3, 1, 2],
        ['RP00002', 2, 2, 0],
      ].map(([id, images, measured, failed]) => ({
        store_id: id,
        store_name: `STORE ${Number(String(id).slice(2))}`,
        area_code: '7100015',
        images,
        measured,
        failed,
        cancelled: 0,
        pending: 0,
      })),
    );
    const { p50, p95, max } = first.timings.simulate_ms ?? { p50: 0, p95: 0, max: 0 };
    expect([p50, p95, max]).toEqual([p50, p95, max].sort((a, b) => a - b));
    expect(p50).toBeGreaterThan(0);
    expect(first.timings.total_ms?.max).toBeGreaterThanOrEqual(max);

    isBroken = false;
    await post(service.url, `/api/jobs/${jobId}/retry`, { store_ids: ['RP00003'] });
    await untilSettled(service.url, jobId);
    expect(await summary(jobId, '?run=0')).toEqual({ ...first, run: 0 });
    expect(await summary(jobId, '?run=1')).toMatchObject({
      run: 1,
      by_code: [],
      by_store: [{ store_id: 'RP00003', images: 3, measured: 3 }],
      stores: 1,
      formats: { jpeg: 3 },
    });
    const newest = await summary(jobId);
    expect(newest).toMatchObject({ run: null, stores: 3, formats: { jpeg: 5, png: 1 } });
    expect(newest.by_code.map(({ code, images }) => [code, images]).sort()).toEqual([
      ['HTTP_404', 1],
      ['URL_SCHEME_NOT_ALLOWED', 1],
    ]);
  });

  it('counts what waits and what was cancelled, and has no times where there is no result', async () => {
    await post(service.url, '/api/dispatch/pause', {});
    const visits = Array.from({ length: 60 }, (_, n) =>
      visit(`RP000${String(60 - n).padStart(2, '0')}`, `${host.url}/a.jpg`),
    );
    const jobId = await submit(service.url, visits);
    const waiting = await summary(jobId);
    expect(waiting).toMatchObject({ stores: 60, by_code: [], formats: {}, bytes: null });
    expect(Object.values(waiting.timings)).toEqual(Array(6).fill(null));
    expect(waiting.by_store).toHaveLength(50);
    expect(waiting.by_store[0]).toMatchObject({ store_id: 'RP00001', pending: 1, cancelled: 0 });
    await post(service.url, `/api/jobs/${jobId}/cancel`, {});
    expect((await summary(jobId)).by_store[0]).toMatchObject({ pending: 0, cancelled: 1 });
    await post(service.url, '/api/dispatch/resume', {});
  });

  it('answers as the list of images to a job or a run that is not there, and to images that were removed', async () => {
    const jobId = await submit(service.url, [visit('RP00001', `${host.url}/a.jpg`)]);
    await untilSettled(service.url, jobId);
    const refused = [
      ['x', 400, 'INVALID_JOB_ID'],
      ['999999', 404, 'JOB_NOT_FOUND'],
      [jobId, 400, 'UNKNOWN_RUN', '?run=1'],
      [jobId, 400, 'INVALID_INPUT', '?run=x'],
    ] as const;
    for (const [id, status, code, query = ''] of refused) {
      const answer = await get(service.url, `/api/jobs/${id}/summary${query}`);
      expect(answer).toMatchObject({ status, body: { code } });
    }
    expect((await get(service.url, `/api/jobs/${jobId}/summary`)).status).toBe(200);
    await stack.database.dataSource.query(`UPDATE jobs SET images_removed_at = now() WHERE id = $1`, [jobId]);
    expect(await get(service.url, `/api/jobs/${jobId}/summary`)).toMatchObject({
      status: 410,
      body: { code: 'JOB_IMAGES_REMOVED' },
    });
  });
});
