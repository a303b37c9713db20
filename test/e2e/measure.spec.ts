import { gzipSync } from 'node:zlib';
import { get, submit, untilSettled, visit, type StatusBody } from '../support/api.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { pictures, type Picture } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface ImageBody {
  readonly image_url: string;
  readonly state: string;
  readonly perimeter: number | null;
  readonly code: string | null;
  readonly attempts: number;
  readonly timings: Record<string, number | null>;
}

describe('A job over photos and formats, good and bad', () => {
  let stack: Stack;
  let service: Service;
  let host: ImageServer;
  let all: Picture[];
  let status: StatusBody;
  let images: readonly ImageBody[];

  beforeAll(async () => {
    all = await pictures();
    let unsteady = 0;
    let later = 0;
    host = await serveImages({
      ...Object.fromEntries(all.map(({ name, file }) => [`/${name}`, file])),
      '/unsteady': (_, response) => {
        unsteady += 1;
        if (unsteady < 3) response.writeHead(503).end();
        else response.end(all[0]?.file);
      },
      '/later': (_, response) => {
        later += 1;
        if (later === 1) response.writeHead(429, { 'Retry-After': '6' }).end();
        else response.end(all[0]?.file);
      },
      '/packed': (_, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(all[0]?.file ?? '')),
      '/badly-packed': (_, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip'),
      '/moved': (_, response) => response.writeHead(302, { Location: `/${all[0]?.name}` }).end(),
      '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
      '/page': (_, response) =>
        response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end('<html>not a photo</html>'),
      '/empty': (_, response) => response.end(),
      '/stuck': (_, response) => void response.writeHead(200).write('begin'),
    });
    stack = await startStack();
    await addStores(stack.database);
    service = await stack.start({ IMAGE_TIMEOUT_MS: '3000' });
    const odd = [
      'unsteady',
      'later',
      'packed',
      'badly-packed',
      'moved',
      'round',
      'page',
      'empty',
      'stuck',
      'missing',
    ];
    const urls = [...all.map(({ name }) => name), ...odd].map((name) => `${host.url}/${name}`);
    const visits = [visit('RP00001', ...urls), visit('RP00002', 'nonsense', 'ftp://a/b', 'http://u:p@a/b')];
    const jobId = await submit(service.url, visits);
    status = await untilSettled(service.url, jobId);
    images = (await get<{ images: ImageBody[] }>(service.url, `/api/jobs/${jobId}/images?limit=500`)).body
      .images;
  });
  afterAll(async () => {
    await stack?.stop();
    await host?.stop();
  });

  const imageOf = (name: string) => images.find(({ image_url: url }) => url === `${host.url}/${name}`);
  const errorOf = (url: string) => status.error?.find(({ image_url: imageUrl }) => imageUrl === url);

  it('measures every good one right', () => {
    const good = all.filter(({ perimeter }) => perimeter !== undefined);
    expect(good.length).toBeGreaterThan(5);
    for (const { name, perimeter } of good)
      expect(imageOf(name)).toMatchObject({ state: 'measured', perimeter });
  });

  it('fails every bad one with a sentence that names store and URL', () => {
    const bad = all.filter(({ code }) => code !== undefined);
    expect(bad.length).toBeGreaterThan(4);
    for (const { name, code } of bad) {
      const url = `${host.url}/${name}`;
      expect(errorOf(url)).toMatchObject({ store_id: 'RP00001', code });
      expect(errorOf(url)?.error).toMatch(/^The image ".*" of store "RP00001" could not be .*\.$/);
      expect(errorOf(url)?.error).toContain(url);
    }
  });

  it.each([
    ['missing', 'HTTP_404', 1],
    ['round', 'TOO_MANY_REDIRECTS', 1],
    ['page', 'NOT_AN_IMAGE', 1],
    ['empty', 'FILE_EMPTY', 1],
    ['badly-packed', 'BAD_HTTP_ANSWER', 1],
    ['stuck', 'DOWNLOAD_TIMEOUT', 3],
  ])('fails /%s as %s after %d tries', (name, code, attempts) => {
    expect(imageOf(name)).toMatchObject({ state: 'failed', code, attempts, perimeter: null });
  });

  it('tries again what can heal, and follows where an image has moved', () => {
    expect(imageOf('unsteady')).toMatchObject({ state: 'measured', attempts: 3 });
    expect(imageOf('packed')).toMatchObject({ state: 'measured', perimeter: all[0]?.perimeter });
    expect(imageOf('moved')).toMatchObject({ state: 'measured', perimeter: all[0]?.perimeter });
  });

  it('comes back later where the host asks for it, and charges no try for that', () => {
    expect(imageOf('later')).toMatchObject({ state: 'measured', attempts: 1 });
    expect(host.requests.get('/later')).toBe(2);
  });

  it.each([
    ['nonsense', 'URL_INVALID'],
    ['ftp://a/b', 'URL_SCHEME_NOT_ALLOWED'],
    ['http://u:p@a/b', 'URL_HAS_CREDENTIALS'],
  ])('fails the address %s as %s', (url, code) => {
    expect(errorOf(url)).toMatchObject({ store_id: 'RP00002', code });
  });

  it('counts one image for each result, and fails the job', () => {
    const failed = images.filter(({ state }) => state === 'failed').length;
    expect(status).toMatchObject({
      status: 'failed',
      error_count: failed,
      progress: { total: images.length, failed, processed: images.length - failed, pending: 0, percent: 100 },
    });
    expect(status.error).toHaveLength(failed);
  });

  it('tells how long each stage took', () => {
    const timings = imageOf(all[0]?.name ?? '')?.timings ?? {};
    expect(timings['simulate_ms']).toBeGreaterThanOrEqual(4);
    const stages = ['queue_ms', 'download_ms', 'verify_ms', 'simulate_ms', 'record_ms'];
    expect(timings['total_ms']).toBe(stages.reduce((sum, stage) => sum + (timings[stage] ?? NaN), 0));
  });
});

describe('Addresses that are not open to the public', () => {
  it('are refused without a word about what is there, while the own samples are fetched', async () => {
    const stack = await startStack();
    await addStores(stack.database);
    const host = await serveImages({ '/a.jpg': (_, response) => response.writeHead(200).end() });
    const service = await stack.start({ FETCH_ALLOW_PRIVATE: 'false' });
    const own = `http://localhost:${service.port}/samples`;
    const inside = [
      `${host.url}/a.jpg`,
      'http://127.0.0.1:1/a.jpg',
      'http://[::1]:1/',
      'http://2130706433:1/',
      'http://localhost:1/',
    ];
    const notQuiteOurs = [
      `${own}/../health/live`,
      `${own}/nothing.jpg`,
      `http://localhost:${service.port}/metrics`,
    ];
    const { body: samples } = await get<{ image_urls: string[] }>(service.url, '/api/samples');
    expect(samples.image_urls).toContain(`${own}/shelf-1.jpg`);
    const jobId = await submit(service.url, [
      visit('RP00001', ...inside, ...notQuiteOurs, ...samples.image_urls),
    ]);
    const status = await untilSettled(service.url, jobId);
    const reasons = status.error?.map(({ code, error }) => [code, error.slice(error.indexOf('"RP00001"'))]);
    expect(new Set(reasons?.map((reason) => reason.join()))).toEqual(
      new Set([
        'ADDRESS_NOT_ALLOWED,"RP00001" is at an address that is not open to the public, and is not fetched from there.',
      ]),
    );
    const failed = inside.length + notQuiteOurs.length;
    expect(status.progress).toMatchObject({ processed: samples.image_urls.length, failed });
    expect(host.requests.size).toBe(0);
    await stack.stop();
    await host.stop();
  });
});
