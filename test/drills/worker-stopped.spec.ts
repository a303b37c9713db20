import { submit, visit } from '../support/api.js';
import { Drill, report, seconds } from '../support/drills/drill.js';

/** Images under way when the signal comes; half of them end within the time to drain, half do not. */
const IN_FLIGHT = 300;
const GRACE_MS = 30_000;

/** Well under the 6.5 s after which a lease would run out. */
const HANDED_BACK_MS = 5_000;

let drill: Drill;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(() => drill?.end());

describe('A worker that is told to stop with 300 images in flight', () => {
  it('finishes some, hands the others back, exits with 0, and nothing waits for a lease to run out', async () => {
    const api = await drill.start('api');
    const many = { IMAGES_IN_FLIGHT: String(IN_FLIGHT), HOST_MAX_CONCURRENT: String(IN_FLIGHT) };
    const first = await drill.start('worker', {
      ...many,
      GPU_SLEEP_MIN_MS: '3000',
      GPU_SLEEP_MAX_MS: '4000',
    });
    const half = IN_FLIGHT / 2;
    const jobId = await submit(api.url, [
      visit('RP00001', ...drill.urls(half), ...drill.urls(half, '/held.jpg')),
    ]);
    // More than fits: what the worker was told of and could not begin has to come back as well.
    const waiting = await drill.submit(api, 400);
    await drill.until(() => drill.requests >= IN_FLIGHT, 10);
    const second = await drill.start('worker', { ...many, GPU_SLEEP_MIN_MS: '10', GPU_SLEEP_MAX_MS: '20' });

    const begun = Date.now();
    const code = await first.stop('SIGTERM');
    const stopped = new Date();
    report(`SIGTERM with ${IN_FLIGHT} in flight: exit ${code} after ${seconds(stopped.getTime() - begun)}`);
    expect(code).toBe(0);
    expect(stopped.getTime() - begun).toBeLessThan(GRACE_MS);
    expect((await drill.heldBy(first)).ranges).toEqual([]);

    drill.held.release();
    for (const id of [jobId, waiting])
      expect(await drill.untilSettled(api, id)).toMatchObject({ status: 'completed' });
    await drill.check();
    expect(api.log() + second.log()).not.toContain('A worker died');
    const [row] = await drill.database.dataSource.query<[{ last: Date; finished: number }]>(
      `SELECT max(recorded_at) AS last, count(*) FILTER (WHERE simulate_ms > 2000)::int AS finished
       FROM image_results`,
    );
    const after = row.last.getTime() - stopped.getTime();
    report(
      `SIGTERM: ${row.finished} images were finished, the last of the others ${seconds(after)} after the exit`,
    );
    expect(row.finished).toBeGreaterThanOrEqual(half);
    expect(after).toBeLessThan(HANDED_BACK_MS);
  });

  it('stops as well while Redis is away', async () => {
    const worker = await drill.start('worker');
    const api = await drill.start('api');
    const jobId = await drill.submit(api, 200);
    await drill.untilProcessed(api, jobId, 20);
    await drill.redis.kill();
    const begun = Date.now();
    expect(await worker.stop('SIGTERM')).toBe(0);
    report(`SIGTERM while Redis is away: exit 0 after ${seconds(Date.now() - begun)}`);
    expect(Date.now() - begun).toBeLessThan(GRACE_MS);
    await drill.redis.start();
    await drill.start('worker');
    expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    await drill.check();
  });
});
