import { setTimeout as sleep } from 'node:timers/promises';
import { Drill, LONG, report, RESUME_MS, seconds, type Held } from '../support/drills/drill.js';

let drill: Drill;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(() => drill?.end());

describe('A worker that is killed with kill -9', () => {
  it('costs nothing but time: others measure its images within 15 s', async () => {
    const api = await drill.start('api');
    const [victim] = await Promise.all([drill.start('worker'), drill.start('worker')]);
    const jobId = await drill.submit(api, 500);
    await drill.untilProcessed(api, jobId, 60);
    const held = await drill.kill(victim);
    expect(await drill.untilSettled(api, jobId)).toMatchObject({
      status: 'completed',
      progress: { processed: 500 },
    });
    await drill.check();
    await expectResumed([held]);
  });

  it(`may be killed ${LONG ? 10 : 5} times in one job: no image pays for it`, async () => {
    const api = await drill.start('api');
    const slow = { GPU_SLEEP_MIN_MS: '500', GPU_SLEEP_MAX_MS: '900' };
    const workers = await Promise.all([drill.start('worker', slow), drill.start('worker', slow)]);
    const jobId = await drill.submit(api, 1_500);
    const deaths: Held[] = [];
    for (let death = 0; death < (LONG ? 10 : 5); death += 1) {
      await sleep(1_500);
      const victim = workers.shift();
      if (victim) deaths.push(await drill.kill(victim));
      workers.push(await drill.start('worker', slow));
    }
    const status = await drill.untilSettled(api, jobId);
    expect(status).toMatchObject({ status: 'completed', progress: { processed: 1_500, failed: 0 } });
    await drill.check();
    await expectResumed(deaths);
  });
});

async function expectResumed(deaths: readonly Held[]): Promise<void> {
  expect(deaths).not.toHaveLength(0);
  for (const death of deaths) {
    const { firstMs, lastMs, images } = await drill.resumption(death);
    report(
      `worker killed: its ${images} images were measured elsewhere after ${seconds(firstMs)} to ${seconds(lastMs)}`,
    );
    expect(firstMs).toBeLessThan(RESUME_MS);
  }
}
