import { insider } from '../../../src/access/caller.js';
import { readBulkFilter } from '../../../src/jobs/retry/bulk-retry-request.js';
import { BulkRetryRepository } from '../../../src/jobs/retry/bulk-retry.repository.js';
import { groupsOn, makeGroup } from '../../support/groups.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { findContradictions } from '../../support/contradictions.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;
const worker = newWorker();

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
});
afterEach(async () => {
  expect(await findContradictions(database.dataSource)).toEqual([]);
});
afterAll(() => database?.drop());

/** A settled job whose images at these places failed, and the others were measured. */
async function settledJob(images: number, ...bad: number[]): Promise<string> {
  const jobId = await work.submit(images);
  const range = await work.claim((await work.handOut(jobId, images))[0], worker);
  const isBad = ({ idx }: { idx: number }) => bad.includes(idx);
  await work.results.settle(worker.id, [
    ...measured(
      range,
      range.images.filter((image) => !isBad(image)),
    ),
    ...failed(range, range.images.filter(isBad)),
  ]);
  return jobId;
}

describe('Running failed images again', () => {
  it('takes them alone, in one range however far apart they lie, and keeps the earlier run', async () => {
    const jobId = await settledJob(1_000, 3, 500, 997);
    expect(await work.retry(jobId)).toEqual({ kind: 'reopened', run: 1, images: 3 });
    expect(await work.job(jobId)).toMatchObject({ processed: 997, failed: 0, run: 1, settled: false });
    expect(await work.dispatch.dueRuns()).toMatchObject([{ jobId, run: 1, remaining: 3 }]);
    const messages = await work.handOut(jobId, 3, 64);
    expect(messages).toMatchObject([{ from: 3, to: 998 }]);
    const range = await work.claim(messages[0], worker);
    expect(range.images.map(({ idx }) => idx)).toEqual([3, 500, 997]);
    await work.results.settle(worker.id, [
      ...measured(range, range.images.slice(0, 2)),
      ...failed(range, range.images.slice(2)),
    ]);
    expect(await work.job(jobId)).toMatchObject({
      processed: 999,
      failed: 1,
      settled: true,
      last_failure_no: 4,
    });
    const earlier = await database.dataSource.query(
      `SELECT idx FROM image_results WHERE job_id = $1 AND run = 0 AND state = 2 ORDER BY idx`,
      [jobId],
    );
    expect(earlier).toEqual([{ idx: 3 }, { idx: 500 }, { idx: 997 }]);
  });

  it('hands them out in as many ranges as were asked for, each once', async () => {
    const jobId = await settledJob(20, 1, 2, 5, 9, 13, 17, 19);
    await work.retry(jobId);
    const first = await work.handOut(jobId, 4, 2);
    expect(first).toMatchObject([
      { from: 1, to: 3 },
      { from: 5, to: 10 },
    ]);
    expect(await work.dispatch.dueRuns()).toMatchObject([{ remaining: 3 }]);
    const rest = await work.handOut(jobId, 10, 2);
    expect(rest).toMatchObject([
      { from: 13, to: 18 },
      { from: 19, to: 20 },
    ]);
    expect(await work.dispatch.dueRuns()).toEqual([]);
    for (const message of [...first, ...rest])
      await work.results.settle(worker.id, measured(await work.claim(message, worker)));
    expect(await work.job(jobId)).toMatchObject({ processed: 20, failed: 0, settled: true });
  });

  it('refuses a job that is ongoing, and one in which nothing fits; two at once reopen it once', async () => {
    const [ongoing, good, bad] = [await work.submit(1), await settledJob(2), await settledJob(2, 0)];
    expect(await work.retry(ongoing)).toEqual({ kind: 'ongoing' });
    expect(await work.retry(good)).toEqual({ kind: 'nothing' });
    expect(await work.retry(bad, { codes: ['HTTP_503'] })).toEqual({ kind: 'nothing' });
    expect(await work.retry(bad, { storeIds: ['RP00002'] })).toEqual({ kind: 'nothing' });
    expect(await work.retry('999999')).toEqual({ kind: 'unknown' });
    const kinds = (await Promise.all([work.retry(bad), work.retry(bad)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['ongoing', 'reopened']);
    await Promise.all([work.cancel(ongoing), work.cancel(bad)]);
  });

  it('counts what it would take without taking it', async () => {
    const jobId = await settledJob(5, 0, 4);
    expect(await work.retries.count(jobId, {})).toMatchObject({
      images: 2,
      cancelled: 0,
      stores: 1,
      byCode: [{ code: 'HTTP_404', images: 2 }],
    });
    expect(await work.retries.count(jobId, { states: ['cancelled'] })).toMatchObject({
      images: 0,
      byCode: [],
    });
    expect(await work.job(jobId)).toMatchObject({ failed: 2, run: 0, settled: true });
  });

  it('says so when a job cannot have one run more', async () => {
    const jobId = await settledJob(1, 0);
    await database.dataSource.query(`UPDATE jobs SET run = 32767 WHERE id = $1`, [jobId]);
    expect(await work.retry(jobId)).toEqual({ kind: 'too-many-runs' });
    await database.dataSource.query(`UPDATE jobs SET run = 0 WHERE id = $1`, [jobId]);
  });
});

describe('Running cancelled images again', () => {
  it('gives each the result it had in the run it leaves, and takes nothing late from that run', async () => {
    const jobId = await work.submit(6);
    const range = await work.claim((await work.handOut(jobId, 3))[0], worker);
    await work.results.settle(worker.id, failed(range, range.images.slice(0, 1)));
    await work.cancel(jobId);
    expect(await work.retry(jobId, { states: ['cancelled'] })).toMatchObject({ run: 1, images: 5 });
    expect(await work.job(jobId)).toMatchObject({ failed: 1, cancelled: 0, settled: false });
    expect(await work.results.settle(worker.id, measured(range))).toMatchObject({ stored: 0 });
    const [message] = await work.handOut(jobId, 5);
    await work.results.settle(worker.id, measured(await work.claim(message, worker)));
    expect(await work.job(jobId)).toMatchObject({ processed: 5, failed: 1, cancelled: 0, settled: true });
    const earlier = await database.dataSource.query(
      `SELECT state, count(*)::int AS n FROM image_results WHERE job_id = $1 AND run = 0 GROUP BY 1 ORDER BY 1`,
      [jobId],
    );
    expect(earlier).toEqual([
      { state: 2, n: 1 },
      { state: 3, n: 5 },
    ]);
  });

  it('can be cancelled and run again as often as one likes', async () => {
    const jobId = await settledJob(4, 1, 3);
    await work.retry(jobId);
    const range = await work.claim((await work.handOut(jobId, 1))[0], worker);
    expect(await work.cancel(jobId)).toBe(2);
    expect(await work.job(jobId)).toMatchObject({ processed: 2, failed: 0, cancelled: 2, settled: true });
    expect(await work.retry(jobId, { states: ['failed'] })).toEqual({ kind: 'nothing' });
    expect(await work.retry(jobId)).toMatchObject({ run: 2, images: 2 });
    expect(await work.results.settle(worker.id, measured(range))).toMatchObject({ stored: 0 });
    await work.results.settle(
      worker.id,
      measured(await work.claim((await work.handOut(jobId, 2))[0], worker)),
    );
    expect(await work.job(jobId)).toMatchObject({ processed: 4, cancelled: 0, run: 2, settled: true });
  });
});

describe('Running the failed images of many jobs again', () => {
  const sent = { job_ids: [] as string[] };
  let retries: BulkRetryRepository;

  beforeAll(() => {
    retries = new BulkRetryRepository(database.dataSource, groupsOn(database.dataSource));
  });

  it('reopens each job once, however many processes do it, and whenever they begin', async () => {
    sent.job_ids = [await settledJob(3, 0), await settledJob(3, 1, 2), await settledJob(3, 2)];
    const stored = await retries.store(readBulkFilter(sent), sent, insider('cli'));
    expect(stored).toMatchObject({ jobs: 3 });
    expect(await retries.find(stored?.id ?? '')).toMatchObject({ waiting: 3, reopened: 0 });
    // As after a kill of the process that was asked: others find what is left.
    const turns = await Promise.all(Array.from({ length: 6 }, () => retries.reopenNext()));
    expect(turns.filter((jobId) => jobId)).toHaveLength(3);
    expect(await retries.find(stored?.id ?? '')).toMatchObject({
      waiting: 0,
      reopened: 3,
      images: 4,
      settled: 0,
    });
    for (const jobId of sent.job_ids) expect(await work.runOf(jobId)).toBe(1);
  });

  it('skips a job that is ongoing when it is its turn, and says so', async () => {
    const ongoing = await settledJob(2, 0);
    sent.job_ids = [ongoing, await settledJob(2, 1)];
    const filter = readBulkFilter(sent);
    expect(await retries.count(filter)).toMatchObject({ jobs: 2, images: 2, ongoing: 0 });
    const stored = await retries.store(filter, sent, insider('cli'));
    await work.retry(ongoing);
    while (await retries.reopenNext());
    expect(await retries.find(stored?.id ?? '')).toMatchObject({ jobs: 2, reopened: 1, skipped: 1 });
    expect(await work.runOf(ongoing)).toBe(1);
  });

  it('skips a job at once whose group was deleted meanwhile', async () => {
    await database.dataSource.query(
      `INSERT INTO stores (id, name, area_code) VALUES ('RP00001', 'ONE', 'A')`,
    );
    const group = await makeGroup(database.dataSource, { rule: { active: true } });
    const filter = { job_ids: [await settledJob(2, 0)], group };
    const stored = await retries.store(readBulkFilter(filter), filter, insider('cli'));
    await database.dataSource.query(`UPDATE store_groups SET deleted_at = now() WHERE id = $1`, [group]);
    expect(await retries.reopenNext()).toMatchObject({ result: { kind: 'no-group' } });
    expect(await retries.find(stored?.id ?? '')).toMatchObject({ waiting: 0, skipped: 1 });
  });

  it('puts a job off that cannot be reopened, lets the next one go first, and skips it in the end', async () => {
    const broken = await settledJob(2, 0);
    sent.job_ids = [broken, await settledJob(2, 1)];
    const stored = await retries.store(readBulkFilter(sent), sent, insider('cli'));
    // The run it would get is there already.
    await database.dataSource.query(
      `INSERT INTO job_runs (job_id, run, end_idx, priority) VALUES ($1, 1, 0, 0)`,
      [broken],
    );
    expect(await retries.reopenNext()).toMatchObject({ jobId: broken, result: { kind: 'error' } });
    expect(await retries.reopenNext()).toMatchObject({ jobId: sent.job_ids[1], result: { run: 1 } });
    expect(await retries.reopenNext()).toBeUndefined();
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      expect(await retries.find(stored?.id ?? '')).toMatchObject({ waiting: 1, reopened: 1 });
      await database.dataSource.query(`UPDATE retry_jobs SET not_before = now() WHERE job_id = $1`, [broken]);
      expect(await retries.reopenNext()).toMatchObject({ jobId: broken });
    }
    expect(await retries.find(stored?.id ?? '')).toMatchObject({ waiting: 0, reopened: 1, skipped: 1 });
    expect(await work.job(broken)).toMatchObject({ failed: 1, run: 0, settled: true });
    await database.dataSource.query(`DELETE FROM job_runs WHERE job_id = $1 AND run = 1`, [broken]);
  });
});
