import { submit, visit } from '../support/api.js';
import { Drill, report, seconds } from '../support/drills/drill.js';
import { serveImages, type ImageServer } from '../support/image-server.js';

const QUICK = { GPU_SLEEP_MIN_MS: '20', GPU_SLEEP_MAX_MS: '40' };

/** Of the slow host, and of the one beside it: well over the window of 512. */
const IMAGES = 1_200;

let drill: Drill;
let slowHost: ImageServer | undefined;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(async () => {
  await drill?.end();
  await slowHost?.stop();
});

describe('Two equal jobs with priorities 0 and 3', () => {
  it('have shares of 1 to 3.4 after half of the work', async () => {
    const api = await drill.start('api');
    const images = 800;
    const low = await drill.submit(api, images);
    const high = await drill.submit(api, images, { priority: 3 });
    await drill.start('worker', QUICK);
    for (const jobId of [low, high])
      expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    const [row] = await drill.database.dataSource.query<[{ low: number; high: number }]>(
      `SELECT count(*) FILTER (WHERE job_id = $1)::int AS low, count(*) FILTER (WHERE job_id = $2)::int AS high
       FROM (SELECT job_id FROM image_results ORDER BY recorded_at LIMIT $3) AS first_half`,
      [low, high, images],
    );
    const share = row.high / row.low;
    report(
      `priority 0 and 3 after half of the work: ${row.low} and ${row.high} images, 1 : ${share.toFixed(2)}`,
    );
    expect(share).toBeGreaterThan(1.5 ** 3 * 0.8);
    expect(share).toBeLessThan(1.5 ** 3 * 1.2);
    await drill.check();
  });
});

describe('A slow host', () => {
  it('does not hold up the images of others', async () => {
    let delayMs = 2_000;
    const image = await fetch(`${drill.host.url}/a.jpg`).then(async (answer) =>
      Buffer.from(await answer.arrayBuffer()),
    );
    slowHost = await serveImages({
      '/slow.jpg': (_request, response) => void setTimeout(() => response.end(image), delayMs),
    });
    const api = await drill.start('api');
    // The default: a host may have a quarter of what is in flight.
    await drill.start('worker', { IMAGES_IN_FLIGHT: '256' });
    const alone = await settledWithinMs(await drill.submit(api, IMAGES));

    const slowUrls = Array.from({ length: IMAGES }, (_, n) => `${slowHost?.url}/slow.jpg?${n}`);
    const slow = await submit(api.url, [visit('RP00001', ...slowUrls)]);
    await drill.until(() => (slowHost?.requests.get('/slow.jpg') ?? 0) >= 64);
    const beside = await settledWithinMs(await drill.submit(api, IMAGES));
    const { progress } = await drill.status(api, slow);
    report(
      `${IMAGES} images alone ${seconds(alone)}, beside a host that takes 2 s per image ${seconds(beside)} ` +
        `(${(beside / alone).toFixed(2)} times as long); that host had answered ${progress.processed} of ${IMAGES}`,
    );
    expect(progress.pending).toBeGreaterThan(IMAGES / 2);
    delayMs = 0;
    expect(await drill.untilSettled(api, slow)).toMatchObject({ status: 'completed' });
    await drill.check();

    async function settledWithinMs(jobId: string): Promise<number> {
      expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
      const [row] = await drill.database.dataSource.query<[{ ms: number }]>(
        `SELECT (extract(epoch FROM settled_at - created_at) * 1000)::float8 AS ms FROM jobs WHERE id = $1`,
        [jobId],
      );
      return row.ms;
    }
  });
});
