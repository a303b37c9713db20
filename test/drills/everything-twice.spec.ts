import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Bull from 'bull';
import { RangeAnnouncer } from '../../src/jobs/queue/range-announcer.js';
import { MEASURE_RANGE, RANGE_QUEUE, type RangeMessage } from '../../src/jobs/queue/range-queue.js';
import { DispatchRepository } from '../../src/jobs/dispatch/dispatch.repository.js';
import { WindowFiller } from '../../src/jobs/dispatch/window-filler.js';
import { submit, visit } from '../support/api.js';
import { Drill, report, RESUME_MS, seconds } from '../support/drills/drill.js';
import type { Service } from '../support/service.js';

let drill: Drill;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(() => drill?.end());

/** 300 images, 60 of which fail. */
function submitMixed(api: Service): Promise<string> {
  const good = drill.urls(240);
  const gone = drill.urls(60, '/gone.jpg');
  return submit(api.url, [visit('RP00001', ...good.flatMap((url, n) => [url, ...gone.slice(n, n + 1)]))]);
}

async function expectOneResultEach(api: Service, jobId: string): Promise<void> {
  const status = await drill.untilSettled(api, jobId);
  expect(status).toMatchObject({ status: 'failed', progress: { processed: 240, failed: 60 } });
  expect(status.error).toHaveLength(60);
  await drill.check();
}

describe('Still one result for each image', () => {
  it('with three dispatchers at once and every message delivered three times', async () => {
    const [api] = await Promise.all([drill.start('api'), drill.start('worker'), drill.start('worker')]);
    const queue = new Bull<RangeMessage>(RANGE_QUEUE, drill.redis.url, {
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    const dispatch = new DispatchRepository(drill.database.dataSource);
    const announcer = new RangeAnnouncer(queue, { url: drill.redis.url, deadlineMs: 2_000 });
    const fillers = [1, 2].map(() => new WindowFiller(dispatch, announcer));
    const jobId = await submitMixed(api);

    let doubled = 0;
    let ended = false;
    const meddling = (async () => {
      while (!ended) {
        await Promise.all(fillers.map((filler) => filler.fill()));
        const leases = await drill.database.dataSource.query<RangeMessage[]>(
          `SELECT id AS "leaseId", job_id AS "jobId", from_idx AS "from", to_idx AS "to" FROM leases`,
        );
        for (const data of [...leases, ...leases]) {
          await queue.add(MEASURE_RANGE, data, { jobId: randomUUID() });
          doubled += 1;
        }
        await sleep(50);
      }
    })();
    try {
      await drill.untilSettled(api, jobId);
    } finally {
      ended = true;
      await meddling;
      await queue.close();
    }
    report(`two more dispatchers beside the first, ${doubled} messages too many`);
    expect(doubled).toBeGreaterThan(50);
    await expectOneResultEach(api, jobId);
  });

  it('when a worker comes back late, after its ranges went to others', async () => {
    const api = await drill.start('api');
    const [late] = await Promise.all([drill.start('worker'), drill.start('worker')]);
    const jobId = await submitMixed(api);
    await drill.untilProcessed(api, jobId, 50);
    await drill.until(async () => (await drill.heldBy(late)).ranges.length > 0, 5);
    const held = await drill.heldBy(late);
    late.process.kill('SIGSTOP');
    const at = new Date();
    await drill.until(async () => (await drill.heldBy(late)).ranges.length === 0, 50);
    report(`worker frozen: its ranges went to others after ${seconds(Date.now() - at.getTime())}`);
    await sleep(300);
    // It goes on where it was, and sends results under leases that are not its own any more.
    late.process.kill('SIGCONT');
    await expectOneResultEach(api, jobId);
    const { firstMs, images } = await drill.resumption({ ...held, at });
    report(`worker frozen: its ${images} images were measured elsewhere after ${seconds(firstMs)}`);
    expect(firstMs).toBeLessThan(RESUME_MS);
    // It is a worker like any other again.
    const again = await drill.submit(api, 200);
    expect(await drill.untilSettled(api, again)).toMatchObject({ status: 'completed' });
    expect(late.process.exitCode).toBeNull();
  });
});
