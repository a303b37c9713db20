import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
});
afterAll(() => database?.drop());

interface Pace {
  readonly pace: number | null;
  readonly settled: number | null;
  readonly base: number | null;
}

async function paceOf(jobId: string): Promise<Pace> {
  const [row] = await database.dataSource.query<[Pace]>(
    `SELECT pace, pace_settled AS settled, pace_base AS base FROM jobs WHERE id = $1`,
    [jobId],
  );
  return row;
}

/** Makes everything of a job so many seconds older. */
async function age(jobId: string, seconds: number): Promise<void> {
  await database.dataSource.query(
    `UPDATE jobs SET started_at = started_at - $2 * interval '1 s', pace_at = pace_at - $2 * interval '1 s',
      pace_since = pace_since - $2 * interval '1 s' WHERE id = $1`,
    [jobId, seconds],
  );
}

/** A job in the hands of a worker that stores so many of its images at a time. */
async function running(images: number) {
  const worker = newWorker();
  const jobId = await work.submit(images);
  const range = await work.claim((await work.handOut(jobId, images))[0], worker);
  let next = 0;
  const store = async (count: number) => {
    const some = range.images.slice(next, (next += count));
    await work.results.settle(worker.id, measured(range, some));
    return paceOf(jobId);
  };
  return { jobId, store };
}

describe('The pace of a job', () => {
  it('is measured from its start, when a second has passed', async () => {
    const { jobId, store } = await running(100);
    expect(await store(10)).toEqual({ pace: null, settled: 0, base: 0 });
    await age(jobId, 2);
    const { pace, settled } = await store(10);
    expect(settled).toBe(20);
    expect(pace).toBeGreaterThan(5);
    expect(pace).toBeLessThanOrEqual(10);
  });

  it('follows a change of speed smoothly', async () => {
    const { jobId, store } = await running(1_000);
    await age(jobId, 10);
    const before = await store(100);
    await age(jobId, 2);
    const after = await store(200);
    // From 10 a second to 100 a second, of which a third counts after two seconds.
    expect(before.pace).toBeLessThanOrEqual(10);
    expect(after.pace).toBeGreaterThan(20);
    expect(after.pace).toBeLessThan(60);
    // Within a second nothing is measured.
    expect(await store(100)).toEqual(after);
  });

  it('begins anew after a long rest, which does not count as slow work', async () => {
    const { jobId, store } = await running(1_000);
    await age(jobId, 2);
    await store(20);
    await age(jobId, 3_600);
    expect(await store(10)).toEqual({ pace: null, settled: 30, base: 30 });
    await age(jobId, 2);
    expect((await store(200)).pace).toBeGreaterThan(50);
  });

  it('begins anew when images are taken back to run again', async () => {
    const { jobId, store } = await running(100);
    await age(jobId, 2);
    await store(50);
    await database.dataSource.query(`UPDATE jobs SET processed = 0 WHERE id = $1`, [jobId]);
    expect(await store(10)).toMatchObject({ pace: null, settled: 10, base: 10 });
  });
});

describe('The counts of a minute', () => {
  const counts = () =>
    database.dataSource.query<{ code: string; images: number }[]>(
      `SELECT code, sum(images)::int AS images FROM minute_counts GROUP BY code ORDER BY code`,
    );

  it('grow by what is stored, by code, and not by what comes twice or too late', async () => {
    await database.dataSource.query(`DELETE FROM minute_counts`);
    const [worker, late] = [newWorker(), newWorker()];
    const jobId = await work.submit(10);
    const range = await work.claim((await work.handOut(jobId, 10))[0], worker);
    const outcomes = [
      ...measured(range, range.images.slice(0, 6)),
      ...failed(range, range.images.slice(6, 9)),
    ];
    await work.results.settle(late.id, outcomes);
    expect(await counts()).toEqual([]);
    await work.results.settle(worker.id, outcomes);
    await work.results.settle(worker.id, outcomes);
    await work.results.settle(worker.id, measured(range, range.images.slice(9)));
    expect(await counts()).toEqual([
      { code: '', images: 7 },
      { code: 'HTTP_404', images: 3 },
    ]);
  });

  it('are right when many workers store at once, and nobody locks anybody out', async () => {
    await database.dataSource.query(`DELETE FROM minute_counts`);
    const jobId = await work.submit(640);
    const messages = await work.handOut(jobId, 640, 20);
    const workers = messages.map(() => newWorker());
    const ranges = await Promise.all(messages.map((message, n) => work.claim(message, workers[n]!)));
    await Promise.all(
      ranges.map((range, n) =>
        work.results.settle(workers[n]!.id, [
          ...measured(range, range.images.slice(0, 15)),
          ...failed(range, range.images.slice(15)),
        ]),
      ),
    );
    expect(await counts()).toEqual([
      { code: '', images: 480 },
      { code: 'HTTP_404', images: 160 },
    ]);
  });

  it('are removed after 90 days', async () => {
    await database.dataSource.query(`DELETE FROM minute_counts`);
    await database.dataSource.query(
      `INSERT INTO minute_counts VALUES (now() - interval '91 days', 'old', 0, 1), (now() - interval '89 days', 'new', 0, 1)`,
    );
    await work.recovery.removeOld();
    expect(await counts()).toEqual([{ code: 'new', images: 1 }]);
  });
});
