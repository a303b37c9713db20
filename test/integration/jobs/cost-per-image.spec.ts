import { DataSource } from 'typeorm';
import { insider } from '../../../src/access/caller.js';
import { dataSourceOptions } from '../../../src/database/data-source-options.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { measured, newWorker, Work } from '../../support/work.js';

const RANGE = 5;

/** An image, its visit, and a share of the lease for each image of a range; whole tables have hundreds of entries here. */
const ENTRIES = { atLeast: 2 * RANGE, atMost: 4 * RANGE };

let database: TestDatabase;
let work: Work;

beforeEach(async () => {
  database = await createTestDatabase();
  const limits = { migrateOnStart: false, connectTimeoutMs: 5_000, statementTimeoutMs: 60_000 };
  // One connection: the plans that it keeps, and the rows it counts, are those of all statements.
  const options = dataSourceOptions({ url: database.url, ...limits, poolSize: 1 });
  work = new Work(await new DataSource(options).initialize());
});
afterEach(async () => {
  await work.dataSource.destroy();
  await database.drop();
});

/** A job of visits with one image each. @returns its id */
function submit(images: number): Promise<string> {
  const visits = Array.from({ length: images }, (_, n) => ({
    storeId: 'RP00001',
    visitTime: '2026-03-01T09:30:00.000Z',
    imageUrls: [`http://host/${n}.jpg`],
  }));
  return work.submissions.create({ visits, priority: 0, labels: {} }, insider('cli'));
}

/** Has the next images of a job measured. */
async function measureNext(jobId: string, images: number): Promise<void> {
  const worker = newWorker();
  for (const message of await work.handOut(jobId, images, RANGE)) {
    await work.results.settle(worker.id, measured(await work.claim(message, worker)));
  }
}

/** @returns entries of indexes, and rows by scans, that were read to claim the next range of a job */
async function costOfNext(jobId: string): Promise<number> {
  const [message] = await work.handOut(jobId, RANGE);
  const before = await entriesRead();
  await work.claim(message, newWorker());
  return (await entriesRead()) - before;
}

/** What a connection has read is told when it has nothing else to do, or when it is asked to. */
async function reportStatistics(): Promise<void> {
  await work.dataSource.query('SELECT pg_stat_force_next_flush()');
}

/** In the tables that grow with a job. */
async function entriesRead(): Promise<number> {
  await reportStatistics();
  const [row] = await work.dataSource.query<[{ n: number }]>(
    `SELECT (SELECT sum(seq_tup_read) FROM pg_stat_user_tables WHERE relname = ANY ($1))::int
       + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = ANY ($1))::int AS n`,
    [['images', 'visits', 'image_results', 'leases']],
  );
  return row.n;
}

function expectFew(entries: number): void {
  expect(entries).toBeGreaterThanOrEqual(ENTRIES.atLeast); // they are counted
  expect(entries).toBeLessThanOrEqual(ENTRIES.atMost);
}

describe('Claiming a range', () => {
  it('reads no more at the end of a large job than at its begin', async () => {
    const jobId = await submit(600);
    expectFew(await costOfNext(jobId));
    await measureNext(jobId, 590);
    expectFew(await costOfNext(jobId));
  });

  it('reads no more because statistics know only a smaller job', async () => {
    await measureNext(await submit(100), 100);
    await work.dataSource.query('ANALYZE images, visits');
    const jobId = await submit(600);
    expectFew(await costOfNext(jobId));
    await measureNext(jobId, 590);
    expectFew(await costOfNext(jobId));
  });
});

/** Has statistics taken of each table that autovacuum would find due now; it looks once a minute. */
async function takeStatisticsDue(): Promise<void> {
  await reportStatistics();
  const due = await work.dataSource.query<{ name: string }[]>(
    `SELECT pg_class.relname AS name FROM pg_stat_user_tables JOIN pg_class ON pg_class.oid = relid
     WHERE n_mod_since_analyze > current_setting('autovacuum_analyze_scale_factor')::float * greatest(reltuples, 0)
       + coalesce((SELECT option_value FROM pg_options_to_table(reloptions)
                   WHERE option_name = 'autovacuum_analyze_threshold'),
                  current_setting('autovacuum_analyze_threshold'))::int`,
  );
  for (const { name } of due) await work.dataSource.query(`ANALYZE ${name}`);
}

describe('Storing results', () => {
  it('looks each of them up by its key, also while the first large job follows a few small ones', async () => {
    for (let job = 0; job < 30; job += 1) await measureNext(await submit(2), 2);
    await takeStatisticsDue();
    await measureNext(await submit(300), 300);
    await reportStatistics();
    const [results] = await work.dataSource.query<[{ scans: number; lookUps: number }]>(
      `SELECT seq_scan::int AS scans, idx_scan::int AS "lookUps" FROM pg_stat_user_tables
       WHERE relname = 'image_results'`,
    );
    expect(results.scans).toBe(0);
    expect(results.lookUps).toBeGreaterThanOrEqual(360);
  });
});
