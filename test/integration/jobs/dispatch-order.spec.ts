import { insider } from '../../../src/access/caller.js';
import type { ImageChoice } from '../../../src/jobs/retry/retry-filter.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { failed, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;

beforeEach(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
});
afterEach(() => database.drop());

/** A job whose visits have these priorities and so many images each. @returns its id */
function submit(priorities: readonly number[], imagesPerVisit: number): Promise<string> {
  const visits = priorities.map((_, visitNo) => ({
    storeId: `RP0000${visitNo}`,
    visitTime: '2026-03-01T09:30:00.000Z',
    imageUrls: Array.from({ length: imagesPerVisit }, (_, n) => `http://host/${visitNo}-${n}.jpg`),
  }));
  return work.submissions.create({ visits, priority: 0, labels: {}, priorities }, insider('cli'));
}

async function ranges(jobId: string): Promise<string[]> {
  const leases = await database.dataSource.query<{ from: number; to: number; open: number }[]>(
    `SELECT from_idx AS "from", to_idx AS "to", open FROM leases WHERE job_id = $1 ORDER BY id`,
    [jobId],
  );
  return leases.map(({ from, to, open }) => `${from}-${to}${open === to - from ? '' : ` of ${open}`}`);
}

describe('The images of a job', () => {
  it('lie in the order of their priorities, those of a visit side by side', async () => {
    const jobId = await submit([0, 10, 0, 10], 2);
    const images = await database.dataSource.query<{ url: string }[]>(
      `SELECT url FROM images WHERE job_id = $1 ORDER BY idx`,
      [jobId],
    );
    expect(images.map(({ url }) => url.slice(12, 15))).toEqual([
      '1-0',
      '1-1',
      '3-0',
      '3-1',
      '0-0',
      '0-1',
      '2-0',
      '2-1',
    ]);
    const visits = await database.dataSource.query(
      `SELECT v.visit_no, v.first_idx, v.priority, count(i.idx)::int AS inside FROM visits v
       JOIN images i ON i.job_id = v.job_id AND i.visit_no = v.visit_no
         AND i.idx >= v.first_idx AND i.idx < v.first_idx + v.image_count
       WHERE v.job_id = $1 GROUP BY 1, 2, 3 ORDER BY 1`,
      [jobId],
    );
    expect(visits).toEqual([
      { visit_no: 0, first_idx: 4, priority: 0, inside: 2 },
      { visit_no: 1, first_idx: 0, priority: 10, inside: 2 },
      { visit_no: 2, first_idx: 6, priority: 0, inside: 2 },
      { visit_no: 3, first_idx: 2, priority: 10, inside: 2 },
    ]);
  });
});

describe('A range', () => {
  it('ends where another priority begins, whatever portion it is cut from', async () => {
    const jobId = await submit([0, 10, 5], 7);
    await work.handOut(jobId, 9, 4);
    expect(await ranges(jobId)).toEqual(['0-4', '4-7', '7-9']);
    await work.handOut(jobId, 12, 4);
    expect(await ranges(jobId)).toEqual(['0-4', '4-7', '7-9', '9-13', '13-14', '14-18', '18-21']);
  });

  it('is as long as ever in a job of one priority', async () => {
    const jobId = await submit([5, 5, 5], 3);
    await work.handOut(jobId, 9, 4);
    expect(await ranges(jobId)).toEqual(['0-4', '4-8', '8-9']);
  });

  it('of a retry ends there, too, and so do the halves of one that killed its worker', async () => {
    const jobId = await submit([0, 10], 6);
    await failAll(jobId);
    await retry(jobId);
    await work.handOut(jobId, 12, 100);
    expect(await ranges(jobId)).toEqual(['0-6', '6-12']);
    for (let death = 0; death < 2; death += 1) await dieWithAll();
    expect((await ranges(jobId)).sort()).toEqual(['0-3', '3-6', '6-9', '9-12']);
  });

  it('of a retry of some images reaches over others, but not into another priority', async () => {
    const jobId = await submit([0, 10, 0, 10], 3);
    await failAll(jobId);
    await retry(jobId, { storeIds: ['RP00001', 'RP00002'] });
    await work.handOut(jobId, 2, 100);
    expect(await ranges(jobId)).toEqual(['0-2']);
    await work.handOut(jobId, 4, 100);
    expect(await ranges(jobId)).toEqual(['0-2', '2-3', '9-12']);
  });
});

async function failAll(jobId: string): Promise<void> {
  const worker = newWorker();
  for (const message of await work.handOut(jobId, 12)) {
    await work.results.settle(worker.id, failed(await work.claim(message, worker)));
  }
}

async function retry(jobId: string, choice: ImageChoice = {}): Promise<void> {
  expect(await work.retry(jobId, choice)).toMatchObject({ kind: 'reopened' });
}

/** One worker takes everything there is, and is never heard of again. */
async function dieWithAll(): Promise<void> {
  const worker = newWorker();
  await database.dataSource.query(`UPDATE leases SET queued_at = NULL WHERE worker_id IS NULL`);
  for (const message of await work.announce()) await work.claim(message, worker);
  await work.die(worker);
  await work.recovery.replaceExpired();
}
