import { portionsOf } from '../../../src/jobs/retention/portions.js';
import { RetentionRepository } from '../../../src/jobs/retention/retention.repository.js';
import { RetentionService } from '../../../src/jobs/retention/retention.service.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;
let repository: RetentionRepository;
let retention: RetentionService;

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
  repository = new RetentionRepository(database.dataSource);
  retention = new RetentionService(repository);
});
afterAll(() => database?.drop());
// What a test leaves behind must not be due in the next one.
afterEach(() => retention.sweep(30));

/** A job whose first image failed and whose other images were measured, so many days ago. */
async function settledJob(images: number, daysAgo: number): Promise<string> {
  const worker = newWorker();
  const jobId = await work.submit(images);
  const range = await work.claim((await work.handOut(jobId, images))[0], worker);
  const [first, ...rest] = range.images;
  await work.results.settle(worker.id, [...failed(range, first ? [first] : []), ...measured(range, rest)]);
  await database.dataSource.query(
    `UPDATE jobs SET settled_at = now() - $2 * interval '1 day' WHERE id = $1`,
    [jobId, daysAgo],
  );
  return jobId;
}

async function rowsOf(jobId: string): Promise<Record<string, number>> {
  const [row] = await database.dataSource.query<[Record<string, number>]>(
    `SELECT (SELECT count(*)::int FROM images WHERE job_id = $1) AS images,
      (SELECT count(*)::int FROM image_results WHERE job_id = $1) AS results,
      (SELECT count(*)::int FROM visits WHERE job_id = $1) AS visits,
      (SELECT count(*)::int FROM job_events WHERE job_id = $1 AND kind = 'images_removed') AS events`,
    [jobId],
  );
  return row;
}

const KEPT = (images: number) => ({ images, results: images, visits: 1, events: 0 });
const REMOVED = { images: 0, results: 0, visits: 1, events: 1 };

describe('Retention', () => {
  it('removes the images of jobs that are older than they are kept, and nothing else', async () => {
    const [old, young] = [await settledJob(20, 31), await settledJob(20, 29)];
    const ongoing = await work.submit(20);
    expect(await retention.due(30)).toEqual({ jobs: 1, images: 20 });
    expect(await retention.sweep(30)).toEqual({ jobs: 1, images: 20 });
    expect(await rowsOf(old)).toEqual(REMOVED);
    expect(await rowsOf(young)).toEqual(KEPT(20));
    expect(await rowsOf(ongoing)).toMatchObject({ images: 20 });
    expect(await work.job(old)).toMatchObject({ processed: 19, failed: 1, settled: true });
    expect(await retention.sweep(30)).toEqual({ jobs: 0, images: 0 });
  });

  it('removes every image once when two sweeps run at the same time', async () => {
    const jobs: string[] = [];
    for (let n = 0; n < 12; n += 1) jobs.push(await settledJob(30, 40));
    const sweeps = await Promise.all([retention.sweep(30), new RetentionService(repository).sweep(30)]);
    const sum = (of: 'jobs' | 'images') => sweeps.reduce((total, extent) => total + extent[of], 0);
    expect([sum('jobs'), sum('images')]).toEqual([12, 360]);
    for (const jobId of jobs) expect(await rowsOf(jobId)).toEqual(REMOVED);
  });

  it('goes on where a sweep was killed between two steps', async () => {
    const jobId = await settledJob(25, 40);
    await repository.markDue(30, 10);
    expect(await repository.remove(portionsOf(await repository.findRemovals(10), 10))).toBe(10);
    expect(await rowsOf(jobId)).toMatchObject({ images: 15, results: 15 });
    expect(await repository.findRemovals(10)).toEqual([{ jobId, nextIdx: 10, endIdx: 25 }]);
    expect(await new RetentionService(repository).sweep(30)).toEqual({ jobs: 0, images: 15 });
    expect(await rowsOf(jobId)).toEqual(REMOVED);
    expect(await repository.findRemovals(10)).toEqual([]);
  });

  it('does nothing when a step comes twice', async () => {
    const jobId = await settledJob(10, 40);
    await repository.markDue(30, 10);
    const portions = portionsOf(await repository.findRemovals(10), 4);
    expect(await Promise.all([repository.remove(portions), repository.remove(portions)])).toEqual(
      expect.arrayContaining([4, 0]),
    );
    expect(await rowsOf(jobId)).toMatchObject({ images: 6, results: 6 });
  });

  it('removes the results of every run', async () => {
    const jobId = await settledJob(3, 40);
    await database.dataSource.query(
      `INSERT INTO image_results (job_id, idx, run, state, attempts) VALUES ($1, 0, 1, 1, 1)`,
      [jobId],
    );
    await retention.sweep(30);
    expect(await rowsOf(jobId)).toEqual(REMOVED);
  });

  it('stops between two steps when it is told to', async () => {
    const jobId = await settledJob(10, 40);
    let asked = 0;
    expect(await retention.sweep(30, () => (asked += 1) < 2)).toEqual({ jobs: 1, images: 0 });
    expect(await rowsOf(jobId)).toEqual({ ...KEPT(10), events: 1 });
  });

  it('passes over a job that is being reopened, without waiting for it', async () => {
    const jobId = await settledJob(5, 40);
    const reopening = database.dataSource.createQueryRunner();
    await reopening.startTransaction();
    await reopening.query(`UPDATE jobs SET failed = 0, settled_at = NULL WHERE id = $1`, [jobId]);
    expect(await retention.sweep(30)).toEqual({ jobs: 0, images: 0 });
    await reopening.commitTransaction();
    await reopening.release();
    expect(await retention.sweep(30)).toEqual({ jobs: 0, images: 0 });
    expect(await rowsOf(jobId)).toEqual(KEPT(5));
  });

  it('lets nobody reopen a job that was marked, also before its rows are gone', async () => {
    const jobId = await settledJob(5, 40);
    const reopen = () =>
      database.dataSource.query(`UPDATE jobs SET failed = 0, settled_at = NULL WHERE id = $1`, [jobId]);
    await repository.markDue(30, 10);
    await expect(reopen()).rejects.toThrow('jobs_images_removed_check');
    const young = await settledJob(5, 10);
    await database.dataSource.query(`UPDATE jobs SET failed = 0, settled_at = NULL WHERE id = $1`, [young]);
    expect(await work.job(young)).toMatchObject({ settled: false });
  });
});
