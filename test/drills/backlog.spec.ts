import { setTimeout as sleep } from 'node:timers/promises';
import { Drill, report } from '../support/drills/drill.js';
import { mebibytes, residentBytes } from '../support/drills/resident-memory.js';

const FEW = 1_000;
const MANY = 1_000_000;
const IMAGES_PER_JOB = 100_000;

/** A process of Node keeps some megabytes more or less from run to run; a million URLs would be over 100. */
const PROCESS_SLACK = 40 * 1_048_576;
const REDIS_SLACK = 256 * 1_024;

let drill: Drill | undefined;
afterEach(() => drill?.end());

interface Memory {
  readonly api: number;
  readonly worker: number;
  readonly redis: number;
  readonly leases: number;
}

/** Jobs whose images wait: the host keeps everybody waiting, so the window stays full. */
async function addWaiting({ database, host }: Drill, images: number): Promise<void> {
  for (let left = images; left > 0; left -= IMAGES_PER_JOB) {
    await database.dataSource.query(
      `WITH job AS (
        INSERT INTO jobs (visit_count, total) VALUES (1, $1::int) RETURNING id, total
      ), visit AS (
        INSERT INTO visits (job_id, visit_no, store_id, visit_time, first_idx, image_count)
        SELECT id, 0, 'RP00001', now(), 0, total FROM job
      ), image AS (
        INSERT INTO images (job_id, idx, visit_no, url)
        SELECT id, n, 0, $2::text || n FROM job, generate_series(0, total - 1) AS n
      )
      INSERT INTO job_runs (job_id, run, end_idx, priority) SELECT id, 0, total, 0 FROM job`,
      [Math.min(left, IMAGES_PER_JOB), `${host.url}/held.jpg?`],
    );
  }
}

async function memoryWithWaiting(images: number): Promise<Memory> {
  drill = await Drill.begin();
  await addWaiting(drill, images);
  const [api, worker] = await Promise.all([drill.start('api'), drill.start('worker')]);
  const requests = drill.host.requests;
  await drill.until(() => (requests.get('/held.jpg') ?? 0) >= 32);
  await sleep(3_000);
  const [{ leases }] = await drill.database.dataSource.query<[{ leases: number }]>(
    'SELECT count(*)::int AS leases FROM leases',
  );
  const memory = {
    api: residentBytes(api.process.pid ?? 0),
    worker: residentBytes(worker.process.pid ?? 0),
    redis: await drill.redis.usedBytes(),
    leases,
  };
  await drill.end();
  drill = undefined;
  return memory;
}

describe('A backlog', () => {
  it('of 1,000,000 images costs Redis and the processes no more than one of 1,000', async () => {
    const few = await memoryWithWaiting(FEW);
    const many = await memoryWithWaiting(MANY);
    for (const [images, { api, worker, redis, leases }] of [
      [FEW, few],
      [MANY, many],
    ] as const) {
      report(
        `${images.toLocaleString('en').padStart(9)} images waiting: API ${mebibytes(api)}, worker ${mebibytes(worker)}, ` +
          `Redis ${(redis / 1_024).toFixed(0)} KiB, ${leases} ranges handed out`,
      );
    }
    expect(many.leases).toBe(few.leases);
    expect(many.redis - few.redis).toBeLessThan(REDIS_SLACK);
    expect(many.api - few.api).toBeLessThan(PROCESS_SLACK);
    expect(many.worker - few.worker).toBeLessThan(PROCESS_SLACK);
  });
});
