import { getEventListeners, setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import sharp from 'sharp';
import type { ProcessingConfig } from '../../../src/config/processing.config.js';
import type { ServerConfig } from '../../../src/config/server.config.js';
import { Capacity } from '../../../src/processing/capacity.js';
import { ImageDownloader } from '../../../src/processing/download/image-downloader.js';
import { ImagePipeline } from '../../../src/processing/image.pipeline.js';
import { ImageMeasurer } from '../../../src/processing/measure/image-measurer.js';
import { GpuSimulator } from '../../../src/processing/simulate/gpu-simulator.js';
import { serveImages, type ImageServer } from '../../support/image-server.js';

const IN_FLIGHT = 4;
const config = {
  imagesInFlight: IN_FLIGHT,
  hostMaxConcurrent: 3,
  decodeConcurrency: 1,
  verify: 'decode',
  maxBytes: 1_000_000,
  maxPixels: 60_000_000,
  bufferBytes: 10_000_000,
  timeoutMs: 60_000,
  maxAttempts: 3,
  sleepMinMs: 1,
  sleepMaxMs: 1,
} as ProcessingConfig;
const range = { leaseId: '1', jobId: '1', run: 0, suspect: false, attempts: 0, throttles: 0, queuedMs: 0 };

let host: ImageServer;
const open = new Set<ServerResponse>();

beforeAll(async () => {
  host = await serveImages({
    // Made without a loader: another file may have blocked them in this process.
    '/good.jpg': await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer(),
    '/hangs.jpg': (_, response) => {
      open.add(response);
      response.on('close', () => open.delete(response));
      response.writeHead(200, { 'Content-Length': 1_000 }).write('begun');
    },
    '/busy.jpg': (_, response) => void response.writeHead(503, { 'Retry-After': '4' }).end(),
  });
});
afterAll(() => host?.stop());

/** The stages of a worker, and images of one lease in them. */
function worker(settings: Partial<ProcessingConfig> = {}) {
  const all = { ...config, ...settings };
  const capacity = new Capacity(all);
  capacity.take(IN_FLIGHT * 2 - 1);
  const server = { publicUrl: 'http://localhost:1' } as ServerConfig;
  const downloader = new ImageDownloader(all, server, { allowCidrs: [], allowPrivate: true });
  const pipeline = new ImagePipeline(
    downloader,
    new ImageMeasurer(all),
    new GpuSimulator(all),
    capacity,
    all,
  );
  const lease = new AbortController();
  setMaxListeners(0, lease.signal);
  const run = (name: string, count: number) =>
    Array.from({ length: count }, (_, idx) =>
      pipeline.run(
        {
          ...range,
          rulesVersion: 1,
          rules: { default: { priority: 0, criteria: {} }, categories: {} },
          images: [],
        },
        {
          idx,
          url: `${host.url}/${name}.jpg?${idx}`,
          storeId: 'RP00001',
          category: 'unknown',
          visitImages: count,
        },
        lease.signal,
      ),
    );
  return { pipeline, capacity, lease, run };
}

const listeners = ({ signal }: AbortController) => getEventListeners(signal, 'abort').length;

/** Waits for something that has to happen, and has no other end than the test's. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('Images of a lease that is lost', () => {
  it('end wherever they are: connections close, those who wait leave, and others have their places', async () => {
    const { lease, run, capacity } = worker();
    const hanging = run('hangs', 20);
    await until(() => open.size === config.hostMaxConcurrent);
    lease.abort();
    expect(await Promise.all(hanging)).toEqual(Array(20).fill(undefined));
    await until(() => open.size === 0);
    await capacity.room();
    expect(listeners(lease)).toBe(0);
  });

  it('end while they wait for their next try, and while they sleep', async () => {
    const busy = worker();
    const waiting = busy.run('busy', 2);
    await until(() => (host.requests.get('/busy.jpg') ?? 0) >= 2);
    const asleep = worker({ sleepMinMs: 60_000, sleepMaxMs: 60_000 });
    const sleeping = asleep.run('good', 2);
    await until(() => listeners(asleep.lease) === 2 && (host.requests.get('/good.jpg') ?? 0) >= 2);
    for (const { lease } of [busy, asleep]) lease.abort();
    expect(await Promise.all([...waiting, ...sleeping])).toEqual(Array(4).fill(undefined));
  });
});

describe('Images of a lease that is kept', () => {
  it('leave nothing behind on the signal of the lease', async () => {
    const { lease, run } = worker();
    const outcomes = await Promise.all(run('good', 40));
    expect(outcomes.map((outcome) => outcome?.kind)).toEqual(Array(40).fill('measured'));
    expect(listeners(lease)).toBe(0);
  });
});
