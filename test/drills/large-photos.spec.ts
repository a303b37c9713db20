import { availableParallelism } from 'node:os';
import sharp from 'sharp';
import { submit, visit } from '../support/api.js';
import { Drill, LONG, report, seconds } from '../support/drills/drill.js';
import { MemoryPeak, mebibytes, residentBytes } from '../support/drills/resident-memory.js';
import { serveImages, type ImageServer } from '../support/image-server.js';

const PHOTOS = 300;
const MIN_BYTES = 20_000_000;
const MAX_GROWTH = 600 * 1_048_576;

let drill: Drill;
let host: ImageServer | undefined;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(async () => {
  await drill?.end();
  await host?.stop();
});

/** Noise does not pack. JPEG takes ten times as long to open, so only the long drill opens 300 of them. */
async function photoOf20Megabytes(): Promise<Buffer> {
  const side = LONG ? 3_400 : 2_600;
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const image = sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } });
  const file = await (
    LONG ? image.jpeg({ quality: 98, chromaSubsampling: '4:4:4' }) : image.png({ compressionLevel: 0 })
  ).toBuffer();
  expect(file.length).toBeGreaterThan(MIN_BYTES);
  expect(file.length).toBeLessThan(26_214_400);
  return file;
}

describe('300 photos of 20 MB at once', () => {
  it('cost the service at most 600 MiB of memory', async () => {
    host = await serveImages({ '/large': await photoOf20Megabytes() });
    // The defaults, as most people run it: with what `npm start` and the container give a process.
    const service = await drill.start('all', {
      IMAGES_IN_FLIGHT: '256',
      UV_THREADPOOL_SIZE: String(availableParallelism() + 2),
      MALLOC_MMAP_THRESHOLD_: '4194304',
    });
    const pid = service.process.pid ?? 0;
    await drill.untilSettled(service, await drill.submit(service, 200));
    const before = residentBytes(pid);
    const peak = new MemoryPeak(pid);
    const begun = Date.now();
    const urls = Array.from({ length: PHOTOS }, (_, n) => `${host?.url}/large?${n}`);
    const jobId = await submit(service.url, [visit('RP00001', ...urls)]);
    const status = await drill.untilSettled(service, jobId);
    const growth = peak.stop() - before;
    report(
      `${PHOTOS} photos of 20 MB: ${mebibytes(before)} before, at most ${mebibytes(growth)} more, in ${seconds(Date.now() - begun)}`,
    );
    expect(status).toMatchObject({ status: 'completed', progress: { processed: PHOTOS } });
    expect(growth).toBeLessThan(MAX_GROWTH);
    await drill.check();
  });
});
