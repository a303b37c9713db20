import { get, submit, untilSettled, visit } from '../support/api.js';
import { MemoryPeak, mebibytes, residentBytes } from '../support/drills/resident-memory.js';
import { hostileImages, type TestImage } from '../support/hostile/hostile-images.js';
import { unusualImages } from '../support/hostile/unusual-images.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

/** Times that each file is sent. */
const TIMES = 4;

const MAX_GROWTH = 600 * 1_048_576;

interface ImageBody {
  readonly image_url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly code: string | null;
}

let stack: Stack;
let host: ImageServer;
let images: TestImage[];
beforeAll(async () => {
  images = [...(await hostileImages()), ...(await unusualImages())];
  host = await serveImages(Object.fromEntries(images.map(({ name, file }, n) => [`/${n}-${name}`, file])));
  stack = await startStack();
  await addStores(stack.database);
});
afterAll(async () => {
  await stack?.stop();
  await host?.stop();
});

describe('A storm of hostile images', () => {
  it('costs the service at most 600 MiB of memory, and no good image its result', async () => {
    // The defaults of `npm start` on a machine with two cores.
    const service = await stack.start({ DECODE_CONCURRENCY: '2', MALLOC_MMAP_THRESHOLD_: '4194304' });
    const pid = service.process.pid ?? 0;
    const before = residentBytes(pid);
    const peak = new MemoryPeak(pid);
    const urls = Array.from({ length: TIMES }, (_, time) =>
      images.map(({ name }, n) => `${host.url}/${n}-${name}?${time}`),
    ).flat();
    const jobId = await submit(service.url, [visit('RP00001', ...urls)]);
    await untilSettled(service.url, jobId, 110_000);
    const growth = peak.stop() - before;

    const listed: ImageBody[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/jobs/${jobId}/images?limit=500${cursor && `&cursor=${cursor}`}`;
      const { body } = await get<{ images: ImageBody[]; next_cursor: string | null }>(service.url, path);
      listed.push(...body.images);
      cursor = body.next_cursor;
    }
    const become = listed.map(({ image_url: url, code, width, height }) => [url, code ?? { width, height }]);
    const expected = urls.map((url, n) => [url, images[n % images.length]?.becomes]);
    expect(Object.fromEntries(become)).toEqual(Object.fromEntries(expected));
    expect([mebibytes(growth), growth < MAX_GROWTH]).toEqual([mebibytes(growth), true]);
    expect((await get(service.url, '/health/ready')).status).toBe(200);
  });
});
