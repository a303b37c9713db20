import { insider } from '../../../src/access/caller.js';
import { DispatchPauseRepository } from '../../../src/jobs/control/dispatch-pause.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { findContradictions } from '../../support/contradictions.js';
import { deferred, failed, measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
});
afterEach(async () => {
  expect(await findContradictions(database.dataSource)).toEqual([]);
});
afterAll(() => database?.drop());

const eventsOf = async (jobId: string) => {
  const rows = await database.dataSource.query<{ kind: string }[]>(
    `SELECT kind FROM job_events WHERE job_id = $1 ORDER BY id`,
    [jobId],
  );
  return rows.map(({ kind }) => kind);
};
const leasesOf = async (jobId: string) =>
  (await database.dataSource.query<unknown[]>(`SELECT FROM leases WHERE job_id = $1`, [jobId])).length;

describe('Cancelling a job', () => {
  it('keeps its results, gives up the rest, and drops what comes later without harm to other jobs', async () => {
    const worker = newWorker();
    const [jobId, other] = [await work.submit(10), await work.submit(2)];
    const range = await work.claim((await work.handOut(jobId, 6))[0], worker);
    const [good, bad, ...rest] = range.images;
    await work.results.settle(worker.id, [
      ...measured(range, good ? [good] : []),
      ...failed(range, bad ? [bad] : []),
    ]);
    expect(await work.cancel(jobId)).toBe(8);
    expect(await work.job(jobId)).toMatchObject({ processed: 1, failed: 1, cancelled: 8, settled: true });
    expect(await leasesOf(jobId)).toBe(0);
    const theirs = await work.claim((await work.handOut(other, 2))[0], worker);
    const late = await work.results.settle(worker.id, [...measured(range, rest), ...measured(theirs)]);
    expect(late).toMatchObject({ stored: 2, settledJobs: [other] });
    expect(await work.job(jobId)).toMatchObject({ processed: 1, cancelled: 8 });
    expect(await eventsOf(jobId)).toEqual(['submitted', 'started', 'cancelled', 'settled']);
  });

  it('happens once, however many ask for it at the same instant', async () => {
    const jobId = await work.submit(5);
    const answers = await Promise.all(Array.from({ length: 5 }, () => work.cancel(jobId)));
    expect(answers.filter((images) => images !== undefined)).toEqual([5]);
  });

  it('is not possible for a job that is settled', async () => {
    const worker = newWorker();
    const jobId = await work.submit(1);
    await work.results.settle(
      worker.id,
      measured(await work.claim((await work.handOut(jobId, 1))[0], worker)),
    );
    expect(await work.cancel(jobId)).toBeUndefined();
    expect(await work.job(jobId)).toMatchObject({ processed: 1, cancelled: 0 });
    expect(await eventsOf(jobId)).toEqual(['submitted', 'started', 'settled']);
  });

  it('adds up, whatever is settled, handed out, claimed or put off at the same instant', async () => {
    for (let round = 0; round < 15; round += 1) {
      const worker = newWorker();
      const jobId = await work.submit(40);
      const messages = await work.handOut(jobId, 20, 5);
      const [first, second] = [await work.claim(messages[0], worker), await work.claim(messages[1], worker)];
      await work.results.settle(worker.id, deferred(first, first.images.slice(0, 2)));
      await database.dataSource.query(`UPDATE deferred_images SET due_at = now()`);
      const cancelled = work.cancel(jobId);
      await Promise.all([
        work.results.settle(worker.id, measured(first, first.images.slice(2))),
        work.results.settle(worker.id, deferred(second)),
        work.dispatch.handOut([{ jobId, run: 0, images: 10 }], 5),
        work.dispatch.handOutDeferred(10),
        work.leases.claim(messages[2] ?? messages[0]!, worker.id),
        work.leases.handBack(messages[3]?.leaseId ?? '', worker.id),
      ]);
      await cancelled;
      const { processed, cancelled: gone } = await work.job(jobId);
      expect(Number(processed) + Number(gone)).toBe(40);
      expect(await findContradictions(database.dataSource)).toEqual([]);
      // Whatever was made out of a lease meanwhile can be claimed by nobody, and goes away.
      expect(await work.announce()).toEqual([]);
      await database.dataSource.query(`UPDATE deferred_images SET due_at = now()`);
      await work.dispatch.handOutDeferred(100);
      await work.recovery.removeCancelled();
      expect(await leasesOf(jobId)).toBe(0);
    }
  });
});

describe('A paused job', () => {
  it('is not handed out, announced or claimed, takes no place in the window, and goes on where it was', async () => {
    const worker = newWorker();
    const jobId = await work.submit(9);
    const [begun, waiting] = await work.handOut(jobId, 6, 3);
    const range = await work.claim(begun, worker);
    await work.results.settle(worker.id, deferred(range, range.images.slice(0, 1)));
    await database.dataSource.query(`UPDATE deferred_images SET due_at = now()`);
    const before = (await work.dispatch.window()).outstanding;
    expect(await work.pause(jobId)).toBe(true);
    expect(await work.pause(jobId)).toBe(false);
    expect(await work.leases.claim(waiting!, worker.id)).toBeUndefined();
    expect((await work.dispatch.dueRuns()).map((due) => due.jobId)).not.toContain(jobId);
    await work.dispatch.handOut([{ jobId, run: 0, images: 3 }], 3);
    expect(await work.dispatch.handOutDeferred(10)).toBe(0);
    expect((await work.dispatch.window()).outstanding).toBe(before - 3);
    // What was begun is finished.
    expect(await work.results.settle(worker.id, measured(range, range.images.slice(1)))).toMatchObject({
      stored: 2,
    });

    expect(await work.resume(jobId)).toBe(true);
    expect(await work.announce()).toEqual([waiting]);
    await work.results.settle(worker.id, measured(await work.claim(waiting, worker)));
    expect(await work.dispatch.handOutDeferred(10)).toBe(1);
    const rest = [...(await work.announce()), ...(await work.handOut(jobId, 3))];
    for (const message of rest)
      await work.results.settle(worker.id, measured(await work.claim(message, worker)));
    expect(await work.job(jobId)).toMatchObject({ processed: 9, settled: true });
    expect(await eventsOf(jobId)).toEqual(['submitted', 'started', 'paused', 'resumed', 'settled']);
  });

  it('can be cancelled', async () => {
    const jobId = await work.submit(3);
    await work.pause(jobId);
    expect(await work.cancel(jobId)).toBe(3);
    expect(await work.resume(jobId)).toBe(false);
  });
});

describe('A pause of everything', () => {
  it('lets nobody claim anything until it is over, and then announces what waits', async () => {
    const pauses = new DispatchPauseRepository(database.dataSource);
    const [by, worker] = [insider('cli'), newWorker()];
    const jobId = await work.submit(2);
    const [message] = await work.handOut(jobId, 2);
    expect([await pauses.pause(by), await pauses.pause(by)]).toEqual([true, false]);
    expect(await work.leases.claim(message!, worker.id)).toBeUndefined();
    expect(await work.dispatch.window()).toMatchObject({ paused: true });
    expect(await pauses.find()).toMatchObject({ pausedBy: 'cli' });
    expect([await pauses.resume(by), await pauses.resume(by)]).toEqual([true, false]);
    expect(await work.announce()).toEqual([message]);
    await work.results.settle(worker.id, measured(await work.claim(message, worker)));
    expect(await work.job(jobId)).toMatchObject({ settled: true });
  });
});
