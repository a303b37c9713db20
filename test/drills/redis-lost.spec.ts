import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../support/api.js';
import { Drill, LONG, report, RESUME_MS, seconds, SUBMIT_MS, type Held } from '../support/drills/drill.js';
import { untilAllLiesUnclaimed } from '../support/drills/unclaimed-messages.js';
import type { Service } from '../support/service.js';

const OUTAGE_MS = LONG ? 30_000 : 10_000;

let drill: Drill;
let api: Service;
let worker: Service;

beforeAll(async () => {
  drill = await Drill.begin();
  [api, worker] = await Promise.all([drill.start('api'), drill.start('worker')]);
});
afterAll(() => drill?.end());

const ready = async (service: Service) => {
  const { status, body } = await get(service.url, '/health/ready');
  return { code: status, status: body['status'], redis: body['redis'] };
};

/** Submits small jobs for some time. @returns their ids, and the longest time an answer took */
async function submitFor(ms: number): Promise<{ jobs: string[]; slowestMs: number }> {
  const jobs: string[] = [];
  let slowestMs = 0;
  for (const end = Date.now() + ms; Date.now() < end; await sleep(500)) {
    const begun = performance.now();
    jobs.push(await drill.submit(api, 5));
    await get(api.url, `/api/status?jobid=${jobs.at(-1)}`);
    slowestMs = Math.max(slowestMs, performance.now() - begun);
  }
  return { jobs, slowestMs };
}

/** Time from a moment to the first result after it. */
async function firstResultAfterMs(at: Date): Promise<number> {
  const [row] = await drill.database.dataSource.query<[{ first: Date }]>(
    'SELECT min(recorded_at) AS first FROM image_results WHERE recorded_at > $1',
    [at],
  );
  return row.first.getTime() - at.getTime();
}

async function expectAllSettled(jobs: readonly string[]): Promise<void> {
  for (const jobId of jobs)
    expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
  await drill.check();
  // Nobody died, so nobody was taken for dead.
  expect(api.log() + worker.log()).not.toContain('A worker died');
}

/** What Redis lost is measured in time all the same. */
async function expectResumed(what: string, lost: Held): Promise<void> {
  const count = lost.ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  const giveUpAt = lost.at.getTime() + 2 * RESUME_MS;
  const { firstMs, lastMs, images } = await drill.until(async () => {
    const seen = await drill.resumption(lost);
    return (seen.images === count || Date.now() > giveUpAt) && seen;
  });
  report(
    `${what}: the ${count} images of its messages were measured ${seconds(firstMs)} to ${seconds(lastMs)} later`,
  );
  expect(firstMs).toBeLessThan(RESUME_MS);
  expect(images).toBe(count);
}

describe('Redis', () => {
  it('flushed in the middle of a job: the job goes on within 15 s', async () => {
    const jobId = await drill.submit(api, LONG ? 1_500 : 300);
    await drill.untilProcessed(api, jobId, 50);
    for (let flush = 0; flush < (LONG ? 5 : 1); flush += 1) {
      const lost = await untilAllLiesUnclaimed(drill);
      await drill.redis.flushAll();
      await expectResumed('Redis flushed', lost);
    }
    await expectAllSettled([jobId]);
  });

  it('killed and back empty: the work goes on within 15 s', async () => {
    const jobId = await drill.submit(api, 300);
    await drill.untilProcessed(api, jobId, 50);
    const lost = await untilAllLiesUnclaimed(drill);
    await drill.redis.kill();
    await sleep(2_000);
    const at = new Date();
    await drill.redis.start();
    await expectResumed('Redis killed and back empty', { ...lost, at });
    await expectAllSettled([jobId]);
    expect(await ready(worker)).toMatchObject({ code: 200, redis: 'up' });
  });

  it(`down for ${seconds(OUTAGE_MS)}: submits are answered, health tells, work goes on when it is back`, async () => {
    const before = await drill.submit(api, 600);
    await drill.untilProcessed(api, before, 50);
    await drill.redis.kill();
    const submits = submitFor(OUTAGE_MS);
    await sleep(OUTAGE_MS / 2);
    expect(await ready(api)).toEqual({ code: 200, status: 'degraded', redis: 'down' });
    expect(await ready(worker)).toEqual({ code: 503, status: 'unavailable', redis: 'down' });
    // A worker that starts meanwhile has to find the queue by itself, too.
    const late = await drill.start('worker');
    const { jobs, slowestMs } = await submits;
    report(`Redis down: slowest submit and status took ${slowestMs.toFixed(0)} ms`);
    expect(slowestMs).toBeLessThan(SUBMIT_MS);
    await drill.redis.start();
    const at = new Date();
    await expectAllSettled([before, ...jobs]);
    const resumed = await firstResultAfterMs(at);
    report(`Redis down ${seconds(OUTAGE_MS)}: first result ${seconds(resumed)} after it was back`);
    expect(resumed).toBeLessThan(RESUME_MS);
    expect(await ready(api)).toMatchObject({ code: 200, status: 'ok' });
    const taken = await drill.submit(api, 200);
    await expectAllSettled([taken]);
    expect(await (await fetch(`${late.url}/metrics`)).text()).toMatch(/result="measured",code=""} [1-9]/);
  });

  it('frozen, so that connections stay open without an answer: submits are answered all the same', async () => {
    const before = await drill.submit(api, 200);
    await drill.untilProcessed(api, before, 20);
    const frozen = drill.redis.freeze(LONG ? 30_000 : 8_000);
    const { jobs, slowestMs } = await submitFor(LONG ? 29_000 : 7_000);
    expect(slowestMs).toBeLessThan(SUBMIT_MS);
    await frozen;
    const at = new Date();
    await expectAllSettled([before, ...jobs]);
    const resumed = await firstResultAfterMs(at);
    report(
      `Redis frozen: slowest submit ${slowestMs.toFixed(0)} ms, first result ${seconds(resumed)} after it thawed`,
    );
    expect(resumed).toBeLessThan(RESUME_MS);
  });
});
