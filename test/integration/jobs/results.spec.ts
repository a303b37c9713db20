import type { Outcome } from '../../../src/jobs/queue/outcome.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
});
afterAll(() => database?.drop());

describe('Storing results', () => {
  it('moves results, counters and leases together, and settles the job with its last image', async () => {
    const worker = newWorker();
    const jobId = await work.submit(3);
    const range = await work.claim((await work.handOut(jobId, 3))[0], worker);
    const [first, ...rest] = range.images;
    await work.results.settle(worker.id, measured(range, first ? [first] : []));
    expect(await work.job(jobId)).toMatchObject({ processed: 1, failed: 0, settled: false });
    const last = await work.results.settle(worker.id, [
      ...measured(range, rest.slice(0, 1)),
      ...failed(range, rest.slice(1)),
    ]);
    expect(last).toMatchObject({ settledJobs: [jobId], finishedLeases: 1, stored: 2 });
    expect(await work.job(jobId)).toMatchObject({ processed: 2, failed: 1, settled: true });
    expect(await work.count('leases')).toBe(0);
  });

  it('changes nothing when the same results come twice', async () => {
    const worker = newWorker();
    const jobId = await work.submit(2);
    const range = await work.claim((await work.handOut(jobId, 2))[0], worker);
    const outcomes = measured(range, range.images.slice(0, 1));
    await work.results.settle(worker.id, outcomes);
    expect(await work.results.settle(worker.id, outcomes)).toMatchObject({ stored: 0 });
    expect(await work.job(jobId)).toMatchObject({ processed: 1 });
    // The lease is still there for the image that has no result yet.
    await work.results.settle(worker.id, measured(range));
    expect(await work.job(jobId)).toMatchObject({ processed: 2, settled: true });
    expect(await work.count('leases')).toBe(0);
  });

  it('takes nothing from a worker that lost its lease', async () => {
    const [late, other] = [newWorker(), newWorker()];
    const jobId = await work.submit(2);
    const range = await work.claim((await work.handOut(jobId, 2))[0], late);
    await work.die(late);
    await work.recovery.replaceExpired();
    const again = await work.claim((await work.announce())[0], other);
    expect(await work.results.settle(late.id, failed(range))).toMatchObject({ stored: 0 });
    await work.results.settle(other.id, measured(again));
    expect(await work.job(jobId)).toMatchObject({ processed: 2, failed: 0, settled: true });
  });

  it('numbers the failures of a job 1..n, however many workers store them at once', async () => {
    const jobId = await work.submit(400);
    const messages = await work.handOut(jobId, 400, 20);
    const workers = messages.map(() => newWorker());
    const ranges = await Promise.all(
      messages.map((message, n) => work.claim(message, workers[n] ?? newWorker())),
    );
    await Promise.all(ranges.map((range, n) => work.results.settle(workers[n]?.id ?? '', failed(range))));
    const rows = await database.dataSource.query<{ no: number }[]>(
      `SELECT failure_no AS no FROM image_results WHERE job_id = $1 ORDER BY 1`,
      [jobId],
    );
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
    expect(await work.job(jobId)).toMatchObject({ failed: 400, last_failure_no: 400, settled: true });
  });

  it('keeps a time that is longer than a number has room for', async () => {
    const worker = newWorker();
    const jobId = await work.submit(1);
    const range = await work.claim((await work.handOut(jobId, 1))[0], worker);
    const [outcome] = measured(range);
    const late = { ...outcome, timings: { queueMs: 3e9 } } as Outcome;
    expect(await work.results.settle(worker.id, [late])).toMatchObject({ stored: 1 });
  });

  it('locks nobody out when two workers store results of the same jobs in opposite order', async () => {
    const jobs = await Promise.all([work.submit(40), work.submit(40)]);
    const workers = [newWorker(), newWorker()];
    for (let round = 0; round < 10; round += 1) {
      const outcomes: Outcome[][] = [];
      for (const worker of workers) {
        const all: Outcome[] = [];
        for (const jobId of jobs)
          all.push(...measured(await work.claim((await work.handOut(jobId, 2))[0], worker)));
        outcomes.push(all);
      }
      const [here, there] = outcomes;
      await Promise.all([
        work.results.settle(workers[0]?.id ?? '', here ?? []),
        work.results.settle(workers[1]?.id ?? '', (there ?? []).reverse()),
        work.leases.renew(workers[0] ?? newWorker()),
      ]);
    }
    for (const jobId of jobs) expect(await work.job(jobId)).toMatchObject({ processed: 40, settled: true });
  });

  it('hands a deferred image out again, alone and with its tries, when its time has come', async () => {
    const worker = newWorker();
    const jobId = await work.submit(2);
    const range = await work.claim((await work.handOut(jobId, 2))[0], worker);
    const { leaseId, run } = range;
    const deferred = {
      kind: 'deferred',
      leaseId,
      jobId,
      run,
      idx: 1,
      attempts: 2,
      throttles: 1,
      waitMs: 60_000,
    } as const;
    await work.results.settle(worker.id, [...measured(range, range.images.slice(0, 1)), deferred]);
    expect(await work.dispatch.handOutDeferred(10)).toBe(0);
    await database.dataSource.query(`UPDATE deferred_images SET due_at = now()`);
    expect(await work.dispatch.handOutDeferred(10)).toBe(1);
    const alone = await work.claim((await work.announce())[0], worker);
    expect(alone).toMatchObject({
      attempts: 2,
      throttles: 1,
      images: [{ idx: 1, url: 'http://host/1.jpg' }],
    });
    await work.results.settle(worker.id, measured(alone));
    expect(await work.job(jobId)).toMatchObject({ processed: 2, settled: true });
  });
});
